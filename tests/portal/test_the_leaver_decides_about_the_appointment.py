from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.models import Appointment, Avoided, Wish
from uitzicht.planning.queries import days_that_suit
from uitzicht.planning.services import cancel_appointment, send_invitation
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def days(sofie):
    return [day.isoformat() for day in days_that_suit(sofie.departure, on=timezone.localdate())]


def ask(sofie, **data):
    return sofie.post(reverse("my_appointment_ask"), **data)


def said(response):
    return " ".join(response.content.decode().split())


def test_the_page_says_when_where_and_with_whom(sofie):
    page = said(sofie.get(reverse("my_appointment")))
    for text in ("Kamer Vuurtoren", "Bram Nijs", "Does this appointment suit you?"):
        assert text in page


def test_it_is_accepted_with_one_press(sofie):
    assert sofie.post(reverse("my_appointment_accept"))["Location"] == reverse("my_appointment")
    assert Appointment.objects.get().accepted_at is not None
    page = said(sofie.get(reverse("my_appointment")))
    assert "Your appointment stands" in page
    assert reverse("my_appointment_accept") not in page


def test_an_appointment_that_passed_cannot_be_accepted(sofie):
    Appointment.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    response = sofie.browser.post(reverse("my_appointment_accept"), follow=True)
    assert "passed already" in said(response)
    assert Appointment.objects.get().accepted_at is None


def test_three_moments_can_be_proposed(sofie, days):
    sent = {f"day{n}": days[n] for n in (1, 2, 3)} | {f"time{n}": "09:30" for n in (1, 2, 3)}
    assert ask(sofie, **sent).status_code == 302
    moments = Wish.objects.get().moments
    assert [timezone.localtime(moment).strftime("%H:%M") for moment in moments] == ["09:30"] * 3
    page = said(sofie.get(reverse("my_appointment")))
    assert page.count("09:30") == 3
    assert "the appointment above stands" in page


@pytest.mark.parametrize(("hour", "word"), [("06:45", "between 7:00 and 20:00"), ("", "Choose an hour")])
def test_a_moment_that_cannot_be_says_why_and_keeps_what_was_chosen(sofie, days, hour, word):
    response = ask(sofie, day1=days[0], time1=hour)
    assert response.status_code == 200
    assert word in said(response)
    assert f'value="{days[0]}" selected' in response.content.decode()
    assert not Wish.objects.exists()


def test_an_hour_without_a_day_asks_for_the_day(sofie):
    assert "Choose a day too" in said(ask(sofie, time1="10:00"))


def test_only_days_that_suit_are_offered(sofie, days):
    last = sofie.departure.last_day_worked_on.isoformat()
    assert last not in days
    assert ask(sofie, day1=last, time1="10:00").status_code == 200
    assert not Wish.objects.exists()


def test_asking_nothing_says_so(sofie):
    assert "Nothing is asked yet" in said(ask(sofie))


def test_somebody_else_can_be_asked_for(sofie):
    assert ask(sofie, other_interviewer="on").status_code == 302
    assert Wish.objects.get().other_interviewer


def test_whom_it_should_not_be_is_kept_and_shown_to_the_leaver_alone(cast, sofie):
    ilse = cast.second_interviewer
    assert ask(sofie, avoid=[ilse.pk]).status_code == 302
    assert Avoided.objects.get().interviewer == ilse
    assert not Wish.objects.exists()
    form = sofie.get(reverse("my_appointment_ask")).content.decode()
    assert f'value="{ilse.pk}" id="id_avoid_1" checked' in form
    entry = AuditEntry.objects.get(action="appointment.asked")
    assert (entry.by, entry.detail) == ("leaver", {"moments": 0, "other_interviewer": False})


def test_a_request_can_be_changed_and_taken_back(cast, sofie, days):
    ask(sofie, day1=days[0], time1="09:00", avoid=[cast.second_interviewer.pk])
    ask(sofie, day1=days[1], time1="11:00")
    assert len(Wish.objects.get().moments) == 1
    assert not Avoided.objects.exists()
    assert ask(sofie).status_code == 302
    assert not Wish.objects.exists()


def test_no_conversation_is_asked_once_more_and_then_done(sofie):
    send_invitation(sofie.departure.appointment, by=BY, at=timezone.now())
    mail.outbox.clear()
    assert "Bram Nijs" in said(sofie.get(reverse("my_appointment_decline")))
    assert sofie.post(reverse("my_appointment_decline")).status_code == 302
    sofie.departure.refresh_from_db()
    assert sofie.departure.stage == Stage.DECLINED
    assert {message.to[0] for message in mail.outbox} == {"bram@havenlicht.example", "sofie@example.org"}
    assert all("Havenlicht" in message.body and "leaver" not in message.body for message in mail.outbox)
    assert "nobody asks why" in said(sofie.get(reverse("my_appointment")))


def test_who_declined_can_ask_for_a_conversation_after_all(sofie):
    sofie.post(reverse("my_appointment_decline"))
    assert "after all" in said(sofie.get(reverse("my_appointment")))
    assert ask(sofie).status_code == 302
    assert Wish.objects.get().moments == []
    assert "You would like a conversation." in said(sofie.get(reverse("my_appointment")))


def test_without_an_appointment_a_time_can_be_proposed(sofie, days):
    cancel_appointment(sofie.departure.appointment, by=BY, at=timezone.now())
    assert "There is no appointment yet" in said(sofie.get(reverse("my_appointment")))
    assert ask(sofie, day1=days[0], time1="10:00").status_code == 302
    assert sofie.post(reverse("my_appointment_accept")).status_code == 404


def test_after_the_conversation_nothing_can_be_changed(sofie, days):
    advance(sofie.departure, Stage.HELD, by=BY, at=timezone.now())
    assert reverse("my_appointment_ask") not in said(sofie.get(reverse("my_appointment")))
    assert "taken place already" in said(ask(sofie, day1=days[0], time1="10:00"))
    assert "taken place already" in said(sofie.post(reverse("my_appointment_decline")))
