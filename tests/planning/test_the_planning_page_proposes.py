import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today, schedule
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import RoleGrant
from uitzicht.planning.models import Appointment


@pytest.fixture
def departure(cast):
    return register_from_today(cast.leaver)


@pytest.fixture
def answers(cast, departure):
    return {
        "interviewer": cast.interviewer.pk,
        "on": departure.target_on.isoformat(),
        "time": "14:00",
        "minutes": "60",
        "place_kind": "room",
        "place": "Kamer Vuurtoren",
        "send": "on",
    }


def submit(browser, departure, answers, **more):
    return browser.post(reverse("plan", args=[departure.pk]), answers | more)


def test_the_best_day_and_person_are_filled_in(cast, departure, signed_in):
    response = signed_in("hr_lead").get(reverse("plan", args=[departure.pk]))
    form = response.context["form"]
    assert form["on"].value() == departure.target_on
    assert form.chosen_interviewer == str(cast.interviewer.pk)
    assert "never worked in the same team" in response.content.decode()


def test_who_has_a_tie_is_not_available_and_why_is_not_shown(cast, departure, signed_in):
    RoleGrant.objects.create(user=cast.leader, role="interviewer")
    page = signed_in("hr_lead").get(reverse("plan", args=[departure.pk])).content.decode()
    assert "Not available for this conversation: Els Maes." in page
    assert f'value="{cast.leader.pk}"' not in page


def test_making_it_invites_both(departure, answers, signed_in):
    response = submit(signed_in("hr_lead"), departure, answers)
    assert response.url == reverse("departure", args=[departure.pk])
    departure.refresh_from_db()
    assert departure.stage == Stage.INVITED
    assert len(mail.outbox) == 2


def test_the_invitation_can_wait(departure, answers, signed_in):
    submit(signed_in("hr_lead"), departure, {key: value for key, value in answers.items() if key != "send"})
    assert not mail.outbox
    signed_in("hr_lead").post(reverse("invitation_send", args=[departure.pk]))
    assert len(mail.outbox) == 2


def test_a_slot_that_does_not_suit_is_said_beside_the_form(departure, answers, signed_in):
    response = submit(signed_in("hr_lead"), departure, answers, on=departure.last_day_worked_on.isoformat())
    assert response.status_code == 200
    assert "last day worked" in response.context["form"].non_field_errors()[0]
    assert not Appointment.objects.exists()


def test_a_tied_interviewer_is_refused_even_when_the_form_is_forged(cast, departure, answers, signed_in):
    RoleGrant.objects.create(user=cast.leader, role="interviewer")
    response = submit(signed_in("hr_lead"), departure, answers, interviewer=cast.leader.pk)
    assert "cannot hold this conversation" in response.context["form"].non_field_errors()[0]
    assert not Appointment.objects.exists()


def test_a_mail_that_fails_leaves_the_appointment(departure, answers, signed_in, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "mail.invalid"  # a name that no server has
    browser = signed_in("hr_lead")
    submit(browser, departure, answers)
    assert Appointment.objects.get().invited_at is None
    assert "The mail was not sent" in browser.get(reverse("departure", args=[departure.pk])).content.decode()


def test_with_no_day_left_the_page_says_so(cast, signed_in):
    today = timezone.localdate()
    departure = register_from_today(cast.colleague, days=0, notified_on=today)
    response = signed_in("hr_lead").get(reverse("plan", args=[departure.pk]))
    assert response.status_code == 422
    assert "planning.no_day_left" in response.content.decode()


def test_a_cancellation_asks_first(cast, departure, signed_in):
    schedule(departure, cast, at=timezone.now())
    address = reverse("appointment_cancel", args=[departure.pk])
    browser = signed_in("hr_lead")
    assert "will not take place" in browser.get(address).content.decode()
    browser.post(address, {"to": "declined"})
    departure.refresh_from_db()
    assert departure.stage == Stage.DECLINED


@pytest.mark.parametrize("name", ["plan", "invitation_send", "appointment_cancel"])
def test_planning_is_for_the_hr_lead(cast, departure, signed_in, name):
    schedule(departure, cast, at=timezone.now())
    for who in ("interviewer", "leader", "guardian", "admin", "outsider"):
        assert signed_in(who).post(reverse(name, args=[departure.pk]), {}).status_code == 404
