"""Rates: events per exposure, such as leavers per person-year."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scipy.special import gammaincinv
from scipy.stats import binomtest

from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval

DAYS_IN_A_YEAR = 365.25


def poisson_rate(events: int, exposure: float, confidence: float = CONFIDENCE) -> Interval:
    """Exact Poisson interval of ``events / exposure`` (Garwood 1936), per unit of exposure.

    The ends are the means at which the count observed, or one further away, has probability (1 - confidence) / 2. Exact
    means at least the stated confidence. Not for events that come in clusters, such as a closed site.

    Raises ValueError unless events >= 0, exposure > 0 and 0 < confidence < 1.
    """
    if events < 0 or exposure <= 0 or not 0 < confidence < 1:
        raise ValueError("a rate needs events >= 0, exposure > 0 and a confidence between 0 and 1")
    tail = (1 - confidence) / 2
    low = float(gammaincinv(events, tail)) if events else 0.0
    return Interval(low / exposure, float(gammaincinv(events + 1, 1 - tail)) / exposure)


@dataclass(frozen=True, slots=True)
class Rate:
    """``events`` per unit of ``exposure``, such as leavers per person-year, with its exact interval."""

    events: int
    exposure: float
    value: float
    interval: Interval


def rate(events: int, exposure: float, confidence: float = CONFIDENCE) -> Rate:
    """A rate with ``poisson_rate`` around it. Raises ValueError as that does."""
    interval = poisson_rate(events, exposure, confidence)
    return Rate(events, exposure, events / exposure, interval)


def person_years(stays: Iterable[tuple[date, date | None]], first: date, end: date) -> float:
    """Years worked by everybody together in [first, end): each stay counts its days in that period, 365.25 to a year.

    ``stays``: first day, and the day after the last one (None: still here). Raises ValueError for an empty period.
    """
    if end <= first:
        raise ValueError("a period ends after it begins")
    days = sum(max(0, (min(gone or end, end) - max(began, first)).days) for began, gone in stays)
    return days / DAYS_IN_A_YEAR


def decomposed(parts: Mapping[str, int], exposure: float) -> dict[str, Rate]:
    """The rate of each part of the leavers over one and the same exposure: these rates add up to the rate of all."""
    return {part: rate(events, exposure) for part, events in parts.items()}


def stability(still_here: int, at_start: int, confidence: float = CONFIDENCE) -> tuple[float, Interval]:
    """The stability index (Bowey 1974): the share of those who worked here a year ago and still do, with Wilson's interval.

    A turnover of 20 % can be everybody once in five years or a few posts again and again; this tells them apart.
    """
    interval = wilson(still_here, at_start, confidence)
    return still_here / at_start, interval


@dataclass(frozen=True, slots=True)
class RateRatio:
    """How many times as often; ``p``: exact two-sided test of 1. ``value`` is None when the other rate has no events."""

    value: float | None
    interval: Interval
    p: float


def rate_ratio(events: int, exposure: float, others: int, others_exposure: float) -> RateRatio:
    """Does one group leave more often than another? Conditional on all events, those of the first group are binomial with
    p = r x / (r x + y), so the exact binomial interval (Clopper, Pearson 1934) gives that of r, 95 % (Przyborowski, Wilenski
    1940). Never too narrow. Raises ValueError for no exposure or no events at all: then nothing can be said."""
    total = events + others
    if min(exposure, others_exposure) <= 0 or min(events, others) < 0 or total == 0:
        raise ValueError("a ratio of rates needs exposure in both groups and at least one event")
    test = binomtest(events, total, exposure / (exposure + others_exposure))
    ends = test.proportion_ci(CONFIDENCE)
    scale = others_exposure / exposure
    low, high = (scale * p / (1 - p) if p < 1 else math.inf for p in (float(ends.low), float(ends.high)))
    return RateRatio(scale * events / others if others else None, Interval(low, high), float(test.pvalue))
