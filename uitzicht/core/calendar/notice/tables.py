"""Terms of notice as data: which row holds for whom, from when to when, and where that is published."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from uitzicht.core.calendar.absence import AbsenceKind
from uitzicht.core.calendar.notice.terms import Giver, NoticeNotKnown, Service, Term, Unit

COUNTRIES = ("BE", "NL")


@dataclass(frozen=True, slots=True)
class Scheme:
    """Holds for a notice given in [``valid_from``, ``valid_to``] under a contract that began on ``hired_from`` or later.

    ``rows``: (whole months in service, count), rising; past the last row one more for every ``then_months``.
    """

    by: Giver
    valid_from: date
    valid_to: date | None
    hired_from: date | None
    unit: Unit
    seniority_on: str  # "begin" of the notice, or the day it is "given"
    rows: tuple[tuple[int, int], ...]
    then_months: int
    stands_still: frozenset[AbsenceKind]
    services: tuple[Service, ...]
    source: str
    address: str

    def holds(self, by: Giver, hired_on: date, given_on: date) -> bool:
        return (
            self.by == by
            and self.valid_from <= given_on
            and (self.valid_to is None or given_on <= self.valid_to)
            and (self.hired_from is None or self.hired_from <= hired_on)
        )

    def term(self, months: int) -> Term:
        """For so many whole months in service."""
        reached, count = max(row for row in self.rows if row[0] <= months)
        if self.then_months and (reached, count) == self.rows[-1]:
            count += (months - reached) // self.then_months
        return Term(count, self.unit)


@dataclass(frozen=True, slots=True)
class Country:
    """``begins``: "monday" or "month". ``letter_days``: on which working day after posting a registered letter counts.

    ``announce_months``: so long before a fixed term of at least ``announce_from_months`` ends, the employer says
    whether it goes on; 0 where the law asks nothing.
    """

    begins: str
    letter_days: int
    announce_months: int
    announce_from_months: int
    schemes: tuple[Scheme, ...]


@cache
def country_rules(country: str) -> Country:
    """The rules of ``country`` ("BE" or "NL"); raises ``NoticeNotKnown``."""
    if country not in COUNTRIES:
        raise NoticeNotKnown("country", country=country, known=", ".join(COUNTRIES))
    text = files("uitzicht.core.calendar.notice").joinpath(f"rules/{country.lower()}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Country(
        begins=data["begins"],
        letter_days=data.get("letter_days", 0),
        announce_months=data.get("announce_months", 0),
        announce_from_months=data.get("announce_from_months", 0),
        schemes=tuple(_scheme(entry) for entry in data["scheme"]),
    )


def schemes(country: str) -> tuple[Scheme, ...]:
    return country_rules(country).schemes


def scheme_for(country: str, by: Giver, hired_on: date, given_on: date) -> Scheme:
    """The one that holds; raises ``NoticeNotKnown`` when the tables do not reach so far."""
    for scheme in schemes(country):
        if scheme.holds(by, hired_on, given_on):
            return scheme
    raise NoticeNotKnown("not_covered", country=country, by=by.value, hired_on=hired_on, given_on=given_on)


def _scheme(entry: dict[str, Any]) -> Scheme:
    return Scheme(
        by=Giver(entry["by"]),
        valid_from=entry["valid_from"],
        valid_to=entry.get("valid_to"),
        hired_from=entry.get("hired_from"),
        unit=Unit(entry["unit"]),
        seniority_on=entry["seniority_on"],
        rows=tuple((months, count) for months, count in entry["rows"]),
        then_months=entry.get("then_months", 0),
        stands_still=frozenset(AbsenceKind(kind) for kind in entry["stands_still"]),
        services=tuple(Service(service) for service in entry["services"]),
        source=entry["source"],
        address=entry["address"],
    )
