"""A proposal keeps every rule, says how good it is, and whom it leaves out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from tests.departures.cases import register_from_today
from tests.planning.many import a_plan, page_of
from uitzicht.people.models import RoleGrant
from uitzicht.planning.models import Appointment, Avoided, InterviewerDiary, Room
from uitzicht.planning.services import many


@pytest.fixture
def leavers(cast):
    people = [cast.leaver, *(cast.another_person(private_email=f"x{n}@example.org") for n in range(4))]
    return [register_from_today(person) for person in people]


@pytest.fixture
def browser(signed_in):
    return signed_in("hr_lead")


def test_who_is_tied_or_avoided_is_never_planned(cast, leavers, browser):
    RoleGrant.objects.create(user=cast.leader, role="interviewer")
    for one in leavers:
        Avoided.objects.create(departure=one, interviewer=cast.interviewer)
    plan = a_plan(browser, leavers)
    assert {row["interviewer"] for row in plan.rows} == {cast.second_interviewer.pk}


def test_who_cannot_be_planned_is_told_with_what_would_help(cast, leavers, browser):
    for user in (cast.interviewer, cast.second_interviewer):
        Avoided.objects.create(departure=leavers[0], interviewer=user)
    plan = a_plan(browser, leavers)
    (out,) = page_of(browser, plan).context["shown"].left_out
    assert out.departure == leavers[0]
    assert "no interviewer without a tie" in out.why
    assert "external" in out.remedy


def test_a_full_week_is_told(cast, leavers, browser):
    for user in (cast.interviewer, cast.second_interviewer):
        InterviewerDiary.objects.create(interviewer=user, most_a_week=1, weekdays="1000000")
    plan = a_plan(browser, leavers)
    shown = page_of(browser, plan).context["shown"]
    assert len(shown.rows) + len(shown.left_out) == len(leavers)
    for one in shown.left_out:
        assert "no conversation left in the week of" in one.why or "every hour" in one.why


def test_each_gets_a_room_of_their_own(leavers, browser):
    Room.objects.create(name="Vuurtoren", place="Vuurtoren, 2e verdieping")
    plan = a_plan(browser, leavers, place="")
    assert len({(row["room"], row["starts_at"]) for row in plan.rows}) == len(leavers)
    browser.post(reverse("many_accept", args=[plan.pk]))
    assert set(Appointment.objects.values_list("room__name", "place")) == {("Vuurtoren", "Vuurtoren, 2e verdieping")}


def test_hours_never_overlap_whatever_the_length():
    from tests.cast import NOW
    from uitzicht.planning.availability import Agenda
    from uitzicht.planning.many.problem import slots_for
    from uitzicht.planning.rules import Hours

    days = [date(2026, 3, 11)]
    for minutes in (30, 60, 90, 120, 150):
        found = slots_for(Agenda(Hours()), days, minutes=minutes, after=NOW)
        assert found
        for one, other in pairwise(sorted(found)):
            assert other - one >= timedelta(minutes=minutes)


def test_a_proposal_settles_nothing(leavers, browser):
    plan = a_plan(browser, leavers)
    assert len(page_of(browser, plan).context["shown"].rows) == len(leavers)
    assert not Appointment.objects.exists()
    assert not mail.outbox


def test_it_says_how_good_it_is(leavers, browser):
    text = page_of(browser, a_plan(browser, leavers)).content.decode()
    assert "No better plan exists under these rules." in text
    assert "Planned one after the other" in text


def test_the_solver_works_outside_any_transaction(leavers, browser, monkeypatch):
    """Whoever writes down a conversation at that moment must not wait for it."""
    outside, during = len(connection.atomic_blocks), []
    solve = many.assignment.assign

    def watched(*arguments, **options):
        during.append(len(connection.atomic_blocks))
        return solve(*arguments, **options)

    monkeypatch.setattr(many.assignment, "assign", watched)
    plan = a_plan(browser, leavers)
    browser.post(reverse("many_plan", args=[plan.pk]))
    assert during == [outside, outside]
