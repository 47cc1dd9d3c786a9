"""A displayed figure of leavers beside a figure of elsewhere: other people, so their difference has an interval."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt

from scipy.stats import norm

from uitzicht.core.statistics.agreement import shift
from uitzicht.core.statistics.comparison import benjamini_hochberg
from uitzicht.core.statistics.differences import difference, p_value
from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval
from uitzicht.insight.cells import Exact, Hidden, count_bounds, score_bounds
from uitzicht.insight.differences import FALSE_ALARMS
from uitzicht.insight.reference.vocabulary import Reference, Value
from uitzicht.insight.rules import is_enough
from uitzicht.insight.strata import JOINED_HALF_STEP
from uitzicht.insight.vocabulary import FigureGroup, Item


@dataclass(frozen=True, slots=True)
class Beside:
    """``item`` of ``group``, of here; ``value`` of elsewhere. ``interval``: 95 %, of here less elsewhere (shares 0..1, means in
    points); ``q``: corrected for all figures of the same source on the page. None for too few answers."""

    group: FigureGroup
    item: Item
    value: Value
    interval: Interval | None = None
    p: float | None = None
    q: float | None = None

    @property
    def certain(self) -> bool:
        return self.q is not None and self.q <= FALSE_ALARMS


def beside(groups: Sequence[FigureGroup], reference: Reference) -> tuple[Beside, ...]:
    """Every figure of the source that is displayed here too, in the order of the source; all as one family."""
    found = list(_matched(groups, reference))
    tested = [row for row in found if is_enough(row.group.base)]
    p_values = [p_value(partial(interval_at, row)) for row in tested]
    corrected = iter(zip(p_values, benjamini_hochberg(p_values), strict=True)) if tested else iter(())
    rows = []
    for row in found:
        if is_enough(row.group.base):
            p, judged = next(corrected)
            row = replace(row, interval=interval_at(row, CONFIDENCE), p=p, q=judged.q)
        rows.append(row)
    return tuple(rows)


def interval_at(row: Beside, confidence: float) -> Interval:
    """Of here less elsewhere. Where here is a band, it holds whatever fits in the band."""
    n = int(row.group.base.value) if isinstance(row.group.base, Exact) else 0
    if row.value.mean is not None:
        return _of_means(row, n, confidence)
    count = round((row.value.share or 0) * row.value.base)
    low, high = (int(end) for end in count_bounds(row.item.shown, n))
    ends = [shift(count, row.value.base, end, n, confidence) for end in (low, high)]
    return Interval(ends[0].low, ends[1].high)


def interval_there(value: Value, confidence: float = CONFIDENCE) -> Interval:
    """The range of a figure of elsewhere by itself: Wilson for a share; for a mean from its spread, else as wide as it allows."""
    if value.mean is None:
        return wilson(round((value.share or 0) * value.base), value.base, confidence)
    if value.spread is None:
        return mean_interval(value.mean, value.base, confidence=confidence)
    reach = float(norm.ppf((1 + confidence) / 2)) * value.spread / sqrt(value.base)
    return Interval(max(1.0, value.mean - reach), min(5.0, value.mean + reach))


def _of_means(row: Beside, n: int, confidence: float) -> Interval:
    there, mean = interval_there(row.value, confidence), row.value.mean or 0
    ends = [
        difference(mean, there, end, mean_interval(end, n, half_step=JOINED_HALF_STEP, confidence=confidence))
        for end in score_bounds(row.item.shown)
    ]
    return Interval(ends[0].low, ends[1].high)


def _matched(groups: Sequence[FigureGroup], reference: Reference) -> Iterator[Beside]:
    by_question = {group.question: group for group in groups}
    for value in reference.values:
        group = by_question.get(value.question)
        item = next((one for one in group.items if one.key == value.item), None) if group else None
        if group and item and not isinstance(item.shown, Hidden):
            yield Beside(group, item, value)
