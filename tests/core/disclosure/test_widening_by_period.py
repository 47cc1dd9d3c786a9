"""Figures by year bind bundles a second time, so whoever makes up for a bundle must be of its year, in both figures."""

from collections.abc import Mapping

from tests.core.disclosure.organisations import REASONS
from tests.core.disclosure.test_repair import Found
from uitzicht.core.disclosure.protection import Spot
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally, accumulate
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.core.disclosure.widening import Widener

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "1"}


def table(years: Mapping[str, str]) -> Table:
    """One bundle of twenty in each unit; nobody of unit 2 named "career", seven did elsewhere."""
    yes = {"2": 0, "3": 7, "4": 7}
    closed = [
        BundleTotals(
            f"1-{unit}",
            unit,
            "resignation",
            20,
            {"reasons": Tally(answered=20, counts=[yes[unit], 5, 5])},
            year,
        )
        for unit, year in years.items()
    ]
    return accumulate(closed, PARENTS, [REASONS])


def test_a_sibling_of_the_same_year_is_widened_in_both_of_its_figures() -> None:
    widener = Widener(table({"2": "2025", "3": "2026", "4": "2025"}), Parameters())
    assert set(widener.widen([Found("1-2")])) == {
        Spot("4:resignation", "reasons", "career"),
        Spot("4:resignation:2025", "reasons", "career"),
    }


def test_without_a_sibling_of_the_same_year_what_holds_the_bundle_is_widened_in_both_figures() -> None:
    widener = Widener(table({"2": "2025", "3": "2026", "4": "2026"}), Parameters())
    assert {spot.group for spot in widener.widen([Found("1-2")])} == {"1:resignation"}


def test_openings_of_two_years_in_one_family_take_a_step_each() -> None:
    widener = Widener(table({"2": "2025", "3": "2026", "4": "2025"}), Parameters())
    chosen = widener.widen([Found("1-2"), Found("1-3")])
    assert {spot.group for spot in chosen} >= {"4:resignation", "4:resignation:2025"}
    assert len({spot.group for spot in chosen}) > 2
