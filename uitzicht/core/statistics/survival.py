"""How long people stay: survival with delayed entry. Formulas and worked examples: docs/methods/survival.md.

Somebody counts as at risk from the day they come under observation (later than the day they were hired: delayed entry) until
they leave, or until observation ends (censored). Times are in one unit of the caller's choice, counted from hiring.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import chi2

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval, normal_quantile

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Spells:
    """Employment as observed, one entry for each spell: at risk in (entry, exit]; ``left``: it ended with a departure.

    Raises ValueError when lengths differ or somebody is at risk for no time at all.
    """

    entry: Numbers
    exit: Numbers
    left: Flags

    def __post_init__(self) -> None:
        if not len(self.entry) == len(self.exit) == len(self.left):
            raise ValueError("entry, exit and left have one value for each spell")
        if not (np.isfinite(self.exit).all() and (self.entry >= 0).all() and (self.exit > self.entry).all()):
            raise ValueError("a spell ends after it began to be observed, and not before it started")

    def __len__(self) -> int:
        return len(self.exit)


def spells(exit: ArrayLike, left: ArrayLike, entry: ArrayLike | None = None) -> Spells:
    """Spells from anything that makes arrays; without ``entry`` everybody is observed from time 0."""
    ends = np.asarray(exit, dtype=np.float64)
    starts = np.zeros_like(ends) if entry is None else np.asarray(entry, dtype=np.float64)
    return Spells(starts, ends, np.asarray(left, dtype=np.bool_))


@dataclass(frozen=True, eq=False)
class Risk:
    """The times at which somebody left, in order, how many were at risk just before, and how many left."""

    times: Numbers
    at_risk: NDArray[np.int64]
    leavers: NDArray[np.int64]


def risk(observed: Spells) -> Risk:
    """O(n log n): sorts once, then counts."""
    times, leavers = np.unique(observed.exit[observed.left], return_counts=True)
    return Risk(times, _at_risk(observed, times), leavers.astype(np.int64))


def _at_risk(observed: Spells, times: Numbers) -> NDArray[np.int64]:
    entered = np.searchsorted(np.sort(observed.entry), times, side="left")
    gone = np.searchsorted(np.sort(observed.exit), times, side="left")
    return (entered - gone).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Curve:
    """A step function: ``value[i]`` holds from ``times[i]`` on (before the first: ``start``); ``low``, ``high``: pointwise."""

    times: Numbers
    at_risk: NDArray[np.int64]
    leavers: NDArray[np.int64]
    value: Numbers
    low: Numbers
    high: Numbers
    start: float

    def at(self, time: float) -> float:
        step = int(np.searchsorted(self.times, time, side="right")) - 1
        return float(self.value[step]) if step >= 0 else self.start

    def interval_at(self, time: float) -> Interval:
        step = int(np.searchsorted(self.times, time, side="right")) - 1
        return (
            Interval(float(self.low[step]), float(self.high[step])) if step >= 0 else Interval(self.start, self.start)
        )

    def first_below(self, share: float) -> float | None:
        """The first time from which no more than ``share`` is left, such as the median stay; None: never while observed."""
        below = np.nonzero(self.value <= share + 1e-12)[0]
        return float(self.times[below[0]]) if len(below) else None


def kaplan_meier(observed: Spells, confidence: float = CONFIDENCE) -> Curve:
    """The share of people who stay longer than t: the product over departures of 1 - leavers / at risk (Kaplan, Meier 1958;
    delayed entry: Tsiatis and others, see docs). Interval: Greenwood's variance on the log(-log) scale, so it stays in 0..1.

    Assumes that who is censored is like who stays. With delayed entry few people at risk early on can pull the curve down
    to 0 too soon: look at ``at_risk``. For several ways to leave use ``cumulative_incidence``.
    """
    counted = risk(observed)
    value = np.asarray(np.cumprod(1 - counted.leavers / counted.at_risk), dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = value * np.sqrt(np.cumsum(counted.leavers / (counted.at_risk * (counted.at_risk - counted.leavers))))
    low, high = _log_log(value, error, normal_quantile(confidence))
    return Curve(counted.times, counted.at_risk, counted.leavers, value, low, high, start=1.0)


def _log_log(value: Numbers, error: Numbers, z: float) -> tuple[Numbers, Numbers]:
    """An interval of probabilities that stays in 0..1; at 0 and at 1 there is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        width = np.exp(z * error / np.abs(value * np.log(value)))
        low, high = value**width, value ** (1 / width)
    inside = (value > 0) & (value < 1)
    return np.where(inside, low, value), np.where(inside, high, value)


def nelson_aalen(observed: Spells, confidence: float = CONFIDENCE) -> Curve:
    """The cumulative hazard: the sum over departures of leavers / at risk (Nelson 1972, Aalen 1978). Interval on the log
    scale, variance the sum of leavers / at risk squared. A straight line means that leaving is as likely early as late."""
    counted = risk(observed)
    value = np.asarray(np.cumsum(counted.leavers / counted.at_risk), dtype=np.float64)
    error = np.sqrt(np.cumsum(counted.leavers / counted.at_risk.astype(np.float64) ** 2))
    factor = np.exp(normal_quantile(confidence) * error / value)
    return Curve(counted.times, counted.at_risk, counted.leavers, value, value / factor, value * factor, start=0.0)


def cumulative_incidence(observed: Spells, cause: Sequence[str]) -> Mapping[str, Curve]:
    """For each cause the probability to have left by t for that cause, while the others compete (Aalen, Johansen 1978): the
    sum of S(t-) x leavers for the cause / at risk. ``cause``: one for each spell, of those who left. The causes and those
    who stay add up to 1. 95 % interval: delta method on the log(-log) scale (Marubini, Valsecchi 1995).

    One minus Kaplan-Meier of one cause, with the others censored, is not this: it says what would be without them.
    """
    names = np.asarray(cause, dtype=object)
    if len(names) != len(observed):
        raise ValueError("cause has one value for each spell")
    counted = risk(observed)
    before = np.concatenate(([1.0], np.cumprod(1 - counted.leavers / counted.at_risk)[:-1]))
    curves = {}
    for name in sorted({str(one) for one in names[observed.left]}):
        mine = observed.exit[observed.left & (names == name)]
        leavers = np.bincount(np.searchsorted(counted.times, mine), minlength=len(counted.times)).astype(np.int64)
        value = np.asarray(np.cumsum(before * leavers / counted.at_risk), dtype=np.float64)
        error = np.sqrt(np.maximum(_incidence_variance(value, before, leavers, counted), 0))
        low, high = _log_log(value, error, normal_quantile(CONFIDENCE))
        curves[name] = Curve(counted.times, counted.at_risk, leavers, value, low, high, start=0.0)
    return curves


def _incidence_variance(value: Numbers, before: Numbers, leavers: NDArray[np.int64], counted: Risk) -> Numbers:
    """Delta method; sums over event times u <= t, written with running sums so that it stays linear in the times."""
    n, d = counted.at_risk.astype(np.float64), counted.leavers.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        all_causes = np.where(n > d, d / (n * (n - d)), 0.0)
    own = before**2 * leavers * (n - leavers) / n**3
    mixed = before * leavers / n**2
    first = (
        value**2 * np.cumsum(all_causes) - 2 * value * np.cumsum(value * all_causes) + np.cumsum(value**2 * all_causes)
    )
    return np.asarray(
        first + np.cumsum(own) - 2 * (value * np.cumsum(mixed) - np.cumsum(value * mixed)), dtype=np.float64
    )


@dataclass(frozen=True)
class LogRank:
    """``observed`` and ``expected`` leavers by group, in the order given; ``chi2`` with ``df`` degrees of freedom."""

    observed: tuple[float, ...]
    expected: tuple[float, ...]
    chi2: float
    df: int
    p: float


def log_rank(groups: Sequence[Spells]) -> LogRank:
    """Do groups leave equally soon? (Mantel 1966, Peto 1972; k groups, ties hypergeometric.) Sees any difference in hazard
    that goes one way; crossing curves can cancel out. Raises ValueError for fewer than two groups or nobody who left."""
    if len(groups) < 2 or not any(group.left.any() for group in groups):
        raise ValueError("a log-rank test compares two or more groups in which somebody left")
    times = np.unique(np.concatenate([group.exit[group.left] for group in groups]))
    at_risk = np.array([_at_risk(group, times) for group in groups], dtype=np.float64)
    leavers = np.array([_leavers_at(group, times) for group in groups], dtype=np.float64)
    n, d = at_risk.sum(axis=0), leavers.sum(axis=0)
    expected = at_risk * d / n
    spread = np.where(n > 1, d * (n - d) / np.maximum(n - 1, 1), 0.0)
    share = at_risk / n
    variance = np.diag((share * spread).sum(axis=1)) - (share * spread) @ share.T
    gap = (leavers - expected).sum(axis=1)[:-1]
    statistic = float(gap @ np.linalg.pinv(variance[:-1, :-1]) @ gap)
    df = len(groups) - 1
    return LogRank(
        tuple(leavers.sum(axis=1).tolist()),
        tuple(expected.sum(axis=1).tolist()),
        statistic,
        df,
        float(chi2.sf(statistic, df)),
    )


def _leavers_at(group: Spells, times: Numbers) -> NDArray[np.int64]:
    places = np.searchsorted(times, group.exit[group.left])
    return np.bincount(places, minlength=len(times)).astype(np.int64)


@dataclass(frozen=True)
class LifeTableRow:
    """One interval of service: how many entered it, left in it, were censored in it; ``stays``: the share that outlasts it
    of those who entered; ``survival``: the share that is still there at its end."""

    entered: int
    leavers: int
    censored: int
    stays: float
    survival: float


def life_table(rows: Sequence[tuple[int, int, int]]) -> tuple[LifeTableRow, ...]:
    """The actuarial table from grouped counts (entered, leavers, censored) of successive intervals, for organisations that
    know bands of service only: who is censored in an interval counts for half of it (Cutler, Ederer 1958).

    Raises ValueError for negative counts or more people leaving than were there.
    """
    table, survival = [], 1.0
    for entered, leavers, censored in rows:
        if min(entered, leavers, censored) < 0 or leavers + censored > entered:
            raise ValueError("an interval cannot lose more people than entered it")
        exposed = entered - censored / 2
        stays = 1 - leavers / exposed if exposed else 1.0
        survival *= stays
        table.append(LifeTableRow(entered, leavers, censored, stays, survival))
    return tuple(table)
