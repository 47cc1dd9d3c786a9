"""Cox's proportional hazards with delayed entry, in numpy. Formula and worked example: docs/methods/survival.md.

Own code because statsmodels takes ten times as long on a million rows (``python -m benchmarks.survival``).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

from uitzicht.core.statistics.survival import Numbers, Spells
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval, normal_quantile

MOST_STEPS = 30
ENOUGH = 1e-9  # change of the log likelihood, relative
WORST_CONDITION = 1e12
NO_TOP = 50.0  # a log hazard ratio this uncertain says nothing: the fit ran off to infinity


@dataclass(frozen=True)
class Ratio:
    """A hazard ratio: how many times as likely to leave at any moment, for one unit more. ``p``: Wald's test of 1."""

    ratio: float
    interval: Interval
    log_ratio: float
    standard_error: float
    p: float


@dataclass(frozen=True)
class CoxFit:
    """One ratio for each column; ``log_likelihood`` is the partial one."""

    ratios: tuple[Ratio, ...]
    log_likelihood: float
    leavers: int


def cox(observed: Spells, columns: ArrayLike, confidence: float = CONFIDENCE) -> CoxFit:
    """Hazard ratios of ``columns``, shape (spells, columns) (Cox 1972; ties as Breslow 1974).

    Assumes that a ratio is the same at every length of service: where survival curves cross it means nothing. Never called
    causal. With 10 leavers or fewer for each column it is not to be trusted (Peduzzi and others 1995).

    Raises ValueError when shapes differ, nobody left, a column does not vary among those at risk, or the likelihood has no
    top (a column that separates those who left from the others).
    """
    x = np.asarray(columns, dtype=np.float64)
    if x.ndim != 2 or len(x) != len(observed) or not observed.left.any():
        raise ValueError("columns has one row for each spell, and somebody left")
    at = _Sorted(observed, x - x.mean(axis=0))
    beta = np.zeros(x.shape[1])
    likelihood, gradient, information = at.likelihood(beta)
    for _ in range(MOST_STEPS):
        try:
            step = np.linalg.solve(information, gradient)
        except np.linalg.LinAlgError as fault:
            raise ValueError("a column does not vary, or repeats others") from fault
        following = at.likelihood(beta + step)
        while not following[0] >= likelihood - abs(likelihood) * ENOUGH and np.abs(step).max() > ENOUGH:
            step /= 2
            following = at.likelihood(beta + step)
        beta, change = beta + step, following[0] - likelihood
        likelihood, gradient, information = following
        if abs(change) <= ENOUGH * (abs(likelihood) + 1):
            return _fit(beta, information, likelihood, int(observed.left.sum()), confidence)
    raise ValueError("the likelihood has no top: a column separates those who left from the others")


def _fit(beta: Numbers, information: Numbers, likelihood: float, leavers: int, confidence: float) -> CoxFit:
    if np.linalg.cond(information) > WORST_CONDITION:
        raise ValueError("a column does not vary, or repeats others")
    errors = np.sqrt(np.diag(np.linalg.inv(information)))
    if errors.max() > NO_TOP:
        raise ValueError("the likelihood has no top: a column separates those who left from the others")
    z = normal_quantile(confidence)
    ratios = tuple(
        Ratio(
            float(np.exp(b)), Interval(float(np.exp(b - z * se)), float(np.exp(b + z * se))), float(b), float(se),
            float(2 * norm.sf(abs(b / se))),
        )
        for b, se in zip(beta, errors, strict=True)
    )  # fmt: skip
    return CoxFit(ratios, likelihood, leavers)


class _Sorted:
    """Sums over everybody at risk at each departure, by running sums over people sorted by exit and by entry."""

    def __init__(self, observed: Spells, x: Numbers) -> None:
        self.times, places = np.unique(observed.exit[observed.left], return_inverse=True)
        self.leavers = np.bincount(places).astype(np.float64)
        self.sums = x[observed.left].sum(axis=0)
        self.by_exit = np.argsort(observed.exit, kind="stable")
        self.gone = np.searchsorted(observed.exit[self.by_exit], self.times, side="left")
        late = observed.entry > 0
        self.by_entry = np.nonzero(late)[0][np.argsort(observed.entry[late], kind="stable")]
        self.entered = np.searchsorted(observed.entry[self.by_entry], self.times, side="left")
        self.x = x
        self.pairs = np.triu_indices(x.shape[1])

    def likelihood(self, beta: Numbers) -> tuple[float, Numbers, Numbers]:
        """The partial log likelihood, its gradient, and minus its second derivative."""
        line = np.clip(self.x @ beta, -500, 500)
        weight = np.exp(line)
        total = self._at_risk(weight)
        mean = np.stack([self._at_risk(weight * column) for column in self.x.T], axis=1) / total[:, None]
        second = np.empty((self.x.shape[1], self.x.shape[1]))
        for row, column in zip(*self.pairs, strict=True):
            square = self._at_risk(weight * self.x[:, row] * self.x[:, column]) / total
            value = float(self.leavers @ (square - mean[:, row] * mean[:, column]))
            second[row, column] = second[column, row] = value
        value = float(self.sums @ beta - self.leavers @ np.log(total))
        return value, self.sums - self.leavers @ mean, second

    def _at_risk(self, weight: NDArray[np.float64]) -> Numbers:
        """The sum of weights of those who have entered before each departure and have not gone before it."""
        running = np.concatenate(([0.0], np.cumsum(weight[self.by_exit])))
        there: Numbers = running[-1] - running[self.gone]
        if not len(self.by_entry):
            return there
        late = np.concatenate(([0.0], np.cumsum(weight[self.by_entry])))
        return np.asarray(there - (late[-1] - late[self.entered]), dtype=np.float64)
