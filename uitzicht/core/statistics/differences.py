"""Differences of two figures of different people, each known with an interval. See docs/methods/earlier.md."""

from collections.abc import Callable
from math import sqrt

from uitzicht.core.statistics.vocabulary import Interval

Intervals = Callable[[float], Interval]
"""The interval at a confidence: the higher the confidence, the wider."""
SMALLEST_P = 1e-6
STEPS = 14  # halvings of the logarithm: p is known to one part in a thousand


def difference(one: float, one_interval: Interval, other: float, other_interval: Interval) -> Interval:
    """The interval of ``other - one`` for independent figures (Zou, Donner 2008, "MOVER"): each end takes the distances of
    both figures to the ends of their own intervals that matter. As wide or narrow as those intervals are, and as skew.
    With Wilson's intervals of two shares this is ``agreement.shift``."""
    gap = other - one
    return Interval(
        gap - sqrt((other - other_interval.low) ** 2 + (one_interval.high - one) ** 2),
        gap + sqrt((other_interval.high - other) ** 2 + (one - one_interval.low) ** 2),
    )


def p_value(interval_at: Intervals) -> float:
    """The p-value of "no difference" that belongs to a family of intervals: one less the highest confidence at which 0 lies
    outside. So p < 0.05 exactly when the 95 % interval says so. Not below 0.000001; 1 when 0 is never outside."""
    if not _excludes(interval_at, 1 - 1e-9):
        return 1.0
    low, high = 0.0, 1.0  # of p = SMALLEST_P ** exponent: at low 0 lies outside, at high perhaps not
    if _excludes(interval_at, SMALLEST_P):
        return SMALLEST_P
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _excludes(interval_at, SMALLEST_P**middle) else (low, middle)
    return float(SMALLEST_P**low)


def _excludes(interval_at: Intervals, p: float) -> bool:
    found = interval_at(1 - p)
    return not found.low <= 0 <= found.high
