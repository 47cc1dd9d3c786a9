import pytest
from django.core import mail
from django.test import Client

from tests.demo.conftest import AT
from uitzicht.demo import queries, services
from uitzicht.demo.vocabulary import LATER, SUMMARY
from uitzicht.departures.links import link_behind
from uitzicht.followups.models import FollowUp
from uitzicht.followups.queries import follow_up_behind
from uitzicht.interviews.queries import interview_of
from uitzicht.people.vocabulary import Role
from uitzicht.portal.drafts import held_draft, read_draft

pytestmark = pytest.mark.django_db
LEAVER_DOORS = [Role.LEAVER.value, SUMMARY, LATER]


@pytest.fixture(scope="module")
def letters(lived_in) -> list[str]:
    """Every letter of the filling; the outbox is emptied before each test."""
    return [letter.body for letter in mail.outbox]


@pytest.fixture(autouse=True)
def _on_the_day_of_the_demo(letters, demo_mode, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: AT)
    demo_mode(True)


def _enter(door):
    browser = Client(headers={"Accept-Language": "en"})
    address = browser.post(f"/demo/{door}/")["Location"]
    return browser, address


def _secret(door):
    return _enter(door)[1].rstrip("/").rpartition("/")[2]


@pytest.mark.parametrize("door", LEAVER_DOORS)
def test_a_door_leads_to_a_personal_link_that_opens(door):
    browser, address = _enter(door)
    assert address.startswith("/later/" if door == LATER else "/my/")
    assert browser.get(address).status_code == 200
    inside = browser.post(address)["Location"]
    assert browser.get(inside, follow=True).status_code == 200


@pytest.mark.parametrize("door", LEAVER_DOORS)
def test_every_visitor_comes_in_by_the_same_link(door):
    assert _enter(door)[1] == _enter(door)[1]


def test_the_questions_are_begun_and_the_appointment_waits_for_an_answer():
    secret = _secret(Role.LEAVER)
    link = link_behind(secret, on=AT.date())
    writing = read_draft(link, secret)
    assert 5 <= len(writing["answers"]) <= 10
    assert writing["seen"].startswith("conditions.")
    assert link.departure.appointment.accepted_at is None
    assert not hasattr(link.departure, "wish")


def test_what_a_visitor_wrote_is_still_there_for_the_next_one():
    secret = _secret(Role.LEAVER)
    link = link_behind(secret, on=AT.date())
    with held_draft(link, secret) as writing:
        writing["seen"] = "terms.pay"
    assert read_draft(link, _secret(Role.LEAVER))["seen"] == "terms.pay"


def test_a_summary_waits_of_somebody_who_has_left():
    link = link_behind(_secret(SUMMARY), on=AT.date())
    interview = interview_of(link.departure)
    assert link.departure.ends_on < AT.date()
    assert interview.summary_sent_at
    assert interview.summary_confirmed_at is None


def test_half_a_year_later_the_questions_are_asked_and_not_answered():
    follow_up = follow_up_behind(_secret(LATER), on=AT.date())
    assert follow_up.answered_on is None
    assert 180 <= (AT.date() - follow_up.departure.ends_on).days <= 245


def test_the_link_is_the_one_in_the_newest_mail_that_nobody_answered(letters):
    assert f"/{_secret(LATER)}/" in "".join(letters)


def test_a_link_that_was_answered_makes_room_for_the_next_leaver_until_nobody_is_left():
    follow_up = follow_up_behind(_secret(LATER), on=AT.date())
    FollowUp.objects.filter(pk=follow_up.pk).update(answered_on=AT.date(), token_hash="")
    left = queries.asked_again(AT.date())
    assert left is None or follow_up_behind(_secret(LATER), on=AT.date()) == left
    FollowUp.objects.update(answered_on=AT.date(), token_hash="")
    assert services.link_of(LATER, at=AT) is None
    page = Client(headers={"Accept-Language": "en"}).post(f"/demo/{LATER}/").content.decode()
    assert "Nobody is left for this door" in page
