"""Which satisfactions go together with the recommendation, and how much of it each explains. See docs/methods/drivers.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import ArrayLike, NDArray

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval

FEWEST = 20
MOST_DRIVERS = 10
DRAWS = 1_000
SEED = 20_261_124  # any fixed number: the same answers give the same intervals
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Driver:
    """``part`` of the explained variance that goes to this one; parts add up to R squared."""

    key: str
    part: float
    interval: Interval


def relative_importance(
    keys: Sequence[str], columns: ArrayLike, outcome: ArrayLike, confidence: float = CONFIDENCE
) -> tuple[Driver, ...]:
    """How R squared is shared out among columns that go together: the mean, over all orders, of what each adds (Lindeman,
    Merenda and Gold 1980; the Shapley value). Intervals: percentiles of 1,000 bootstrap samples of people.

    Association only, never called causal. Raises ValueError for fewer than 20 people, more than 10 columns, or a column or
    outcome that does not vary.
    """
    x, y = np.asarray(columns, dtype=np.float64), np.asarray(outcome, dtype=np.float64)
    if x.ndim != 2 or x.shape != (len(y), len(keys)) or len(y) < FEWEST or len(keys) > MOST_DRIVERS:
        raise ValueError("relative importance needs 20 people or more, and at most 10 columns")
    if (x.std(axis=0) == 0).any() or y.std() == 0:
        raise ValueError("a column or the outcome does not vary")
    parts = _shared(np.asarray(np.corrcoef(np.column_stack([x, y]), rowvar=False), dtype=np.float64))
    chance = np.random.default_rng(SEED)
    drawn = np.array([_shared(_resampled(x, y, chance)) for _ in range(DRAWS)])
    tail = (1 - confidence) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail], axis=0)
    return tuple(
        Driver(key, float(part), Interval(float(lo), float(hi)))
        for key, part, lo, hi in zip(keys, parts, low, high, strict=True)
    )


def _resampled(x: Numbers, y: Numbers, chance: np.random.Generator) -> Numbers:
    """Correlations of one bootstrap sample; one in which a column happens not to vary is drawn again."""
    while True:
        rows = chance.integers(0, len(y), len(y))
        sample = np.column_stack([x[rows], y[rows]])
        if (sample.std(axis=0) > 0).all():
            return np.asarray(np.corrcoef(sample, rowvar=False), dtype=np.float64)


def _shared(correlations: Numbers) -> Numbers:
    """Shapley values of R squared, from the correlations of the columns and (last) the outcome."""
    among, with_outcome = correlations[:-1, :-1], correlations[:-1, -1]
    many = len(with_outcome)
    explained = {(): 0.0} | {
        chosen: _explained(among, with_outcome, chosen)
        for size in range(1, many + 1)
        for chosen in combinations(range(many), size)
    }
    parts = np.zeros(many)
    for chosen, value in explained.items():
        weight = (
            factorial(len(chosen)) * factorial(many - len(chosen) - 1) / factorial(many) if len(chosen) < many else 0
        )
        for one in range(many):
            if one not in chosen:
                parts[one] += weight * (explained[tuple(sorted((*chosen, one)))] - value)
    return parts


def _explained(among: Numbers, with_outcome: Numbers, chosen: Sequence[int]) -> float:
    place = list(chosen)
    part = with_outcome[place]
    return float(part @ np.linalg.pinv(among[np.ix_(place, place)]) @ part)
