"""Did an action help: rates before and after, beside units where nothing was done. See docs/methods/effects.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval, normal_quantile

Numbers = NDArray[np.float64]
HALF = 0.5  # added where somewhere nobody left, so that a ratio exists (Haldane 1956)
MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Period:
    """Leavers and person-years of one stretch of time."""

    events: int
    exposure: float


@dataclass(frozen=True, slots=True)
class Effect:
    """``ratio`` of rates, after against before, divided by that of the comparison units; 1 is no effect. ``p``: Wald."""

    ratio: float
    interval: Interval
    p: float


def before_and_after(
    before: Period, after: Period, others_before: Period, others_after: Period, confidence: float = CONFIDENCE
) -> Effect:
    """The ratio of two rate ratios (difference in differences of log rates), with the interval of Woolf: the variance of
    each log rate is 1 / events.

    Assumes that without the action both would have changed alike. Two actions on one figure at one time cannot be told
    apart. Raises ValueError without exposure.
    """
    periods = (before, after, others_before, others_after)
    if any(period.exposure <= 0 or period.events < 0 for period in periods):
        raise ValueError("a rate needs exposure, and no fewer than 0 leavers")
    half = HALF if any(period.events == 0 for period in periods) else 0.0
    signs = (-1, 1, 1, -1)
    value = sum(sign * log((one.events + half) / one.exposure) for sign, one in zip(signs, periods, strict=True))
    error = sqrt(sum(1 / (period.events + half) for period in periods))
    return _effect(value, error, confidence)


def interrupted_series(
    events: Sequence[int],
    exposure: Sequence[float],
    others: Sequence[int],
    others_exposure: Sequence[float],
    at: int,
    times: Sequence[float] | None = None,
) -> Effect:
    """The step in a series of rates from period ``at`` on, beyond that of the comparison series (Bernal and others 2017):
    Poisson regression of both series with a level and a slope of their own, a common step, and the step of the first.

    ``times``: the middle of each period, 0 at the action, in any unit, where periods differ in length or one is left out;
    None: equal periods. Overdispersion widens the interval (quasi-Poisson, never below 1). Raises ValueError for fewer than
    three periods before or two after, for series of different length, or when the fit does not settle.
    """
    n = len(events)
    if not n == len(exposure) == len(others) == len(others_exposure) or not 3 <= at <= n - 2:
        raise ValueError("two series of equal length, with three periods before the action and two after")
    moments = np.arange(n, dtype=np.float64) - at if times is None else np.asarray(times, dtype=np.float64)
    if moments.shape != (n,):
        raise ValueError("one moment for each period")
    time = np.tile(moments, 2)
    first = np.repeat([1.0, 0.0], n)
    after = np.tile((np.arange(n) >= at).astype(np.float64), 2)
    design = np.stack([np.ones(2 * n), first, time, first * time, after, first * after], axis=1)
    counts = np.array([*events, *others], dtype=np.float64)
    exposed = np.array([*exposure, *others_exposure], dtype=np.float64)
    beta, spread = _poisson(design, counts, exposed)
    return _effect(float(beta[-1]), float(np.sqrt(spread[-1, -1])), CONFIDENCE)


def interrupted_beside(
    events: Sequence[int],
    exposure: Sequence[float],
    others: Sequence[int],
    others_exposure: Sequence[float],
    at: int,
    times: Sequence[float] | None = None,
) -> Effect:
    """The step of the first series from period ``at`` on, where every period has an effect of its own that both share, such
    as a bad year: the Poisson regression with a level for each period, and a level, a slope and a step of the first.

    Given the leavers of both, those of the first are binomial, so it is fitted as logistic regression with three
    coefficients. Narrower than ``interrupted_series`` where both move together; wants no trend that differs in shape.
    Overdispersion widens the interval. Raises ValueError as that does, and where nobody left on one side.
    """
    n = len(events)
    if not n == len(exposure) == len(others) == len(others_exposure) or not 3 <= at <= n - 2:
        raise ValueError("two series of equal length, with three periods before the action and two after")
    time = np.arange(n, dtype=np.float64) - at if times is None else np.asarray(times, dtype=np.float64)
    if time.shape != (n,):
        raise ValueError("one moment for each period")
    first, second = np.asarray(events, dtype=np.float64), np.asarray(others, dtype=np.float64)
    if min(part.sum() for series in (first, second) for part in (series[:at], series[at:])) == 0:
        raise ValueError("a ratio needs leavers on both sides of both series")
    after = (np.arange(n) >= at).astype(np.float64)
    design = np.stack([np.ones(n), time, after], axis=1)
    offset = np.log(np.asarray(exposure, dtype=np.float64) / np.asarray(others_exposure, dtype=np.float64))
    beta, spread = _logistic(design, first, first + second, offset)
    return _effect(float(beta[-1]), float(np.sqrt(spread[-1, -1])), CONFIDENCE)


def leavers_needed(ratio: float, power: float = 0.8, confidence: float = CONFIDENCE) -> int:
    """About how many leavers, before and after together, show an effect of this size with the given power, when exposure
    before and after is the same and the comparison units are many. Schoenfeld's formula: 4 (z + z')^2 / log(ratio)^2.

    Raises ValueError for a ratio of 1 or not above 0.
    """
    if ratio <= 0 or ratio == 1:
        raise ValueError("an effect is a ratio above 0 other than 1")
    z = normal_quantile(confidence) + float(norm.ppf(power))
    return ceil(4 * z * z / log(ratio) ** 2)


def leavers_to_expect(
    before: int,
    ratio: float,
    *,
    others_before: int | None = None,
    inflation: float = 1.0,
    power: float = 0.8,
    confidence: float = CONFIDENCE,
) -> int | None:
    """About how many leavers the time after the action must hold at the pace of before, for an effect of this size to show
    with the given power beside ``others_before`` leavers of the comparison units (None: no comparison, or very many).

    With B leavers before and b = B / others, the log of the ratio has variance (1 + b) / B + (1 / ratio + b) / E when E
    were to be expected, times ``inflation``; it may be log(ratio)^2 / (z + z')^2 at most (Schoenfeld 1983, unequal parts).
    None: so few left before that no number afterwards is enough. Raises ValueError for a ratio of 1 or not above 0.
    """
    if ratio <= 0 or ratio == 1:
        raise ValueError("an effect is a ratio above 0 other than 1")
    if before == 0 or others_before == 0:
        return None
    z = normal_quantile(confidence) + float(norm.ppf(power))
    beside = before / others_before if others_before else 0.0
    left = log(ratio) ** 2 / (z * z * inflation) - (1 + beside) / before
    return ceil((1 / ratio + beside) / left) if left > 0 else None


def slope_inflation(times: Sequence[float], at: int) -> float:
    """How many times as many leavers a step needs when a slope is estimated beside it: 1 / (1 - r^2), r the correlation of
    the moments with being after. Raises ValueError without periods on both sides."""
    if not 0 < at < len(times):
        raise ValueError("periods before and after the action")
    after = (np.arange(len(times)) >= at).astype(np.float64)
    together = float(np.corrcoef(np.asarray(times, dtype=np.float64), after)[0, 1])
    return 1 / (1 - min(together**2, 1 - 1e-9))


def _effect(value: float, error: float, confidence: float) -> Effect:
    z = normal_quantile(confidence)
    return Effect(
        exp(value), Interval(exp(value - z * error), exp(value + z * error)), float(2 * norm.sf(abs(value) / error))
    )


def _poisson(design: Numbers, counts: Numbers, exposure: Numbers) -> tuple[Numbers, Numbers]:
    """Coefficients and their covariance, by iteratively reweighted least squares with log(exposure) as offset."""
    beta = np.zeros(design.shape[1])
    beta[0] = np.log((counts.sum() + HALF) / exposure.sum())
    for _ in range(MOST_STEPS):
        mean = exposure * np.exp(np.clip(design @ beta, -30, 30))
        information = design.T @ (design * mean[:, None])
        try:
            step = np.linalg.solve(information, design.T @ (counts - mean))
        except np.linalg.LinAlgError as fault:
            raise ValueError("the series do not determine an effect") from fault
        beta = beta + step
        if np.abs(step).max() < 1e-9:
            free = max(1, len(counts) - design.shape[1])
            dispersion = max(1.0, float(((counts - mean) ** 2 / mean).sum() / free))
            return np.asarray(beta), np.asarray(dispersion * np.linalg.inv(information), dtype=np.float64)
    raise ValueError("the series do not determine an effect")


def _logistic(design: Numbers, counts: Numbers, totals: Numbers, offset: Numbers) -> tuple[Numbers, Numbers]:
    """Coefficients and their covariance of binomial counts, by iteratively reweighted least squares."""
    beta = np.zeros(design.shape[1])
    for _ in range(MOST_STEPS):
        share = 1 / (1 + np.exp(-np.clip(design @ beta + offset, -30, 30)))
        weight = totals * share * (1 - share)
        information = design.T @ (design * weight[:, None])
        try:
            step = np.linalg.solve(information, design.T @ (counts - totals * share))
        except np.linalg.LinAlgError as fault:
            raise ValueError("the series do not determine an effect") from fault
        beta = beta + step
        if np.abs(step).max() < 1e-9:
            free = max(1, len(counts) - design.shape[1])
            kept = weight > 0
            dispersion = max(1.0, float(((counts - totals * share)[kept] ** 2 / weight[kept]).sum() / free))
            return np.asarray(beta), np.asarray(dispersion * np.linalg.inv(information), dtype=np.float64)
    raise ValueError("the series do not determine an effect")
