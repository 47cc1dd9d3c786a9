"""All appointments are made or none; invitations are a step of their own."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today, schedule
from tests.planning.many import a_plan, page_of
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.models import Appointment


@pytest.fixture
def leavers(cast):
    people = [cast.leaver, *(cast.another_person(private_email=f"x{n}@example.org") for n in range(4))]
    return [register_from_today(person) for person in people]


@pytest.fixture
def browser(signed_in):
    return signed_in("hr_lead")


def test_accepted_all_appointments_are_made_and_nobody_is_invited(leavers, browser):
    plan = a_plan(browser, leavers)
    browser.post(reverse("many_accept", args=[plan.pk]))
    assert Appointment.objects.count() == len(leavers)
    assert set(Appointment.objects.values_list("departure__stage", "place")) == {(Stage.PLANNED, "Kamer Vuurtoren")}
    assert not mail.outbox


def test_the_invitations_are_a_step_of_their_own(leavers, browser):
    plan = a_plan(browser, leavers)
    browser.post(reverse("many_send", args=[plan.pk]))
    assert not mail.outbox
    browser.post(reverse("many_accept", args=[plan.pk]))
    browser.post(reverse("many_send", args=[plan.pk]))
    assert len(mail.outbox) == 2 * len(leavers)
    browser.post(reverse("many_send", args=[plan.pk]))
    assert len(mail.outbox) == 2 * len(leavers)


def test_one_mail_that_cannot_leave_does_not_stop_the_others(leavers, browser):
    person = leavers[0].person
    person.private_email = person.work_email = ""
    person.save()
    plan = a_plan(browser, leavers)
    browser.post(reverse("many_accept", args=[plan.pk]))
    response = browser.post(reverse("many_send", args=[plan.pk]), follow=True)
    assert len(mail.outbox) == 2 * (len(leavers) - 1)
    assert "no e-mail address of" in response.content.decode()


def test_nothing_is_accepted_when_one_row_cannot_be(cast, leavers, browser):
    """Somebody planned with the same interviewer at the same hour in the meantime."""
    plan = a_plan(browser, leavers[1:])
    other, row = leavers[0], plan.rows[0]
    user = {user.pk: user for user in (cast.interviewer, cast.second_interviewer)}[row["interviewer"]]
    appointment = schedule(other, cast, at=timezone.now())
    Appointment.objects.filter(pk=appointment.pk).update(starts_at=plan.moment_of(row), interviewer=user)
    response = browser.post(reverse("many_accept", args=[plan.pk]))
    assert response.status_code == 422
    assert "has another conversation at that hour" in response.content.decode()
    assert Appointment.objects.count() == 1
    plan.refresh_from_db()
    assert plan.accepted_at is None


def test_who_was_planned_elsewhere_drops_out(cast, leavers, browser):
    plan = a_plan(browser, leavers)
    leavers[0].stage = Stage.CANCELLED
    leavers[0].save()
    assert page_of(browser, plan).context["shown"].dropped == 1
    browser.post(reverse("many_accept", args=[plan.pk]))
    assert Appointment.objects.count() == len(leavers) - 1
