"""Means of bounded scores of which only the mean is known. Formula and worked example: docs/methods/means.md."""

from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval


def mean_interval(
    mean: float, n: int, low: float = 1, high: float = 5, *, half_step: float = 0, confidence: float = CONFIDENCE
) -> Interval:
    """A cautious interval of a mean of n scores between ``low`` and ``high``, in score points.

    A release publishes no standard deviation, so the largest variance that a mean m allows stands in for it:
    (high - m)(m - low), the bound of Bhatia and Davis (2000). Solved for m, that is Wilson's interval of the position of
    the mean on its scale. ``half_step``: half the unit to which the mean was rounded, added at both sides first.
    Never narrower than an interval from the answers themselves; not for tests of a difference.

    Raises ValueError unless n > 0 and low <= mean <= high.
    """
    if not low <= mean <= high:
        raise ValueError("a mean lies on its scale")
    width = high - low

    def bound(value: float) -> Interval:
        position = (min(max(value, low), high) - low) / width
        return wilson(position * n, n, confidence)

    return Interval(low + width * bound(mean - half_step).low, low + width * bound(mean + half_step).high)
