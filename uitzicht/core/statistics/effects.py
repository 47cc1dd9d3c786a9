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
    events: Sequence[int], exposure: Sequence[float], others: Sequence[int], others_exposure: Sequence[float], at: int
) -> Effect:
    """The step in a series of rates from period ``at`` on, beyond that of the comparison series (Bernal and others 2017):
    Poisson regression of both series with a level and a slope of their own, a common step, and the step of the first.

    Overdispersion widens the interval (quasi-Poisson, never below 1). Raises ValueError for fewer than three periods before
    or two after, for series of different length, or when the fit does not settle.
    """
    n = len(events)
    if not n == len(exposure) == len(others) == len(others_exposure) or not 3 <= at <= n - 2:
        raise ValueError("two series of equal length, with three periods before the action and two after")
    time = np.tile(np.arange(n, dtype=np.float64) - at, 2)
    first = np.repeat([1.0, 0.0], n)
    after = (time >= 0).astype(np.float64)
    design = np.stack([np.ones(2 * n), first, time, first * time, after, first * after], axis=1)
    counts = np.array([*events, *others], dtype=np.float64)
    exposed = np.array([*exposure, *others_exposure], dtype=np.float64)
    beta, spread = _poisson(design, counts, exposed)
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
