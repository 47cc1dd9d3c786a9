"""Who is missing: do those who answered look like all leavers, and what if they are weighted to. See docs/methods/response.md."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.stats import hypergeom

from uitzicht.core.statistics.comparison import benjamini_hochberg
from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import Interval


@dataclass(frozen=True, slots=True)
class Answered:
    """One group of leavers: how many answered. ``p``: chance of a response this far from that of the others, were it the
    same; ``found``: it differs, after correction for all groups compared."""

    group: str
    leavers: int
    respondents: int
    interval: Interval
    p: float
    found: bool

    @property
    def rate(self) -> float:
        return self.respondents / self.leavers


def response_by_group(leavers: Mapping[str, int], respondents: Mapping[str, int]) -> tuple[Answered, ...]:
    """The response of every group, each against all others (exact hypergeometric test, two-sided by doubling; corrected as
    Benjamini and Hochberg). Groups without leavers are left out.

    Raises ValueError when more answered than left.
    """
    groups = [group for group, many in leavers.items() if many]
    if any(not 0 <= respondents.get(group, 0) <= leavers[group] for group in groups):
        raise ValueError("no more people answer than leave")
    everybody, answered = sum(leavers[group] for group in groups), sum(respondents.get(group, 0) for group in groups)
    p = []
    for group in groups:
        chance = hypergeom(everybody, answered, leavers[group])
        count = respondents.get(group, 0)
        p.append(min(1.0, 2 * float(min(chance.cdf(count), chance.sf(count - 1)))))
    return tuple(
        Answered(
            group, leavers[group], respondents.get(group, 0), wilson(respondents.get(group, 0), leavers[group]), one.p, one.found
        )
        for group, one in zip(groups, benjamini_hochberg(p), strict=True)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighted:
    """``share`` as if every group had answered alike; ``effective_n``: how many unweighted answers say as much."""

    share: float
    interval: Interval
    effective_n: float


def post_stratified(yes: Mapping[str, int], answered: Mapping[str, int], leavers: Mapping[str, int]) -> Weighted:
    """A share weighted so that every group counts for its part of the leavers (Holt, Smith 1979); interval of Wilson with
    Kish's effective n = (sum w)^2 / sum w^2. Mends only what goes with these groups: who stayed silent inside a group may
    still think otherwise.

    Raises ValueError when a group of leavers has nobody who answered: merge it first.
    """
    groups = [group for group, many in leavers.items() if many]
    if any(answered.get(group, 0) <= 0 for group in groups):
        raise ValueError("a group in which nobody answered cannot be weighted: merge it with another")
    n = np.array([answered[group] for group in groups], dtype=np.float64)
    said = np.array([yes.get(group, 0) for group in groups], dtype=np.float64)
    weight = np.array([leavers[group] for group in groups], dtype=np.float64) / n
    if (said < 0).any() or (said > n).any():
        raise ValueError("no more people say yes than answer")
    share = float((weight * said).sum() / (weight * n).sum())
    effective = float((weight * n).sum() ** 2 / (weight**2 * n).sum())
    whole = max(1, round(effective))
    return Weighted(share, wilson(share * whole, whole), effective)
