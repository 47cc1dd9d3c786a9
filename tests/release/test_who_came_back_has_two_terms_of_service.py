"""Somebody who left, came back and left again: each departure ends its own employment, with the years of that one."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.release.alone import wrote
from tests.release.leavers import noon
from tests.world import leaving
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person, Position
from uitzicht.release import cuts
from uitzicht.release.proposal import parents
from uitzicht.release.public import public_facts
from uitzicht.release.respondents import handle_of, leavers
from uitzicht.release.staff.answered import answered
from uitzicht.release.staff.tenure import tenure_at_exit
from uitzicht.release.vocabulary import Source

HIRED, LEFT = date(2011, 3, 1), date(2024, 8, 30)
BACK, LEFT_AGAIN = date(2025, 2, 3), date(2026, 2, 27)
ON = date(2026, 6, 1)
REASON = "terms.pay"


@pytest.fixture
def twice(house: Cast) -> list[Departure]:
    """Thirteen years here, five months away, a year here: both times answered."""
    jan = house.another_person(started_on=HIRED)
    first = gone(jan, on=LEFT)
    jan.positions.update(valid_from=HIRED, valid_to=date(2024, 8, 31))
    Person.objects.filter(pk=jan.pk).update(started_on=BACK)
    Position.objects.create(person=jan, unit=house.techniek, valid_from=BACK)
    jan.refresh_from_db()
    return [first, gone(jan, on=LEFT_AGAIN)]


def gone(person: Person, *, on: date) -> Departure:
    departure = leaving(person, on=on, at=noon(on - timedelta(days=30)))
    wrote(departure, score=3, reason=REASON)
    Departure.objects.filter(pk=departure.pk).update(stage=Stage.DECLINED)
    return departure


def handles(departures: list[Departure]) -> list[str]:
    return [handle_of(Source.OWN, departure.pk) for departure in departures]


def test_who_left_is_counted_with_the_years_of_each_time(twice: list[Departure]) -> None:
    assert sorted(leaver.tenure for leaver in leavers(ON)) == ["1-2", "10+"]


def test_who_answered_is_counted_with_the_same_years(twice: list[Departure]) -> None:
    left = public_facts(leavers(ON), parents(), released=0, waiting=0)["who_left"]
    assert answered(handles(twice), parents(), ON)["tenure"] == left["tenure"] == {"10+": 1, "1-2": 1}


def test_views_hold_them_with_the_years_of_each_time(twice: list[Departure]) -> None:
    found = cuts.profiles(handles(twice), on=ON)
    assert [found[handle]["tenure"] for handle in handles(twice)] == ["10+", "1-2"]


def test_years_of_a_time_of_which_nothing_is_kept_are_not_known(twice: list[Departure]) -> None:
    Position.objects.filter(valid_from=HIRED).delete()
    assert sorted(leaver.tenure for leaver in leavers(ON)) == ["", "1-2"]


def test_who_never_came_to_work_was_here_less_than_a_year(house: Cast) -> None:
    person = house.another_person(started_on=BACK)
    assert tenure_at_exit()(person.pk, BACK, LEFT_AGAIN, BACK - timedelta(days=20)) == "0-1"


def test_one_statement_tells_it_of_everybody(
    twice: list[Departure], house: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        years = tenure_at_exit()
        assert [years(one.person_id, BACK, one.ends_on, one.last_day_worked_on) for one in twice] == ["10+", "1-2"]
