"""Somebody who left and came back: the earlier departure keeps the service of its own employment, and can be corrected."""

from datetime import date, timedelta

import pytest

from tests.cast import Cast
from tests.release.leavers import noon
from tests.world import BY, leaving
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import hired_on
from uitzicht.departures.services import change_departure
from uitzicht.people.models import Person, Position

HIRED, LEFT, BACK = date(2011, 3, 1), date(2024, 8, 30), date(2025, 2, 3)


@pytest.fixture
def earlier(cast: Cast) -> Departure:
    """Thirteen years here, five months away, and here again."""
    person = cast.another_person(started_on=HIRED)
    departure = leaving(person, on=LEFT, at=noon(LEFT - timedelta(days=30)))
    person.positions.update(valid_from=HIRED, valid_to=date(2024, 8, 31))
    Person.objects.filter(pk=person.pk).update(started_on=BACK)
    Position.objects.create(person=person, unit=cast.techniek, valid_from=BACK)
    departure.person.refresh_from_db()
    return departure


def test_each_departure_has_the_first_day_of_its_own_employment(earlier: Departure) -> None:
    assert hired_on(earlier.person, notified_on=earlier.notified_on) == HIRED
    assert hired_on(earlier.person, notified_on=date(2026, 1, 5)) == BACK


def test_the_earlier_departure_can_still_be_corrected(earlier: Departure) -> None:
    changed = change_departure(earlier, destination="study", by=BY, at=noon(date(2025, 6, 2)))
    assert changed.destination == "study"
