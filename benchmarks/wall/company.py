"""A made-up company over ten years: who leaves when, from which team, who answers, and how. The same for every rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")
RESPONSE = 0.7
TURNOVER = 0.15
TEAM, DIVISION = 20, 6  # colleagues in a team, teams in a division
MOVED = 0.1  # teams that change division in a year
MIX: Mapping[str, Mapping[str, float]] = {
    "gender": {"woman": 0.52, "man": 0.46, "other": 0.005, "": 0.015},
    "age": {"0-24": 0.1, "25-34": 0.33, "35-44": 0.25, "45-54": 0.18, "55-": 0.14},
    "tenure": {"0": 0.25, "1-2": 0.25, "3-5": 0.22, "6-10": 0.14, "11-": 0.14},
    "working_time": {"full_time": 0.72, "part_time": 0.28},
    "contract": {"permanent": 0.8, "fixed_term": 0.15, "temporary": 0.05},
}
REASONS: Mapping[str, float] = {
    "career": 0.26, "management": 0.16, "terms": 0.14, "content": 0.11, "workload_wellbeing": 0.1,
    "relations": 0.08, "family": 0.07, "commute": 0.05, "values_inclusion": 0.03,
}  # fmt: skip
SCORES: Mapping[int, float] = {1: 0.07, 2: 0.16, 3: 0.27, 4: 0.34, 5: 0.16}


@dataclass(frozen=True)
class Person:
    """Somebody who left and answered. ``quarter`` counts from the start; ``unit`` is the team at exit."""

    handle: str
    quarter: int
    unit: str
    stratum: str
    values: Mapping[str, str]
    score: int
    reason: str


@dataclass(frozen=True)
class Quarter:
    """One quarter: its tree of units (unit -> the one above), and who answered, in the order in which they did."""

    number: int
    parents: Mapping[str, str | None]
    people: tuple[Person, ...]

    @property
    def year(self) -> int:
        return self.number // 4


def quarters(leavers: int, years: int, seed: int = 1) -> Iterator[Quarter]:
    """``leavers`` a year, of whom 70 % answer. Every January some teams move to another division."""
    chance = Random(seed)
    teams = max(4, round(leavers / TURNOVER / TEAM))
    divisions = max(2, round(teams / DIVISION))
    above = {f"team {team}": f"division {team % divisions}" for team in range(teams)}
    fixed: dict[str, str | None] = {"company": None} | {f"division {one}": "company" for one in range(divisions)}
    for number in range(4 * years):
        if number and number % 4 == 0:
            for team in chance.sample(sorted(above), max(1, round(MOVED * teams))):
                above[team] = f"division {chance.randrange(divisions)}"
        gone = leavers // 4 + (chance.random() < leavers % 4 / 4)
        answered = sum(chance.random() < RESPONSE for _ in range(gone))
        people = tuple(_person(f"q{number:02d}-{one:04d}", number, list(above), chance) for one in range(answered))
        yield Quarter(number, fixed | above, people)


def _person(handle: str, quarter: int, teams: list[str], chance: Random) -> Person:
    return Person(
        handle,
        quarter,
        chance.choice(teams),
        "resignation" if chance.random() < 0.6 else "other",
        {cut: _drawn(mix, chance) for cut, mix in MIX.items()},
        _drawn(SCORES, chance),
        _drawn(REASONS, chance),
    )


def _drawn(mix: Mapping[T, float], chance: Random) -> T:
    return chance.choices(list(mix), weights=list(mix.values()))[0]
