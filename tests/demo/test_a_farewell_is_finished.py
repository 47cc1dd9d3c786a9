"""One farewell of the demo went from the wish to the closed checklist."""

import pytest

from tests.demo.conftest import AT
from uitzicht.departures.models import Departure
from uitzicht.offboarding.models import Card, Checklist, Farewell, FinalMail, LeftOpen, Property, Reference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived_in")]


def test_somebody_wished_something_small_and_it_was_planned_and_thanked():
    farewell = Farewell.objects.get()
    assert farewell.wished_at < farewell.starts_at < AT
    assert farewell.departure.person.first_name in Card.objects.get().text
    assert Reference.objects.get().state == "given"


def test_its_checklist_is_closed_with_a_reason_for_what_stays_open():
    checklist = Checklist.objects.exclude(closed_at=None).get()
    assert LeftOpen.objects.filter(checklist=checklist).count() == checklist.tasks.filter(done_at=None).count() > 0
    assert not Property.objects.filter(person=checklist.departure.person, returned_at=None).exists()


def test_the_last_mail_went_to_nobody_who_died_or_stays():
    mailed = Departure.objects.filter(final_mail__isnull=False)
    assert mailed.exists()
    assert not mailed.filter(kind="death").exists()
    assert not mailed.filter(stage="cancelled").exists()
    assert not mailed.filter(last_day_worked_on__gte=AT.date()).exists()
    assert not FinalMail.objects.exclude(problem="").exists()
