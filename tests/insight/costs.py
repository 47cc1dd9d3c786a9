"""Invented lines and exits for the tests of cost."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from uitzicht.insight.costs.exits import Exits
from uitzicht.insight.costs.rules import EVERYBODY, Amounts, Counted

NURSES, DRIVERS = "Nurses", "Drivers"


def line(key: str, low: int, likely: int, high: int, family: str = EVERYBODY) -> Counted:
    return Counted(family, key, Amounts(low, likely, high, "invented"))


RECRUITMENT = line("recruitment", 1000, 2000, 4000)
ONBOARDING = line("onboarding", 3000, 5000, 9000)
KNOWLEDGE = line("lost_knowledge", 0, 2000, 10000)
LINES = [RECRUITMENT, ONBOARDING, KNOWLEDGE]


def exits(many: int, undesired: int = 0, undecided: int = 0, **changes: Any) -> Exits:
    """Exits of 2025 without job families."""
    values: dict[str, Any] = {
        "period": "2025",
        "first": date(2025, 1, 1),
        "end": date(2026, 1, 1),
        "all": {EVERYBODY: many} if many else {},
        "undesired": {EVERYBODY: undesired} if undesired else {},
        "undecided": undecided,
    }
    return Exits(**(values | changes))


def by_family(everybody: Mapping[str, int], undesired: Mapping[str, int] | None = None) -> Exits:
    return exits(0, all=everybody, undesired=undesired or {}, by_family=True)


def turnover(root: str, **more: Any) -> dict[str, Any]:
    """The part of a release document: a part of 2024, the whole of 2025, a part of 2026."""
    counts = {
        "2024": {"kinds": {"resignation": 4}, "desirability": {"undesired": 1, "": 3}},
        "2025": {
            "kinds": {"resignation": 30, "dismissal": 10},
            "desirability": {"undesired": 25, "desired": 12, "": 3},
        },
        "2026": {"kinds": {"resignation": 5}, "desirability": {"undesired": 5}},
    }
    periods = [
        ["2024", "2024-06-01", "2025-01-01"],
        ["2025", "2025-01-01", "2026-01-01"],
        ["2026", "2026-01-01", "2026-03-02"],
    ]
    return {"periods": periods, "units": {root: counts}, **more}
