"""What stands in the database of a small demo besides conversations."""

import pytest
from django.test import Client

from tests.demo.conftest import AT
from uitzicht.coding.queries import coded_themes
from uitzicht.departures.models import Consent, Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.followups.models import FollowUp
from uitzicht.interviews import retention
from uitzicht.interviews.models import Interview, SummaryShare
from uitzicht.interviews.services import preparation_of
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Role
from uitzicht.planning.models import Appointment, Avoided
from uitzicht.planning.queries import open_wishes
from uitzicht.portal.models import HandedIn
from uitzicht.privacy.models import SealedSheet, SheetSource
from uitzicht.privacy.policies import policy_in_force
from uitzicht.privacy.release_key import open_sheets
from uitzicht.privacy.sheets import sheets_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived_in")]


def test_some_answered_alone_and_some_who_wanted_no_conversation_too():
    handed_in = HandedIn.objects.count()
    assert 4 <= handed_in < Departure.objects.count() / 2
    assert HandedIn.objects.filter(departure__stage=Stage.DECLINED).exists()
    assert HandedIn.objects.filter(departure__interview__isnull=False).exists()


def test_what_was_written_alone_opens_for_the_release_job_only():
    kept = [content for _, content in open_sheets(SheetSource.OWN)]
    assert kept
    for content in kept:
        assert content["reasons"]
        assert content["answers"]
        assert set(content["themes"]) <= set(content["answers"])


def test_tomorrows_interviewer_can_read_something_beforehand():
    prepared = Interview.objects.get(departure__stage=Stage.PREPARED)
    assert any(given["notes"] for given in preparation_of(prepared).values())


def test_a_summary_waits_one_is_corrected_and_most_are_confirmed():
    given = Interview.objects.exclude(finished_at=None)
    assert given.filter(summary_sent_at__isnull=False, summary_confirmed_at=None, sealed_correction=None).exists()
    assert given.exclude(sealed_correction=None).exists()
    assert given.exclude(summary_confirmed_at=None).count() > given.count() / 2
    assert set(given.values_list("summary_confirmed_where", flat=True)) >= {"table", "pages"}


def test_summaries_are_shared_with_hr_a_manager_and_the_prevention_adviser():
    shares = SummaryShare.objects.filter(revoked_at=None)
    roles = set(shares.values_list("reader__grants__role", flat=True))
    assert roles == {Role.HR_LEAD, Role.LEADER, Role.PREVENTION}
    for share in shares:
        browser = Client(headers={"Accept-Language": "en"})
        browser.force_login(share.reader)
        assert browser.get(f"/summaries/{share.interview_id}/").status_code == 200


def test_the_prevention_adviser_has_an_account_of_their_own():
    (adviser,) = User.objects.filter(grants__role=Role.PREVENTION)
    assert adviser.person_id is None


def test_consents_are_given_each_on_its_own():
    standing = Consent.objects.filter(withdrawn_at=None)
    assert set(standing.values_list("purpose", flat=True)) == {"follow_up", "quotes", "alumni"}


def test_follow_ups_are_mailed_when_due_and_answered_by_some():
    due = FollowUp.objects.filter(due_on__lt=AT.date())
    assert due
    assert not due.filter(sent_at=None).exists()
    assert not FollowUp.objects.filter(due_on__gt=AT.date(), sent_at__isnull=False).exists()
    answered = due.exclude(answered_on=None).count()
    assert 0 < answered < due.count()
    assert SealedSheet.objects.filter(source=SheetSource.FOLLOW_UP).count() <= answered


def test_two_leavers_ask_something_about_their_appointment():
    wishes = list(open_wishes())
    assert sorted(wish.other_interviewer for wish in wishes) == [False, True]
    assert all(wish.moments for wish in wishes if not wish.other_interviewer)
    assert Avoided.objects.count() == 1
    assert Appointment.objects.exclude(accepted_at=None).exists()


def test_the_settings_name_whom_to_turn_to():
    policy = policy_in_force()
    assert policy.inclusion_card
    assert "@" in policy.guardian_contact
    assert "@" in policy.confidant_contact


def test_the_demo_keeps_its_own_promise_on_how_long_things_are_kept():
    assert not retention.notes_due(AT.date()).exists()
    assert not retention.answers_due(AT.date()).exists()
    assert not sheets_due(AT.date())
    erased = Interview.objects.exclude(notes_erased_on=None).filter(status="coded").first()
    assert erased.sealed_summary is None
    assert any(coded_themes(erased).values()), "themes stay until the answers go"
