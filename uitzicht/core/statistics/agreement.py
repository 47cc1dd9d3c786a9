"""How far two answers of the same people agree. Formula and worked example: docs/methods/agreement.md."""

from collections.abc import Sequence
from math import fsum, sqrt

from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval


def by_chance(first: Sequence[float], second: Sequence[float]) -> float:
    """The part of the people who would give the same answer twice if the two had nothing to do with each other: the sum of
    first[i] * second[i], shares (0..1) of every answer in the same order. Raises ValueError for answers that differ."""
    return fsum(one * other for one, other in zip(first, second, strict=True))


def kappa(share: float, chance: float) -> float:
    """Cohen's kappa (Cohen 1960): (share - chance) / (1 - chance); 1 is full agreement, 0 no more than chance.

    ``share``: part of the people who answered the same twice. Not for ordered answers, where a near miss counts in part.
    Raises ValueError when chance is 1: everybody gave one and the same answer, and agreement above chance has no meaning.
    """
    if not (0 <= share <= 1 and 0 <= chance < 1):
        raise ValueError("kappa needs a share from 0 to 1, and less than certain agreement by chance")
    return (share - chance) / (1 - chance)


def kappa_interval(same: int, n: int, chance: Interval, confidence: float = CONFIDENCE) -> Interval:
    """All kappas that fit ``same`` of ``n`` (Wilson's interval of the share) and agreement by chance within ``chance``,
    which is a range where some shares are only known as ranges. Raises ValueError as ``wilson`` and ``kappa`` do."""
    share = wilson(same, n, confidence)
    return Interval(kappa(share.low, chance.high), kappa(share.high, chance.low))


def shift(before: int, n_before: int, after: int, n_after: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval of ``after / n_after - before / n_before`` (Newcombe 1998, method 10: from two Wilson intervals).

    For two groups without people in common; where the same people are in both and tend to answer alike it is wider than
    needed, never narrower. Raises ValueError as ``wilson`` does.
    """
    one, other = wilson(before, n_before, confidence), wilson(after, n_after, confidence)
    p1, p2 = before / n_before, after / n_after
    difference = p2 - p1
    return Interval(
        difference - sqrt((p2 - other.low) ** 2 + (one.high - p1) ** 2),
        difference + sqrt((other.high - p2) ** 2 + (p1 - one.low) ** 2),
    )
