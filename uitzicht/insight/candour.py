"""How far answers at leaving and months later agree, from displayed figures only: see docs/methods/agreement.md."""

from collections.abc import Iterator
from dataclasses import dataclass

from uitzicht.core.statistics.agreement import by_chance, kappa_interval, shift
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact, Hidden, count_bounds
from uitzicht.insight.vocabulary import FigureGroup, Item

SAME = "same"


@dataclass(frozen=True, slots=True)
class Shift:
    """One reason at leaving and later. ``interval``: of share later less share then; where one of the two is shown as a
    range it holds whatever fits. None where a base is not shown."""

    label: str
    before: Item
    after: Item
    interval: Interval | None

    @property
    def size(self) -> float:
        """How far apart the two are, for the order of the reasons."""
        return abs(self.interval.low + self.interval.high) if self.interval else -1.0

    @property
    def certain(self) -> bool:
        return self.interval is not None and not self.interval.low <= 0 <= self.interval.high


def above_chance(same: FigureGroup, before: FigureGroup, after: FigureGroup) -> Interval | None:
    """Kappa of the main reason then and later. Shares that are shown as ranges make it wider; None without a base."""
    item = next((one for one in same.items if one.key == SAME), None)
    if item is None or not isinstance(item.shown, Exact) or not isinstance(same.base, Exact):
        return None
    rows = list(_pairs(before, after))
    if not rows or not (isinstance(before.base, Exact) and isinstance(after.base, Exact)):
        return None
    ends = [
        (count_bounds(one.shown, before.base.value), count_bounds(two.shown, after.base.value)) for one, two in rows
    ]
    low, high = (
        by_chance([one[end] / before.base.value for one, _ in ends], [two[end] / after.base.value for _, two in ends])
        for end in (0, 1)
    )
    if high >= 1:
        return None
    return kappa_interval(int(item.shown.value), int(same.base.value), Interval(low, high))


def shifts(before: FigureGroup, after: FigureGroup) -> list[Shift]:
    """Every reason that is shown then and later: those that certainly moved first, the farthest apart first."""
    found = [_shift(before, one, after, two) for one, two in _pairs(before, after)]
    return sorted(found, key=lambda one: (not one.certain, -one.size))


def _shift(before: FigureGroup, one: Item, after: FigureGroup, two: Item) -> Shift:
    if not (isinstance(before.base, Exact) and isinstance(after.base, Exact)):
        return Shift(one.label, one, two, None)
    then, later = int(before.base.value), int(after.base.value)
    (fewest, most), (few, many) = (_ends(item, base) for item, base in ((one, then), (two, later)))
    interval = Interval(shift(most, then, few, later).low, shift(fewest, then, many, later).high)
    return Shift(one.label, one, two, interval)


def _ends(item: Item, base: int) -> tuple[int, int]:
    low, high = count_bounds(item.shown, base)
    return int(low), int(high)


def _pairs(before: FigureGroup, after: FigureGroup) -> Iterator[tuple[Item, Item]]:
    later = {item.key: item for item in after.items}
    for item in before.items:
        if item.key in later and not (isinstance(item.shown, Hidden) or isinstance(later[item.key].shown, Hidden)):
            yield item, later[item.key]
