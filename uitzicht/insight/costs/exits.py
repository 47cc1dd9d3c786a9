"""How many people left, from the public staff facts of a release: all of them, and the undesired ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from uitzicht.insight.costs.rules import EVERYBODY

UNDESIRED, UNDECIDED = "undesired", ""


@dataclass(frozen=True, slots=True)
class Exits:
    """Who left in [first, end), by job family; ``EVERYBODY`` alone where a release does not tell families apart."""

    period: str
    first: date
    end: date
    all: Mapping[str, int]
    undesired: Mapping[str, int]
    undecided: int
    by_family: bool = field(default=False)

    @property
    def total(self) -> int:
        return sum(self.all.values())

    @property
    def is_whole_year(self) -> bool:
        return self.first == date(self.first.year, 1, 1) and self.end == date(self.first.year + 1, 1, 1)


def periods(document: Mapping[str, Any], root: str) -> list[Exits]:
    """The exits of the whole organisation in every period of a release, oldest first; empty for a release without staff facts."""
    turnover = document.get("public", {}).get("staff", {}).get("turnover", {})
    counts = turnover.get("units", {}).get(root, {})
    families = turnover.get("families", {})
    return [
        _exits(name, first, end, counts.get(name, {}), {key: rows.get(name, {}) for key, rows in families.items()})
        for name, first, end in turnover.get("periods", ())
    ]


def of_family(exits: Exits, family: str) -> Exits | None:
    """The exits of one job family; None where the release does not tell families apart."""
    if not exits.by_family:
        return None
    mine, undesired = exits.all.get(family, 0), exits.undesired.get(family, 0)
    return Exits(exits.period, exits.first, exits.end, {family: mine}, {family: undesired}, 0, by_family=True)


def chosen(found: Sequence[Exits], name: str) -> Exits | None:
    """The named period, or else the last full year, or else the last there is."""
    named = [one for one in found if one.period == name]
    whole = [one for one in found if one.is_whole_year]
    return next(iter([*named, *whole[-1:], *found[-1:]]), None)


def _exits(name: str, first: str, end: str, everybody: Mapping[str, Any], families: Mapping[str, Any]) -> Exits:
    rows = families or {EVERYBODY: everybody}
    return Exits(
        period=name,
        first=date.fromisoformat(first),
        end=date.fromisoformat(end),
        all={key: many for key, row in rows.items() if (many := sum(row.get("kinds", {}).values()))},
        undesired={key: many for key, row in rows.items() if (many := row.get("desirability", {}).get(UNDESIRED, 0))},
        undecided=everybody.get("desirability", {}).get(UNDECIDED, 0),
        by_family=bool(families),
    )
