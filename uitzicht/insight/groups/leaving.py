"""Sooner and more often: resignations by group, from the public facts on staff of a release. Everybody is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from uitzicht.core.statistics.comparison import SMALL
from uitzicht.core.statistics.rates import Rate, RateRatio, rate, rate_ratio
from uitzicht.insight.groups.cuts import Cut
from uitzicht.insight.published import Published

if TYPE_CHECKING:
    from uitzicht.insight.measures.staying import Steps

FEWEST_EXPECTED = SMALL
"""Resignations that a group and all others would have at the rate of everybody: with fewer, no ratio is compared."""


@dataclass(frozen=True, slots=True)
class Staying:
    """How long people of one group stay: ``steps`` as ``measures.staying`` reads them, of resignations only."""

    value: str
    people: int
    resignations: int
    steps: "Steps"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Resignations of one group per person-year. ``expected``: of this group and of all others, whichever are fewer, at the
    rate of everybody; ``ratio``: to all others whose value is known, None where nobody resigned or nobody else worked."""

    value: str
    rate: Rate
    others: Rate | None
    ratio: RateRatio | None
    expected: float

    @property
    def is_comparable(self) -> bool:
        return self.ratio is not None and self.expected >= FEWEST_EXPECTED


def staying(of: Published, cut: Cut) -> tuple[Staying, ...]:
    """The groups of which a release draws a curve: those with enough resignations, in the order of the menu."""
    found = _staying(of, cut).get("values", {})
    rows = [(value, found[value]) for value in cut.known if value in found]
    return tuple(Staying(value, row["people"], row["leavers"], row["steps"]) for value, row in rows if row["steps"])


def log_rank_p(of: Published, cut: Cut) -> float | None:
    """Chance of curves at least this far apart when groups stay equally long; None without two curves."""
    test = _staying(of, cut).get("log_rank")
    return None if test is None else float(test["p"])


def counts_unknown(of: Published, cut: Cut) -> bool:
    """Whether those whose value is not known are one of the groups of the log-rank test."""
    return "" in _staying(of, cut).get("values", {})


def leaving(of: Published, cut: Cut) -> tuple[Leaving, ...]:
    """Every group in which somebody worked, in the order of the menu."""
    counts = _staff(of).get("by_group", {}).get(cut.key, {})
    rows = {value: counts[value] for value in cut.known if counts.get(value, {}).get("person_years", 0) > 0}
    years = sum(row["person_years"] for row in rows.values())
    resigned = sum(row["resignations"] for row in rows.values())
    return tuple(
        _leaving(value, row["resignations"], row["person_years"], resigned, years) for value, row in rows.items()
    )


def mirrored(rows: tuple[Leaving, ...]) -> tuple[Leaving, ...]:
    """The rows to test: with two groups, each is all the others of the other, so one comparison says it."""
    return rows[:1] if len(rows) == 2 else rows


def _leaving(value: str, events: int, exposure: float, all_events: int, all_years: float) -> Leaving:
    others, others_years = all_events - events, all_years - exposure
    part = exposure / all_years
    has_ratio = all_events > 0 and others_years > 0
    return Leaving(
        value,
        rate(events, exposure),
        rate(others, others_years) if others_years > 0 else None,
        rate_ratio(events, exposure, others, others_years) if has_ratio else None,
        all_events * min(part, 1 - part),
    )


def _staying(of: Published, cut: Cut) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _staff(of).get("staying", {}).get("cuts", {}).get(cut.key, {})
    return found


def _staff(of: Published) -> Mapping[str, Any]:
    found: Mapping[str, Any] = of.document.get("public", {}).get("staff", {})
    return found
