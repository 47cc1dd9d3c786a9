"""Do groups differ, and how much; and how to ask that many times without false alarms. See docs/methods/comparison.md."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import MonteCarloMethod, chi2_contingency, fisher_exact

SMALL = 5  # expected people in a cell under which chi-square is not trusted (Cochran 1954)
DRAWS = 9_999
SEED = 20_261_124  # any fixed number: the same table gives the same answer


@dataclass(frozen=True, slots=True)
class Independence:
    """``p``: chance of a table at least as uneven when groups do not differ. ``exact``: not from chi-square.
    ``cramers_v``: 0 no difference, 1 as different as can be; about 0.1 is small, 0.3 medium, 0.5 large (Cohen 1988)."""

    p: float
    exact: bool
    chi2: float
    df: int
    cramers_v: float


def independence(table: ArrayLike) -> Independence:
    """Whether the rows of a table of counts (groups x answers) have the same shares.

    Pearson's chi-square where at least 5 people are expected in every cell, otherwise exact: Fisher's test for 2 x 2, drawn
    tables with the same margins for larger ones (Freeman, Halton 1951; 9,999 draws from a fixed seed, so p >= 0.0001).
    Empty rows and columns say nothing and are left out. Says nothing about which cell differs.

    Raises ValueError for negative counts, or when fewer than two rows or columns have anybody.
    """
    counts = np.asarray(table, dtype=np.int64)
    if counts.ndim != 2 or (counts < 0).any():
        raise ValueError("a table has rows and columns of counts")
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    if min(counts.shape, default=0) < 2:
        raise ValueError("a comparison needs two groups and two answers with people in them")
    found = chi2_contingency(counts, correction=False)
    effect = math.sqrt(found.statistic / (counts.sum() * (min(counts.shape) - 1)))
    exact = bool((found.expected_freq < SMALL).any())
    p = _exact(counts) if exact else float(found.pvalue)
    return Independence(p, exact, float(found.statistic), int(found.dof), effect)


def _exact(counts: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> float:
    if counts.shape == (2, 2):
        return float(fisher_exact(counts).pvalue)
    drawn = MonteCarloMethod(n_resamples=DRAWS, rng=np.random.default_rng(SEED))
    return float(fisher_exact(counts, method=drawn).pvalue)


@dataclass(frozen=True, slots=True)
class Corrected:
    """One comparison of many. ``q``: the smallest false discovery rate at which it still counts as a finding."""

    p: float
    q: float
    found: bool


def benjamini_hochberg(p_values: Sequence[float], rate: float = 0.05) -> tuple[Corrected, ...]:
    """Which of many comparisons are findings, in the order given, when at most ``rate`` of the findings may be false alarms
    on average (Benjamini, Hochberg 1995; also for tests that are positively dependent). Say how many were made.

    Raises ValueError for a p outside 0..1.
    """
    p = np.asarray(p_values, dtype=np.float64)
    if ((p < 0) | (p > 1) | np.isnan(p)).any():
        raise ValueError("a p-value lies between 0 and 1")
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    return tuple(Corrected(float(one), float(level), bool(level <= rate)) for one, level in zip(p, q, strict=True))
