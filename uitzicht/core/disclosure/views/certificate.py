"""Theorem 2: no calculation singles out fewer than k others when each small cell has its witness."""

from collections.abc import Mapping

from uitzicht.core.disclosure.views.exchanges import carried, stands
from uitzicht.core.disclosure.views.flow import exchange_by_flow
from uitzicht.core.disclosure.views.grid import Cell, Exchange, Grid
from uitzicht.core.disclosure.views.programme import exchange_by_programme


def find_witnesses(
    grid: Grid, k: int, earlier: Mapping[Cell, Exchange] | None = None, *, thorough: bool = False
) -> tuple[dict[Cell, Exchange], bool]:
    """Witnesses, and whether every small cell has one; ends at the first that has none, unless `thorough`.

    `earlier`: witnesses of other grids of the same people; what still stands is not sought again.
    """
    found = carried(earlier or {}, grid, k)
    for cell in _without(found, grid, k):
        _keep(found, grid, cell, k, exchange_by_flow(grid, cell, grid.lacks(cell, k)))
    for cell in _without(found, grid, k):
        _keep(found, grid, cell, k, exchange_by_programme(grid, cell, grid.lacks(cell, k)))
        if cell not in found and not thorough:
            return found, False
    return found, not _without(found, grid, k)


def _without(found: Mapping[Cell, Exchange], grid: Grid, k: int) -> list[Cell]:
    return [cell for cell in grid.small(k) if cell not in found]


def _keep(found: dict[Cell, Exchange], grid: Grid, cell: Cell, k: int, exchange: Exchange | None) -> None:
    if exchange is not None and stands(grid, cell, exchange, k):
        found[cell] = exchange
