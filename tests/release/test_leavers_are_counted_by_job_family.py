"""Leavers by job family: the same people as of the whole organisation, under the family that the cost page knows them by."""

from dataclasses import replace
from datetime import date

import pytest

from tests.cast import Cast
from tests.release.leavers import LEFT, noon
from tests.release.test_turnover_counts_people_and_years import (
    EVERYBODY,
    LONG,
    ON,
    PARENTS,
    RETIRED,
    SINCE,
)
from tests.release.test_turnover_counts_people_and_years import (
    LEFT as GONE,
)
from tests.world import leaving
from uitzicht.departures.models import Departure
from uitzicht.insight.costs.exits import of_family, periods
from uitzicht.people.models import Person, Position
from uitzicht.release.proposal import parents
from uitzicht.release.staff.public import staff_facts
from uitzicht.release.staff.turnover import turnover

AFTER = date(2026, 6, 1)


def test_a_family_has_its_leavers_of_each_period() -> None:
    stays = [replace(GONE, job_family="Nurses"), replace(RETIRED, job_family="Drivers"), LONG]
    assert turnover(stays, PARENTS, SINCE, ON)["families"] == {
        "Nurses": {"2024": {"kinds": {"resignation": 1}, "desirability": {"undesired": 1}}},
        "Drivers": {"2025": {"kinds": {"retirement": 1}, "desirability": {"": 1}}},
    }


def test_the_families_add_up_to_the_organisation() -> None:
    some = [
        replace(stay, job_family=family) for stay, family in zip(EVERYBODY, ("Nurses", "", "Drivers", ""), strict=True)
    ]
    found = turnover([*some, replace(GONE, job_family="Nurses")], PARENTS, SINCE, ON)
    assert set(found["families"]) == {"", "Nurses"}
    for year, row in found["units"]["1"].items():
        rows = [family[year] for family in found["families"].values() if year in family]
        for part in ("kinds", "desirability"):
            assert sum(sum(one[part].values()) for one in rows) == sum(row[part].values())


def test_a_staff_list_without_families_tells_none_apart() -> None:
    assert turnover(EVERYBODY, PARENTS, SINCE, ON)["families"] == {}


@pytest.fixture
def gone(cast: Cast) -> Departure:
    """A colleague of Operations, who has left."""
    return leaving(cast.another_person(), on=LEFT, at=noon(LEFT.replace(month=1)))


def families() -> dict[str, dict[str, object]]:
    return staff_facts(parents(), AFTER)["turnover"]["families"]


def test_the_family_is_that_of_the_position_at_exit(gone: Departure, cast: Cast) -> None:
    began = gone.last_day_worked_on
    Position.objects.filter(pk=gone.position_id).update(valid_to=began)
    Position.objects.create(person=gone.person, unit=cast.hr, job_family="Staff", valid_from=began)
    assert set(families()) == {"Operations"}


def test_where_that_position_is_gone_it_is_the_last_one_that_is_known(gone: Departure) -> None:
    Departure.objects.filter(pk=gone.pk).update(position=None)
    assert set(families()) == {"Operations"}
    Position.objects.filter(person=gone.person).delete()
    assert set(families()) == {""}


def test_who_left_without_a_registered_departure_counts_as_well(gone: Departure, cast: Cast) -> None:
    other = cast.another_person(ended_on=LEFT)
    other.positions.update(job_family="Drivers", valid_to=LEFT)
    assert families()["Drivers"] == {"2026": {"kinds": {"": 1}, "desirability": {"": 1}}}


def test_who_comes_back_leaves_under_the_family_of_then(gone: Departure, cast: Cast) -> None:
    gone.person.positions.update(valid_to=date(2026, 2, 28))
    Person.objects.filter(pk=gone.person_id).update(started_on=date(2026, 4, 1), ended_on=None)
    Position.objects.create(person=gone.person, unit=cast.hr, job_family="Staff", valid_from=date(2026, 4, 1))
    assert set(families()) == {"Operations"}


def test_the_cost_page_reads_them(gone: Departure, cast: Cast) -> None:
    document = {"public": {"staff": staff_facts(parents(), AFTER)}}
    (exits,) = periods(document, str(cast.root.pk))
    assert exits.by_family
    assert exits.all == exits.undesired == {"Operations": 1}
    drivers = of_family(exits, "Drivers")
    assert drivers is not None
    assert drivers.total == 0
