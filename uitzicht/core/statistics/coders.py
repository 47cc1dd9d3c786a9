"""Agreement from the answers themselves: two coders or two moments, kappa and its kin; any number of coders, alpha.

``agreement`` is for published shares. Formulas and worked examples: docs/methods/agreement.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import chi2

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval, normal_quantile

Square = NDArray[np.float64]


class Weights(StrEnum):
    """What a near miss counts: nothing; less with the distance; less with the distance squared."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Kappa:
    """``share``: people given the same answer twice (0..1), near misses counted in part; ``value``: kappa."""

    share: float
    chance: float
    value: float
    interval: Interval


def cohen_kappa(table: ArrayLike, weights: Weights = Weights.NONE, confidence: float = CONFIDENCE) -> Kappa:
    """Cohen's kappa (1960), or weighted (1968), of a square table (first answer x second answer), with the large-sample
    interval of Fleiss, Cohen and Everitt (1969). For fewer than about 30 people the interval is too narrow.

    Raises ValueError for a table that is not square or empty, or when chance alone makes agreement certain.
    """
    counts = _square(table)
    n = counts.sum()
    p = counts / n
    w = _weights(len(p), weights)
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    share, chance = float((w * p).sum()), float((w * np.outer(rows, columns)).sum())
    if chance >= 1:
        raise ValueError("everybody gave one and the same answer: agreement above chance has no meaning")
    value = (share - chance) / (1 - chance)
    by_row, by_column = w @ columns, w.T @ rows
    spread = (p * (w - (by_row[:, None] + by_column[None, :]) * (1 - value)) ** 2).sum()
    error = sqrt(max(0.0, float(spread - (value - chance * (1 - value)) ** 2)) / n) / (1 - chance)
    half = normal_quantile(confidence) * error
    return Kappa(share, chance, value, Interval(max(-1.0, value - half), min(1.0, value + half)))


class Strength(StrEnum):
    """Landis and Koch (1977): words that are a habit of the field, not a law."""

    POOR = "poor"
    SLIGHT = "slight"
    FAIR = "fair"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    ALMOST_PERFECT = "almost_perfect"


def strength(kappa: float) -> Strength:
    """The word for a kappa: under 0 poor, to 0.20 slight, 0.40 fair, 0.60 moderate, 0.80 substantial, 1 almost perfect."""
    steps = (0.0, 0.2, 0.4, 0.6, 0.8)
    if kappa < 0:
        return Strength.POOR
    return list(Strength)[max(1, sum(kappa > step for step in steps))]


class Scale(StrEnum):
    """How far apart two answers are: equal or not; by rank; by distance."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


def krippendorff_alpha(ratings: Sequence[Sequence[float | None]], scale: Scale = Scale.NOMINAL) -> float:
    """Krippendorff's alpha (2011) of any number of coders, who may have skipped units: 1 - observed / expected disagreement.

    ``ratings``: one sequence of equal length for each coder, None where a coder gave none; categories as numbers.
    Raises ValueError when no unit has two ratings or all ratings are the same.
    """
    units = [[value for value in unit if value is not None] for unit in zip(*ratings, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in units for value in unit})
    if len(values) < 2:
        raise ValueError("alpha needs units with two ratings, and ratings that are not all the same")
    place = {value: number for number, value in enumerate(values)}
    pairs = np.zeros((len(values), len(values)))
    for unit in units:
        given = np.bincount([place[value] for value in unit], minlength=len(values)).astype(np.float64)
        pairs += (np.outer(given, given) - np.diag(given)) / (len(unit) - 1)
    marginal = pairs.sum(axis=1)
    distance = _distances(np.array(values, dtype=np.float64), marginal, scale)
    n = marginal.sum()
    expected = (np.outer(marginal, marginal) * distance).sum() / (n - 1)
    return float(1 - (pairs * distance).sum() / expected)


@dataclass(frozen=True, slots=True)
class Homogeneity:
    """``p``: chance of shifts at least as large when shares are the same both times."""

    chi2: float
    df: int
    p: float


def marginal_homogeneity(table: ArrayLike) -> Homogeneity:
    """Did shares shift between two answers of the same people? Stuart (1955), Maxwell (1970); McNemar for 2 x 2.

    Answers that nobody gave are left out. Raises ValueError for a table that is not square, or where nobody shifted.
    """
    counts = _square(table)
    used = (counts.sum(axis=0) + counts.sum(axis=1)) > 0
    counts = counts[used][:, used]
    gap = counts.sum(axis=1) - counts.sum(axis=0)
    spread = np.diag(counts.sum(axis=1) + counts.sum(axis=0)) - counts - counts.T
    spread, gap, df = spread[:-1, :-1], gap[:-1], len(counts) - 1
    if df < 1 or np.linalg.matrix_rank(spread) < df:
        raise ValueError("nobody answered differently the second time, or answers fall apart into groups")
    statistic = float(gap @ np.linalg.solve(spread, gap))
    return Homogeneity(statistic, df, float(chi2.sf(statistic, df)))


def _square(table: ArrayLike) -> Square:
    counts = np.asarray(table, dtype=np.float64)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or (counts < 0).any() or not counts.sum():
        raise ValueError("agreement needs a square table of counts with somebody in it")
    return counts


def _weights(size: int, weights: Weights) -> Square:
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) / max(1, size - 1)
    if weights is Weights.NONE:
        return np.eye(size)
    return 1 - (apart if weights is Weights.LINEAR else apart**2)


def _distances(values: Square, marginal: Square, scale: Scale) -> Square:
    if scale is Scale.NOMINAL:
        return (1 - np.eye(len(values))).astype(np.float64)
    at = values
    if scale is Scale.ORDINAL:
        at = np.cumsum(marginal) - marginal / 2
    return np.subtract.outer(at, at) ** 2
