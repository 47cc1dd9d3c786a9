"""Do two means of bounded scores differ, when only the means are known? Worked example: docs/methods/comparison.md."""

from statistics import NormalDist


def mean_difference(
    mean: float, n: int, other: float, other_n: int, *, low: float = 1, high: float = 5, half_step: float = 0
) -> float:
    """A cautious two-sided p of two equal means of n scores between ``low`` and ``high``.

    A release publishes no standard deviation, so the largest variance that the common mean m allows stands in for it,
    (high - m)(m - low) (Bhatia, Davis 2000): the score test of two shares, on the position of the means on their scale.
    ``half_step``: half the unit to which both were rounded, taken off the difference at both sides. Never smaller than a
    test of the scores themselves would be, but for the normal approximation: not under 20 scores in each group.

    Raises ValueError unless n, other_n > 0 and both means lie on the scale.
    """
    if min(n, other_n) <= 0 or not (low <= mean <= high and low <= other <= high):
        raise ValueError("a difference of means needs scores in both groups, on their scale")
    gap = max(0.0, abs(mean - other) - 2 * half_step)
    common = (n * mean + other_n * other) / (n + other_n)
    variance = (high - common) * (common - low) * (1 / n + 1 / other_n)
    return 2 * NormalDist().cdf(-gap / variance**0.5) if gap else 1.0
