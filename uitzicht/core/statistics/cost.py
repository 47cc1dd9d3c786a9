"""What leaving costs: lines with a low, a likely and a high amount, added up by simulation. See docs/methods/cost.md."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval

DRAWS = 20_000
SEED = 20_261_124  # any fixed number: the same lines give the same answer


@dataclass(frozen=True, slots=True)
class Line:
    """One line of cost for each exit, in euros. Raises ValueError unless 0 <= low <= likely <= high."""

    key: str
    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high:
            raise ValueError(f"line {self.key}: 0 <= low <= likely <= high")


@dataclass(frozen=True, slots=True)
class Cost:
    """Euros for all exits together; ``mean`` of the draws. ``by_line``: mean of each line, they add up to ``mean``."""

    exits: int
    mean: float
    interval: Interval
    by_line: tuple[tuple[str, float], ...]


def simulated_cost(lines: Sequence[Line], exits: int, confidence: float = CONFIDENCE) -> Cost:
    """Draw what each line costs (PERT: a beta distribution from low to high with its top at likely; Malcolm and others 1959),
    one draw for the whole year, since what is not known is the level and not the chance of each exit; add up, and take the
    middle 95 %. A line that nobody filled in is not a line: it is not counted, never zero.

    The interval is as good as the lines. Raises ValueError for a negative number of exits.
    """
    if exits < 0:
        raise ValueError("exits cannot be negative")
    chance = np.random.default_rng(SEED)
    drawn = np.array([_pert(line, chance) for line in lines]).reshape(len(lines), DRAWS) * exits
    total = drawn.sum(axis=0)
    tail = (1 - confidence) / 2
    low, high = np.quantile(total, [tail, 1 - tail])
    by_line = tuple((line.key, float(amount)) for line, amount in zip(lines, drawn.mean(axis=1), strict=True))
    return Cost(exits, float(total.mean()), Interval(float(low), float(high)), by_line)


def _pert(line: Line, chance: np.random.Generator) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    width = line.high - line.low
    if width == 0:
        return np.full(DRAWS, line.low)
    rise = 1 + 4 * (line.likely - line.low) / width
    return line.low + width * chance.beta(rise, 6 - rise, DRAWS)
