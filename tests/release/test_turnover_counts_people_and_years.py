"""Public facts on staff: person-years and leavers add up over units, and nobody is counted from before they were observed."""

from datetime import date

import pytest

from tests.cast import Cast
from tests.world import World
from uitzicht.release.staff.public import staff_facts
from uitzicht.release.staff.staying import staying
from uitzicht.release.staff.stays import Slice, Stay, observed_from, stays
from uitzicht.release.staff.turnover import by_group, periods, turnover

PARENTS = {"1": None, "2": "1", "3": "1"}
SINCE, ON = date(2024, 1, 1), date(2026, 1, 1)


def stay(
    began: date,
    end: date | None = None,
    kind: str = "",
    unit: str = "2",
    gender: str = "woman",
    moved_on: date | None = None,
) -> Stay:
    first = Slice(unit, began, moved_on, "permanent", "full_time")
    slices = (first, Slice("3", moved_on, None, "permanent", "full_time")) if moved_on else (first,)
    at_exit = "" if end is None else slices[-1].unit
    return Stay(began, end, kind, "undesired" if kind == "resignation" else "", at_exit, gender, "25-34", slices)


LONG = stay(date(2010, 1, 1))
LEFT = stay(date(2023, 6, 1), date(2024, 4, 1), "resignation")
MOVED = stay(date(2020, 1, 1), moved_on=date(2025, 1, 1))
RETIRED = stay(date(1990, 1, 1), date(2025, 7, 1), "retirement", unit="3", gender="man")
EVERYBODY = [LONG, LEFT, MOVED, RETIRED]


def test_years_are_calendar_years_and_the_first_and_last_may_be_parts() -> None:
    assert periods(date(2024, 3, 1), date(2026, 2, 1)) == [
        ("2024", date(2024, 3, 1), date(2025, 1, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2026", date(2026, 1, 1), date(2026, 2, 1)),
    ]


def test_the_units_add_up_to_the_organisation() -> None:
    units = turnover(EVERYBODY, PARENTS, SINCE, ON)["units"]
    for year in ("2024", "2025"):
        below = [units[unit][year] for unit in ("2", "3") if year in units[unit]]
        assert sum(row["person_years"] for row in below) == pytest.approx(units["1"][year]["person_years"], abs=1e-3)
        assert sum(sum(row["kinds"].values()) for row in below) == sum(units["1"][year]["kinds"].values())
    assert units["1"]["2024"]["kinds"] == {"resignation": 1}
    assert units["1"]["2024"]["first_year"] == 1
    assert units["1"]["2025"]["desirability"] == {"": 1}


def test_who_moves_to_another_unit_is_no_leaver_and_stays_in_the_organisation() -> None:
    units = turnover([MOVED], PARENTS, SINCE, ON)["units"]
    assert units["2"]["2024"] == units["1"]["2024"]
    assert "2025" not in units["2"]
    assert units["1"]["2024"]["still_here"] == units["1"]["2025"]["still_here"] == 1
    assert all(not row["kinds"] for row in units["1"].values())


def test_stability_counts_those_of_the_first_day_only() -> None:
    row = turnover(EVERYBODY, PARENTS, SINCE, ON)["units"]["1"]["2024"]
    assert (row["at_start"], row["still_here"]) == (4, 3)


def test_observation_begins_in_the_month_of_the_first_known_departure() -> None:
    assert observed_from(EVERYBODY) == date(2024, 3, 1)
    assert observed_from([LONG, MOVED]) is None


def test_groups_share_out_all_person_years() -> None:
    found = by_group(EVERYBODY, ["gender"], SINCE, ON)["gender"]
    whole = turnover(EVERYBODY, PARENTS, SINCE, ON)["units"]["1"]
    total = sum(row["person_years"] for row in whole.values())
    assert sum(row["person_years"] for row in found.values()) == pytest.approx(total, abs=1e-3)
    assert found["woman"]["resignations"] == found["woman"]["leavers"] == 1
    assert found["man"]["leavers"] == 1


def test_who_was_hired_long_ago_is_at_risk_from_the_first_observed_day() -> None:
    found = staying([LONG, RETIRED, LEFT], [], SINCE, ON)
    assert found["all"] == {"people": 3, "leavers": 2, "steps": found["all"]["steps"]}
    months, at_risk = [step[0] for step in found["all"]["steps"]], [step[4] for step in found["all"]["steps"]]
    assert months == [10]  # after 35 years nothing is drawn
    assert at_risk == [1]  # the two others had been here for years when observation began
    assert set(found["kinds"]) == {"resignation", "retirement"}


def test_a_group_has_a_curve_from_ten_leavers_on_and_two_are_compared() -> None:
    crowd = [
        stay(date(2024, 1, 1), date(2024, 2 + number % 10, 1 + number), "resignation", gender=gender)
        for gender in ("woman", "man")
        for number in range(12)
    ]
    nine = [stay(date(2024, 1, 1), date(2024, 5, 1 + number), "resignation", gender="other") for number in range(9)]
    found = staying([*crowd, *nine, LONG], ["gender"], SINCE, ON)["cuts"]["gender"]
    assert set(found["values"]) == {"man", "woman"}
    assert found["log_rank"]["df"] == 1
    assert found["log_rank"]["p"] == pytest.approx(1, abs=0.05)
    shares = [step[1] for step in found["values"]["man"]["steps"]]
    assert shares == sorted(shares, reverse=True)


def test_the_staff_list_and_the_departures_are_read_in_three_statements(
    cast: Cast, world: World, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(3):  # type: ignore[operator]
        found = stays(date(2030, 1, 1))
    assert len(found) >= 8
    assert all(one.slices for one in found)


def test_without_a_known_departure_nothing_is_said(cast: Cast) -> None:
    assert staff_facts({str(cast.root.pk): None}, date(2026, 1, 1)) == {}
