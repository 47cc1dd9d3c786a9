"""Certified views: how long they take, and how many there are in organisations of three sizes over three years.

``python -m benchmarks.views``: everything. With a number: one release of that many respondents only.
"""

import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.measuring import Row, show
from uitzicht.core.disclosure.bundles import Waiting, close_bundles, numbered
from uitzicht.core.disclosure.views import Certified, Cut, Profiled, ViewBundle, close_views, numbered_views
from uitzicht.core.disclosure.vocabulary import Parameters

SIZES = (300, 1_000, 10_000)
PER_BUNDLE = 10
QUARTERS = (1, 4, 12)
ORGANISATIONS = {42: 3, 210: 2, 700: 1}
MIX = {
    "gender": {"woman": 0.48, "man": 0.49, "other": 0.01, "": 0.02},
    "age": {"under_30": 0.24, "30_39": 0.3, "40_49": 0.2, "50_59": 0.16, "60_over": 0.1},
    "tenure": {"under_1": 0.25, "1_2": 0.3, "3_5": 0.22, "6_over": 0.23},
    "working_time": {"full": 0.6, "part": 0.4},
    "contract": {"permanent": 0.68, "temporary": 0.32},
}
STRATA = {"resignation": 0.7, "other": 0.3}
PARAMETERS = Parameters()
MENU = tuple(Cut(key, PARAMETERS.k) for key in MIX)
CANDIDATES = len(STRATA) * sum(len(values) for values in MIX.values())


@dataclass
class House:
    """An organisation of divisions of five teams, and everybody who was released so far."""

    yearly: int
    chance: random.Random
    parents: dict[str, str | None] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    strata: dict[str, str] = field(default_factory=dict)
    released: list[Profiled] = field(default_factory=list)
    views: dict[str, ViewBundle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        divisions = max(2, self.yearly // 50)
        self.parents["top"] = None
        for division in range(divisions):
            self.parents[f"{division}"] = "top"
            self.parents |= {f"{division}.{team}": f"{division}" for team in range(5)}

    def quarter(self, number: int) -> float:
        """One release; returns the processor seconds that its views took."""
        teams = [unit for unit in self.parents if "." in unit]
        newcomers = (
            Waiting(f"{number:02d}-{person:04d}", self.chance.choice(teams), one_of(STRATA, self.chance))
            for person in range(round(self.yearly / 4))
        )
        closing = close_bundles([*self.waiting, *newcomers], self.parents, PARAMETERS)
        self.waiting = list(closing.waiting)
        for key, bundle in numbered(closing.bundles, number).items():
            self.released += profiled(bundle.members, key, bundle.stratum, self.chance)
        certified, _, processor = timed(self.released, self.views)
        self.views |= numbered_views(certified.closed, number)
        return processor

    def row(self, quarters: int, taken: list[float]) -> Row:
        shown = len({bundle.view for bundle in self.views.values()})
        inside = sum(bundle.size for bundle in self.views.values()) / (len(MIX) * max(1, len(self.released)))
        return (self.yearly, quarters, len(self.released), shown, f"{inside:.0%}", max(taken))


def one_of(mix: dict[str, float], chance: random.Random) -> str:
    return chance.choices(list(mix), list(mix.values()))[0]


def profiled(handles: Iterable[str], bundle: str, stratum: str, chance: random.Random) -> Iterator[Profiled]:
    for handle in handles:
        yield Profiled(handle, bundle, stratum, {cut: one_of(values, chance) for cut, values in MIX.items()})


def one_release(people: int) -> Row:
    """Everybody at once, ten to a bundle."""
    chance = random.Random(1)
    released: list[Profiled] = []
    for number in range(people // PER_BUNDLE):
        handles = [f"{number:05d}-{person}" for person in range(PER_BUNDLE)]
        released += profiled(handles, f"1-{number:04d}", "resignation" if number % 2 else "other", chance)
    certified, wall, processor = timed(released, {})
    return (people, people // PER_BUNDLE, len(certified.closed), len(certified.witnesses), wall, processor)


def timed(released: list[Profiled], earlier: dict[str, ViewBundle]) -> tuple[Certified, float, float]:
    """The views of one release, seconds on the clock, and seconds of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    certified = close_views(released, earlier, MENU, PARAMETERS)
    return certified, time.perf_counter() - wall, time.process_time() - processor


def three_years(yearly: int, seed: int) -> list[Row]:
    house, taken, rows = House(yearly, random.Random(seed)), [0.0], []
    for number in range(1, max(QUARTERS) + 1):
        taken.append(house.quarter(number))
        if number in QUARTERS:
            rows.append(house.row(number, taken))
    return rows


def main(arguments: list[str]) -> None:
    sizes = [int(size) for size in arguments] or SIZES
    show(
        f"Views of one release, {CANDIDATES} candidates",
        ("respondents", "bundles", "views", "witnesses", "seconds", "of processor"),
        [one_release(size) for size in sizes],
    )
    if not arguments:
        show(
            f"Views over quarterly releases, {CANDIDATES} candidates",
            ("respondents a year", "releases", "released", "views", "people in views", "slowest, s of processor"),
            [
                row
                for yearly, many in ORGANISATIONS.items()
                for seed in range(many)
                for row in three_years(yearly, seed)
            ],
        )


if __name__ == "__main__":
    main(sys.argv[1:])
