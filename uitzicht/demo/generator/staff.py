"""Employees and what they did here over time."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from uitzicht.demo.generator.company import Team
from uitzicht.demo.generator.names import Name

YEAR = 365.25
FULL, MOST_OF_THE_WEEK, HALF = 100, 80, 50


@dataclass(frozen=True)
class Stint:
    """What somebody did in one unit from a day on, until the next stint or the end."""

    unit: tuple[str, ...]
    title: str
    family: str
    contract: str
    starts_on: date


@dataclass
class Employee:
    """``places``: (from, team) in order. ``promotions``: days of a step up the ladder. ``titles``: (from, unit, title) of
    who leads a unit. ``temporary``: the contract ends by itself; ``temporary_until``: it became permanent that day.
    ``fixed``: has a part of their own and neither moves nor leaves by chance."""

    number: str
    name: Name
    places: list[tuple[date, Team]]
    promotions: list[date] = field(default_factory=list)
    temporary_until: date | None = None
    temporary: bool = False
    working_time: int = FULL
    birth_year: int = 0
    ended_on: date | None = None
    titles: list[tuple[date, tuple[str, ...], str]] = field(default_factory=list)
    fixed: bool = False

    @property
    def started_on(self) -> date:
        return self.places[0][0] if self.places else self.titles[0][0]

    @property
    def team(self) -> Team:
        """Where they work last."""
        return self.places[-1][1]

    def tenure(self, on: date) -> float:
        """Years in service."""
        return (on - self.started_on).days / YEAR

    def stints(self) -> list[Stint]:
        """Every change of unit, title or contract begins a new one, oldest first."""
        days = {day for day, _ in self.places} | {day for day, _, _ in self.titles} | set(self.promotions)
        if self.temporary_until:
            days.add(self.temporary_until)
        found: list[Stint] = []
        for day in sorted(one for one in days if one >= self.started_on and one < (self.ended_on or date.max)):
            stint = self._stint(day)
            if not found or replace(stint, starts_on=found[-1].starts_on) != found[-1]:
                found.append(stint)
        return found

    def _stint(self, day: date) -> Stint:
        early = self.temporary or (self.temporary_until is not None and day < self.temporary_until)
        contract = "fixed_term" if early else "permanent"
        own = [(unit, title) for starts_on, unit, title in self.titles if starts_on <= day]
        if own:
            unit, title = own[-1]
            family = self.places[-1][1].family if self.places else "Leiding"
            return Stint(unit, title, family, contract, day)
        team = [team for starts_on, team in self.places if starts_on <= day][-1]
        step = min(sum(one <= day for one in self.promotions), len(team.ladder) - 1)
        return Stint(team.path, team.ladder[step], team.family, contract, day)


def career(draw: random.Random, started_on: date, until: date, steps: int) -> list[date]:
    """Days of promotion after a start: a step every two to seven years."""
    found, day = [], started_on
    for _ in range(steps):
        day += timedelta(days=round(draw.uniform(2, 7) * YEAR))
        if day >= until:
            break
        found.append(day)
    return found


def born(draw: random.Random, started_on: date, anchor: date) -> int:
    """A year of birth that fits the first day: grown up then, and not past retirement today."""
    year = started_on.year - round(draw.triangular(18, 55, 26))
    return max(year, anchor.year - 63)


def weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
