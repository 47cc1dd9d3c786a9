"""Exits from a release, amounts from the lines, and what they make together."""

from typing import Any

import pytest
from django.utils import translation

from tests.insight.costs import DRIVERS, LINES, NURSES, by_family, exits, line, turnover
from uitzicht.core.statistics.cost import Line, simulated_cost
from uitzicht.insight.costs.estimate import estimate
from uitzicht.insight.costs.euros import about, euros, rounded
from uitzicht.insight.costs.exits import chosen, of_family, periods
from uitzicht.insight.costs.page import CostPage, cost_page
from uitzicht.insight.costs.rules import EVERYBODY, weighted
from uitzicht.insight.costs.vocabulary import CostKey


def page(found: Any, lines: Any = LINES, family: str = EVERYBODY, fewer: int = 20) -> CostPage:
    return cost_page(lines, found, family=family, fewer=fewer, release=7)


def document(**more: Any) -> dict[str, Any]:
    return {"public": {"staff": {"turnover": turnover("1", **more)}}}


def test_the_last_full_year_is_chosen_unless_another_period_is_asked_for() -> None:
    found = periods(document(), "1")
    assert chosen(found, "") == found[1]
    assert chosen(found, "2026") == found[2]
    assert chosen(found, "1999") == found[1]
    assert chosen(found[2:], "") == found[2]
    assert chosen([], "") is None


def test_exits_are_those_of_the_release() -> None:
    year = periods(document(), "1")[1]
    assert (year.total, dict(year.undesired), year.undecided, year.is_whole_year) == (40, {EVERYBODY: 25}, 3, True)
    assert of_family(year, NURSES) is None


def test_exits_are_told_apart_by_family_where_the_release_does() -> None:
    families = {
        NURSES: {"2025": {"kinds": {"resignation": 15}, "desirability": {"undesired": 10}}},
        DRIVERS: {"2025": {"kinds": {"resignation": 15, "dismissal": 10}, "desirability": {"undesired": 15}}},
    }
    year = periods(document(families=families), "1")[1]
    assert year.total == 40
    nurses = of_family(year, NURSES)
    assert nurses is not None
    assert (nurses.total, sum(nurses.undesired.values())) == (15, 10)


@pytest.mark.parametrize("document", [{}, {"public": {}}, {"public": {"staff": {}}}])
def test_a_release_without_staff_facts_has_no_periods(document: dict[str, Any]) -> None:
    assert periods(document, "1") == []


def test_the_estimate_is_that_of_the_simulation() -> None:
    found = estimate(weighted(LINES, {EVERYBODY: 40}))
    plain = simulated_cost([Line(one.key, one.amounts.low, one.amounts.likely, one.amounts.high) for one in LINES], 40)
    assert found.mean == pytest.approx(plain.mean)
    assert found.interval.low == pytest.approx(plain.interval.low)
    assert sum(mean for _, mean in found.parts) == pytest.approx(found.mean)


def test_parts_of_the_page_add_up_to_its_total() -> None:
    own = line("onboarding", 8000, 9000, 12000, NURSES)
    found = page(by_family({NURSES: 4, DRIVERS: 6}), [*LINES, own])
    assert found.total is not None
    assert sum(found.parts.values()) == pytest.approx(found.total.mean)
    assert set(found.parts) == {"recruitment", "onboarding", "lost_knowledge"}


def test_what_nobody_filled_in_is_not_counted() -> None:
    found = page(exits(40))
    assert len(found.not_counted) == 7
    assert CostKey.REPUTATION in found.not_counted
    assert CostKey.WHOLE not in found.not_counted
    assert page(exits(40), [line("whole", 1, 2, 3)]).not_counted == []


def test_a_scenario_takes_whole_undesired_exits_away() -> None:
    found = page(exits(40, undesired=25), fewer=10)
    assert found.saved_exits == 2
    assert found.total
    assert found.undesired
    assert found.saved
    assert found.saved.mean == pytest.approx(found.total.mean * 2 / 40)
    assert found.undesired.interval.high == pytest.approx(found.total.interval.high * 25 / 40)


@pytest.mark.parametrize("found", [exits(40), exits(40, undesired=1), exits(0), None])
def test_a_scenario_without_a_whole_exit_saves_nothing(found: Any) -> None:
    assert page(found).saved is None


def test_without_exits_the_cost_of_one_is_shown() -> None:
    one = page(None)
    assert one.of_one_exit
    assert one.total
    assert one.per_exit
    assert one.total.mean == pytest.approx(one.per_exit.mean)
    assert page(exits(0)).total == one.total
    assert page(exits(40), family=NURSES).total == one.total


def test_nothing_is_added_up_without_a_line() -> None:
    assert page(exits(40), []).total is None
    assert page(exits(40), [line("selection", 1, 2, 3, NURSES)]).total is None


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(0, 0), (0.4, 1), (7, 7), (45.6, 46), (99.6, 100), (128, 130), (812_345, 810_000), (995, 1000)],
)
def test_an_estimate_has_two_digits(amount: float, shown: int) -> None:
    assert rounded(amount) == shown


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "€\u00a0812.345"), ("fr", "812\u00a0345\u00a0€"), ("en", "€812,345"), ("de", "812.345\u00a0€")],
)
def test_euros_are_written_as_the_reader_does(language: str, text: str) -> None:
    with translation.override(language):
        assert euros(812_345) == text
        assert about(812_345) == text.replace("2", "0", 1).replace("345", "000")
