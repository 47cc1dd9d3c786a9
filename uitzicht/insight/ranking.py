"""The order of items and groups, from displayed figures only."""

from collections.abc import Sequence

from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact, Shown, count_bounds, score_bounds
from uitzicht.insight.rules import midpoint
from uitzicht.insight.vocabulary import FigureGroup, Item


def ranked(group: FigureGroup) -> list[Item]:
    """Items from most to least, a band by its middle; "none of these" is an answer, but not a reason, and goes last."""
    base = group.base.value if isinstance(group.base, Exact) else 0

    def size(item: Item) -> tuple[bool, float]:
        return item.key != "none", midpoint(*count_bounds(item.shown, base))

    return sorted(group.items, key=size, reverse=True)


def by_mean(groups: Sequence[FigureGroup]) -> list[FigureGroup]:
    """Groups of one score each, from the highest mean to the lowest, a band by its middle."""
    return sorted(groups, key=lambda group: midpoint(*score_bounds(group.items[0].shown)), reverse=True)


def reach(item: Item, base: Shown) -> Interval:
    """The interval of a share; of a banded count the interval of everything it may stand for."""
    if item.interval or not isinstance(base, Exact):
        return item.interval or Interval(0, 1)
    n = int(base.value)
    low, high = count_bounds(item.shown, n)
    return Interval(wilson(low, n).low, wilson(high, n).high)
