"""Figures by year bind bundles a second time: they are given up before any figure of a unit is widened."""

from tests.core.disclosure.organisations import REASONS
from tests.core.disclosure.test_repair import Found
from uitzicht.core.disclosure.protection import Spot
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally, accumulate
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.core.disclosure.widening import Widener

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "1"}
YEARS = {"2": "2025", "3": "2026", "4": "2025"}


def table() -> Table:
    """One bundle of twenty in each unit; nobody of unit 2 named "career", seven did elsewhere."""
    yes = {"2": 0, "3": 7, "4": 7}
    closed = [
        BundleTotals(
            f"1-{unit}", unit, "resignation", 20, {"reasons": Tally(answered=20, counts=[yes[unit], 5, 5])}, year
        )
        for unit, year in YEARS.items()
    ]
    return accumulate(closed, PARENTS, [REASONS])


def test_figures_of_all_years_go_first_and_say_nothing_of_that_item_from_then_on() -> None:
    widener = Widener(table(), Parameters())
    chosen = widener.widen([Found("1-2")])
    by_year = {group.id for group in widener.table.groups if group.period}
    assert {spot.group for spot in chosen} == by_year
    assert {spot.item for spot in chosen} == {"career"}
    assert widener.levels[Spot("1:resignation:2025", "reasons", "career")] == 6  # a block of 64 holds 0 to 40


def test_then_units_are_widened_as_if_there_were_no_years() -> None:
    widener = Widener(table(), Parameters())
    widener.widen([Found("1-2")])
    then = widener.widen([Found("1-2")])
    assert {spot.group for spot in then} <= {"3:resignation", "4:resignation"}
    assert then
