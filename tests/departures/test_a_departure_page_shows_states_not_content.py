from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY, register_from_today, schedule
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.services import send_invitation


def page_of(browser, departure):
    return browser.get(reverse("departure", args=[departure.pk]))


@pytest.fixture
def planned(cast):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    return departure


def test_it_tells_what_can_be_done_next(cast, signed_in):
    page = page_of(signed_in("hr_lead"), register_from_today(cast.leaver)).content.decode()
    assert "Plan the conversation" in page
    assert "nothing is planned yet" in page


def test_an_appointment_says_when_where_with_whom_and_why(planned, signed_in):
    page = page_of(signed_in("hr_lead"), planned).content.decode()
    for text in ("14:00", "Kamer Vuurtoren", "Bram Nijs", "never worked in the same team", "invitation not sent"):
        assert text in page


def test_an_invitation_is_told_once_it_left(planned, signed_in):
    send_invitation(planned.appointment, by=BY, at=timezone.now())
    page = page_of(signed_in("hr_lead"), planned).content.decode()
    assert "Invitation sent on" in page
    assert "invitation not sent" not in page


def test_the_states_follow_the_stage(planned, signed_in):
    advance(planned, Stage.HELD, by=BY, at=timezone.now())
    states = {
        state.code: (state.mark, state.word) for state in page_of(signed_in("hr_lead"), planned).context["states"]
    }
    assert states["talk"] == ("full", "held")
    assert states["processing"] == ("half", "to_do")
    assert states["release"] == ("", "after")


def test_the_interviewer_sees_the_appointment_but_not_what_hr_decides(planned, signed_in):
    page = page_of(signed_in("interviewer"), planned).content.decode()
    assert "Prepare the conversation" in page
    assert "Desirability" not in page
    assert "Next step" not in page


def test_after_a_death_nothing_can_be_planned_or_sent(cast, signed_in):
    today = timezone.localdate()
    departure = register_from_today(cast.leaver, kind="death", notified_on=today, ends_on=today)
    page = page_of(signed_in("hr_lead"), departure).content.decode()
    assert "Nobody is invited and nothing is sent" in page
    assert reverse("plan", args=[departure.pk]) not in page
    response = signed_in("hr_lead").get(reverse("plan", args=[departure.pk]))
    assert response.status_code == 422
    assert "planning.after_death" in response.content.decode()
    assert not mail.outbox


def test_an_appointment_that_no_longer_suits_is_said(planned, signed_in):
    planned.latest_on = planned.earliest_on = planned.target_on = planned.appointment.starts_at.date() - timedelta(
        days=3
    )
    planned.save()
    assert "This day no longer suits" in page_of(signed_in("hr_lead"), planned).content.decode()


def test_desirability_is_decided_on_the_page_and_locked_after_the_conversation(planned, signed_in):
    browser, address = signed_in("hr_lead"), reverse("departure", args=[planned.pk])
    browser.post(address, {"desirability": "undesired", "reason": ""})
    advance(planned, Stage.HELD, by=BY, at=timezone.now())
    response = browser.post(address, {"desirability": "desired", "reason": ""})
    planned.refresh_from_db()
    assert planned.desirability == "undesired"
    assert "Desired or undesired is fixed" in response.content.decode()


def test_an_interviewer_decides_nothing(planned, signed_in):
    signed_in("interviewer").post(reverse("departure", args=[planned.pk]), {"desirability": "desired"})
    planned.refresh_from_db()
    assert planned.desirability == ""


def test_a_departure_with_an_appointment_is_not_closed_behind_their_backs(planned, signed_in):
    address = reverse("departure_cancel", args=[planned.pk])
    response = signed_in("hr_lead").post(address, {"to": "cancelled"})
    assert response.status_code == 422
    assert "departure.appointment_first" in response.content.decode()


def test_the_page_takes_few_statements(planned, signed_in, django_assert_max_num_queries):
    browser = signed_in("hr_lead")
    with django_assert_max_num_queries(7):
        page_of(browser, planned)
