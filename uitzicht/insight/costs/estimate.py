"""What exits cost together: the lines that hold for them, by simulation. See docs/methods/cost.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from uitzicht.core.statistics.cost import Line, simulated_cost
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.costs.rules import Counted

Weights = tuple[tuple[Counted, int], ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Euros. ``interval``: the middle 95 % of the draws. ``parts``: the mean of each line; they add up to ``mean``."""

    mean: float
    interval: Interval
    parts: tuple[tuple[Counted, float], ...]

    def times(self, factor: float) -> "Estimate":
        """The same lines for more or fewer exits: amounts are per exit, so everything scales."""
        low, high = self.interval.low * factor, self.interval.high * factor
        return Estimate(
            self.mean * factor, Interval(low, high), tuple((line, part * factor) for line, part in self.parts)
        )


def estimate(exits: Mapping[Counted, int]) -> Estimate:
    """``exits``: how many exits each line counts for (rules.weighted)."""
    return _estimate(tuple(exits.items()))


@lru_cache(maxsize=64)
def _estimate(weights: Weights) -> Estimate:
    """The same lines and exits give the same draws, so once is enough."""
    lines = [
        Line(str(at), line.amounts.low * many, line.amounts.likely * many, line.amounts.high * many)
        for at, (line, many) in enumerate(weights)
    ]
    cost = simulated_cost(lines, 1)
    means = [mean for _, mean in cost.by_line]
    return Estimate(
        cost.mean, cost.interval, tuple((line, mean) for (line, _), mean in zip(weights, means, strict=True))
    )
