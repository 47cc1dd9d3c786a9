"""How far answers at leaving and months later agree, from displayed figures only: see docs/methods/agreement.md."""

from uitzicht.core.statistics.agreement import by_chance, kappa_interval
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact, count_bounds
from uitzicht.insight.differences import Difference, differences, pairs
from uitzicht.insight.vocabulary import FigureGroup

SAME = "same"


def above_chance(same: FigureGroup, before: FigureGroup, after: FigureGroup) -> Interval | None:
    """Kappa of the main reason then and later. Shares that are shown as ranges make it wider; None without a base."""
    item = next((one for one in same.items if one.key == SAME), None)
    if item is None or not isinstance(item.shown, Exact) or not isinstance(same.base, Exact):
        return None
    rows = pairs(before, after)
    if not rows or not (isinstance(before.base, Exact) and isinstance(after.base, Exact)):
        return None
    ends = [
        (count_bounds(row.before.shown, before.base.value), count_bounds(row.after.shown, after.base.value))
        for row in rows
    ]
    low, high = (
        by_chance([one[end] / before.base.value for one, _ in ends], [two[end] / after.base.value for _, two in ends])
        for end in (0, 1)
    )
    if high >= 1:
        return None
    return kappa_interval(int(item.shown.value), int(same.base.value), Interval(low, high))


def shifts(before: FigureGroup, after: FigureGroup) -> list[Difference]:
    """Every reason that is shown then and later: those that moved first, after correction for all reasons compared, and the
    farthest apart first. Partly the same people, who tend to say the same twice, so the ranges are wider than needed."""
    return sorted(differences(pairs(before, after)), key=lambda one: (not one.certain, -one.size))
