"""Shares of people. Formula and worked example: docs/methods/shares.md."""

from math import sqrt

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval, normal_quantile


def wilson(count: float, n: int, confidence: float = CONFIDENCE) -> Interval:
    """Wilson's score interval of the share ``count / n`` (Wilson 1927), as fractions 0..1.

    All shares p whose own standard error, sqrt(p (1 - p) / n), puts the observed share within z of them. Good for small n
    and for shares near 0 and 1. Not for weighted answers, nor for a group that was counted completely.

    Raises ValueError unless n > 0 and 0 <= count <= n.
    """
    if n <= 0 or not 0 <= count <= n:
        raise ValueError("a share needs n > 0 and 0 <= count <= n")
    return _wilson(count / n, n, confidence)


def _wilson(share: float, n: float, confidence: float) -> Interval:
    z = normal_quantile(confidence)
    spread = z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return Interval(0.0 if share == 0 else max(0.0, middle - half), 1.0 if share == 1 else min(1.0, middle + half))


def wilson_of_all(count: float, n: int, population: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval of the share among all ``population`` leavers of whom n answered: Wilson's with the finite population
    correction, n (N - 1) / (N - n) in place of n (Cochran 1977). When all answered nothing is uncertain.

    Takes who answered for a random part of the leavers: see ``response`` for whether that looks true. Raises ValueError
    unless 0 < n <= population and 0 <= count <= n.
    """
    if not 0 < n <= population:
        raise ValueError("who answered is a part of all leavers")
    if n == population:
        return Interval(count / n, count / n)
    reached = n * (population - 1) / (population - n)
    return _wilson(count / n, reached, confidence)
