"""Whether an exchange is a witness, in whole numbers: whatever found it, only this counts."""

from collections import defaultdict
from collections.abc import Mapping

from uitzicht.core.disclosure.views.grid import Cell, Exchange, Grid


def stands(grid: Grid, cell: Cell, exchange: Exchange, k: int) -> bool:
    """True when the exchange brings `cell` what it lacks, nobody else gives more than they are, and no total changes."""
    totals: defaultdict[str, int] = defaultdict(int)
    for (bundle, kind), amount in exchange.items():
        for row in (bundle, *kind):
            totals[row] += amount
    return (
        exchange.get(cell, 0) >= grid.lacks(cell, k)
        and all(abs(amount) <= grid.others.get(other, 0) for other, amount in exchange.items() if other != cell)
        and not any(totals.values())
    )


def carried(found: Mapping[Cell, Exchange], grid: Grid, k: int) -> dict[Cell, Exchange]:
    """Witnesses of another grid of the same people that stand in this one.

    With fewer view bundles cells melt together and all witnesses stand; with more, those that do not meet them do.
    """
    kept = frozenset(grid.across)
    standing: dict[Cell, Exchange] = {}
    for cell, exchange in found.items():
        here = _in_views(cell, kept)
        if here not in standing and grid.others.get(here, 0) and grid.lacks(here, k) > 0:
            melted: defaultdict[Cell, int] = defaultdict(int)
            for other, amount in exchange.items():
                melted[_in_views(other, kept)] += amount
            moved = {other: amount for other, amount in melted.items() if amount}
            if stands(grid, here, moved, k):
                standing[here] = moved
    return standing


def _in_views(cell: Cell, views: frozenset[str]) -> Cell:
    return cell[0], tuple(view for view in cell[1] if view in views)
