"""When a figure is enough for a conclusion."""

from math import inf

from uitzicht.insight.cells import Exact, Hidden, Shown
from uitzicht.insight.vocabulary import FigureGroup

ENOUGH = 20
"""Fewest answers for a conclusion. With 20, the 95 % interval of a half runs from 30 to 70 %; with fewer it is wider still,
too wide to say which reason comes first. See docs/methods/shares.md."""


def is_enough(base: Shown) -> bool:
    return missing(base) == 0


def missing(base: Shown) -> int:
    """Answers that are still needed for a conclusion. A base that is a range has no items that could conclude anything."""
    return max(0, ENOUGH - int(base.value)) if isinstance(base, Exact) else ENOUGH


def is_shown(group: FigureGroup) -> bool:
    """Whether any item of the group is displayed, exactly or as a band."""
    return any(not isinstance(item.shown, Hidden) for item in group.items)


def midpoint(low: float, high: float) -> float:
    """Where a band stands in an order of size."""
    return (low + high) / 2 if high < inf else low
