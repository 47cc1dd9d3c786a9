"""Shares of many small units, each drawn towards the whole as far as its size asks. See docs/methods/pooling.md."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import betaln
from scipy.stats import beta

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval

Numbers = NDArray[np.float64]
ALIKE = 1e6  # people that the whole counts for when units do not differ at all


@dataclass(frozen=True, slots=True)
class Pooled:
    """``share`` of a unit after pooling; ``weight``: how far it rests on the unit's own answers, 0..1."""

    share: float
    interval: Interval
    weight: float


@dataclass(frozen=True, slots=True)
class Pool:
    """``mean``: of the units; ``counts_for``: how many people of experience the whole adds to each unit."""

    mean: float
    counts_for: float
    units: tuple[Pooled, ...]


def partial_pooling(counts: Sequence[int], n: Sequence[int], confidence: float = CONFIDENCE) -> Pool:
    """Empirical Bayes for shares: each unit's own share comes from a beta distribution whose two parameters are estimated
    from all units together, by marginal maximum likelihood started from moments (Gelman and others 2013, chapter 5).

    A small unit is drawn to the mean, a large one keeps its own; the ranking of raw shares, in which the smallest units are
    always first and last, disappears. The intervals take the two parameters as known, so with fewer than about ten units
    they are somewhat narrow. Raises ValueError for fewer than three units or counts that cannot be.
    """
    yes, all_ = np.asarray(counts, dtype=np.float64), np.asarray(n, dtype=np.float64)
    if len(yes) != len(all_) or len(yes) < 3 or (all_ <= 0).any() or (yes < 0).any() or (yes > all_).any():
        raise ValueError("pooling needs three units or more, each with 0 <= count <= n and n > 0")
    a, b = _fitted(yes, all_)
    tail = (1 - confidence) / 2
    after = beta(a + yes, b + all_ - yes)
    low, high, mean = after.ppf(tail), after.ppf(1 - tail), after.mean()
    weight = all_ / (all_ + a + b)
    units = tuple(
        Pooled(float(m), Interval(float(lo), float(hi)), float(w))
        for m, lo, hi, w in zip(mean, low, high, weight, strict=True)
    )
    return Pool(float(a / (a + b)), float(a + b), units)


def beta_by_moments(counts: Sequence[int], n: Sequence[int]) -> tuple[float, float]:
    """The beta distribution with the mean and variance of the raw shares: a first guess that lets noise count as difference."""
    shares = np.asarray(counts, dtype=np.float64) / np.asarray(n, dtype=np.float64)
    mean, variance = float(shares.mean()), float(shares.var(ddof=1))
    if not 0 < mean < 1 or variance <= 0:
        return max(mean, 1e-3) * ALIKE, max(1 - mean, 1e-3) * ALIKE
    size = max(mean * (1 - mean) / variance - 1, 0.1)
    return mean * size, (1 - mean) * size


def _fitted(yes: Numbers, n: Numbers) -> tuple[float, float]:
    start_a, start_b = beta_by_moments(yes.astype(int).tolist(), n.astype(int).tolist())
    start = np.array([np.log(start_a / start_b), np.log(start_a + start_b)])

    def unlikely(point: Numbers) -> float:
        mean, size = 1 / (1 + np.exp(-point[0])), np.exp(point[1])
        a, b = mean * size, (1 - mean) * size
        return -float((betaln(a + yes, b + n - yes) - betaln(a, b)).sum())

    bounds = [(-12.0, 12.0), (-2.0, float(np.log(ALIKE)))]
    best = minimize(unlikely, np.clip(start, *np.array(bounds).T), method="L-BFGS-B", bounds=bounds)
    mean, size = 1 / (1 + np.exp(-best.x[0])), np.exp(best.x[1])
    return float(mean * size), float((1 - mean) * size)
