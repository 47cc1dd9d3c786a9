"""A confirmed summary reaches exactly the readers whom the leaver named, after the last day worked, until taken back."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import PASSWORD, Cast
from tests.interviews.afterwards import BESIDE, DAY, LAST_DAY, TEXT, gone, held, held_today
from tests.interviews.setting import BRAM, NOON
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview, SummaryShare
from uitzicht.interviews.readers import reading_roles
from uitzicht.people.models import Person, RoleGrant, User
from uitzicht.people.vocabulary import Role
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]
LEAVER = "leaver"


@pytest.fixture
def adviser(cast: Cast) -> User:
    return cast.prevention


@pytest.fixture
def interview(cast: Cast) -> Interview:
    """Confirmed by the leaver, with a correction beside it."""
    interview = held(cast)
    services.send_summary(interview, by=BRAM, at=NOON)
    services.correct_summary(interview, BESIDE, by=LEAVER, at=NOON)
    services.confirm_summary(interview, by=LEAVER, at=NOON)
    return interview


def share(interview: Interview, *readers: User) -> None:
    services.share_summary(interview, readers, by=LEAVER, at=NOON)


def reads(user: User, *, days: int = 1) -> bool:
    fresh = User.objects.get(pk=user.pk)
    return queries.shared_with(fresh, on=LAST_DAY + days * DAY).exists()


def test_readers_are_hr_managers_of_the_unit_and_prevention_advisers(
    cast: Cast, interview: Interview, adviser: User
) -> None:
    director = User.objects.create_user("stijn@havenlicht.example", PASSWORD, name="Stijn Claes")
    RoleGrant.objects.create(user=director, role=Role.LEADER, unit=cast.terminal)
    elsewhere = User.objects.create_user("mia@havenlicht.example", PASSWORD, name="Mia Elders")
    RoleGrant.objects.create(user=elsewhere, role=Role.LEADER, unit=cast.techniek)
    assert reading_roles(interview.departure) == {
        cast.hr_lead: Role.HR_LEAD,
        cast.leader: Role.LEADER,
        director: Role.LEADER,
        adviser: Role.PREVENTION,
    }
    assert queries.readers_for(interview.departure) == [cast.hr_lead, cast.leader, director, adviser]


def test_neither_the_leaver_nor_the_interviewer_nor_a_closed_account_is_a_reader(
    cast: Cast, interview: Interview, adviser: User
) -> None:
    own = User.objects.create_user("sofie@havenlicht.example", PASSWORD, name="Sofie", person=cast.leaver)
    RoleGrant.objects.create(user=own, role=Role.HR_LEAD)
    RoleGrant.objects.create(user=cast.interviewer, role=Role.HR_LEAD)
    User.objects.filter(pk__in=[adviser.pk, cast.leader.pk]).update(is_active=False)
    assert queries.readers_for(interview.departure) == [cast.hr_lead]


def test_the_list_of_readers_takes_as_many_statements_for_few_as_for_many(
    cast: Cast, interview: Interview, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        user = User.objects.create_user(f"a{number}@havenlicht.example", PASSWORD, name=f"A{number}")
        RoleGrant.objects.create(user=user, role=Role.PREVENTION)
    with django_assert_num_queries(2):
        assert len(queries.readers_for(interview.departure)) == 15


def test_a_reader_reads_from_the_day_after_the_last_day_worked(cast: Cast, interview: Interview) -> None:
    share(interview, cast.leader)
    assert [reads(cast.leader, days=days) for days in (-5, 0, 1)] == [False, False, True]
    assert not reads(cast.hr_lead)


def test_only_a_confirmed_summary_is_shared(cast: Cast) -> None:
    interview = held(cast)
    services.send_summary(interview, by=BRAM, at=NOON)
    with pytest.raises(Refusal) as refused:
        share(interview, cast.leader)
    assert refused.value.code == "interview.summary_not_confirmed"


def test_nobody_off_the_list_becomes_a_reader(cast: Cast, interview: Interview) -> None:
    with pytest.raises(Refusal) as refused:
        share(interview, cast.hr_lead, cast.outsider)
    assert refused.value.code == "interview.not_a_reader"
    assert not SummaryShare.objects.exists()


def test_taken_back_it_is_gone_at_once_and_may_be_given_again(cast: Cast, interview: Interview) -> None:
    share(interview, cast.leader, cast.hr_lead)
    share(interview, cast.leader)
    assert SummaryShare.objects.count() == 2
    services.revoke_share(interview, cast.leader, by=LEAVER, at=NOON)
    services.revoke_share(interview, cast.leader, by=LEAVER, at=NOON)
    assert [reads(cast.leader), reads(cast.hr_lead)] == [False, True]
    assert [one.reader for one in queries.standing_shares(interview)] == [cast.hr_lead]
    share(interview, cast.leader)
    assert reads(cast.leader)


def test_whoever_loses_the_role_loses_the_summary(cast: Cast, interview: Interview, adviser: User) -> None:
    share(interview, cast.leader, cast.hr_lead, adviser)
    assert reads(adviser)
    RoleGrant.objects.filter(user=cast.leader).update(unit=cast.techniek)
    assert not reads(cast.leader)
    RoleGrant.objects.filter(user=adviser).delete()
    assert not reads(adviser)


def test_the_leaver_sees_who_may_read(cast: Cast, interview: Interview) -> None:
    share(interview, cast.leader)
    read = services.open_summary_as_leaver(interview, at=NOON)
    assert [(one.reader, one.given_at) for one in read.shares] == [(cast.leader, NOON)]


def test_giving_and_taking_back_are_in_the_trail(cast: Cast, interview: Interview) -> None:
    share(interview, cast.leader)
    services.revoke_share(interview, cast.leader, by=LEAVER, at=NOON)
    lines = AuditEntry.objects.filter(action__in=("summary.shared", "summary.share_revoked")).order_by("id")
    reader = {"reader": cast.leader.signature}
    assert [(line.action, line.by, line.detail) for line in lines] == [
        ("summary.shared", LEAVER, reader),
        ("summary.share_revoked", LEAVER, reader),
    ]


def shared_with_the_manager(cast: Cast, person: Person | None = None, *, hour: int = 10) -> Interview:
    """Shared with the manager; the last day worked was yesterday."""
    interview = held_today(cast, person, hour=hour)
    at = interview.finished_at
    services.confirm_at_table(interview, by=BRAM, at=at)
    services.correct_summary(interview, BESIDE, by=LEAVER, at=at)
    services.share_summary(interview, [cast.leader], by=LEAVER, at=at)
    gone(interview)
    return interview


@pytest.fixture
def shared(cast: Cast) -> Interview:
    return shared_with_the_manager(cast)


def test_the_page_shows_summary_and_correction_and_leaves_a_line(
    cast: Cast, shared: Interview, signed_in: SignedIn
) -> None:
    els = signed_in("leader")
    assert reverse("shared_summary", args=[shared.pk]) in els.get(reverse("shared_summaries")).content.decode()
    answer = els.get(reverse("shared_summary", args=[shared.pk]))
    page = answer.content.decode()
    assert TEXT in page
    assert BESIDE in page
    assert answer["Cache-Control"].count("no-store") == 1
    line = AuditEntry.objects.get(action="summary.read")
    assert (line.by, line.subject, line.detail) == (cast.leader.signature, f"interview:{shared.pk}", {})


@pytest.mark.parametrize("who", ["hr_lead", "prevention", "interviewer", "guardian", "admin", "outsider"])
def test_nobody_else_finds_the_page(shared: Interview, signed_in: SignedIn, who: str) -> None:
    client = signed_in(who)
    assert client.get(reverse("shared_summary", args=[shared.pk])).status_code == 404
    assert not AuditEntry.objects.filter(action="summary.read").exists()


def test_before_the_last_day_and_after_taking_back_there_is_no_page(
    cast: Cast, shared: Interview, signed_in: SignedIn
) -> None:
    els, address = signed_in("leader"), reverse("shared_summary", args=[shared.pk])
    services.revoke_share(shared, cast.leader, by=LEAVER, at=NOON)
    assert els.get(address).status_code == 404
    assert TEXT not in els.get(reverse("shared_summaries")).content.decode()
    services.share_summary(shared, [cast.leader], by=LEAVER, at=NOON)
    departure = shared.departure
    departure.last_day_worked_on += DAY
    departure.save()
    assert els.get(address).status_code == 404


def test_a_reader_reaches_nothing_else_of_the_conversation(shared: Interview, signed_in: SignedIn) -> None:
    els = signed_in("leader")
    for name in ("talk", "reasons", "summary", "code"):
        assert els.get(reverse(name, args=[shared.pk])).status_code == 404


def test_without_any_summary_the_page_says_what_will_stand_there(cast: Cast, signed_in: SignedIn) -> None:
    assert "Nobody shared a summary with you." in signed_in("hr_lead").get(reverse("shared_summaries")).content.decode()


def test_the_list_takes_as_many_statements_for_one_as_for_many(
    cast: Cast, shared: Interview, signed_in: SignedIn
) -> None:
    els, counts = signed_in("leader"), []
    for hour in (11, 13):
        with CaptureQueriesContext(connection) as taken:
            els.get(reverse("shared_summaries"))
        counts.append(len(taken))
        shared_with_the_manager(cast, cast.another_person(), hour=hour)
    assert counts[0] == counts[1]
