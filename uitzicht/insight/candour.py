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
    """One reason at leaving and later. ``difference``: share later less share then, with its interval; None where one of
    the two is not shown exactly."""

    label: str
    before: Item
    after: Item
    interval: Interval | None

    @property
    def difference(self) -> float | None:
        if self.before.share is None or self.after.share is None:
            return None
        return self.after.share - self.before.share

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
    """Every reason with a share then or later, the largest shown difference first."""
    found = [_shift(before, one, after, two) for one, two in _pairs(before, after)]
    return sorted(found, key=lambda one: (one.difference is None, -abs(one.difference or 0)))


def _shift(before: FigureGroup, one: Item, after: FigureGroup, two: Item) -> Shift:
    counts = (one.shown, before.base, two.shown, after.base)
    numbers = [int(shown.value) for shown in counts if isinstance(shown, Exact)]
    interval = shift(*numbers) if len(numbers) == len(counts) and one.share is not None else None
    return Shift(one.label, one, two, interval)


def _pairs(before: FigureGroup, after: FigureGroup) -> Iterator[tuple[Item, Item]]:
    later = {item.key: item for item in after.items}
    for item in before.items:
        if item.key in later and not (isinstance(item.shown, Hidden) or isinstance(later[item.key].shown, Hidden)):
            yield item, later[item.key]
