"""Exchanges of any form, by small integer programmes in a neighbourhood that grows until it is everything.

A programme that does not end as optimal gives no exchange, and what it gives is rounded: the certificate checks it.
"""

import random
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_array, hstack

from uitzicht.core.disclosure.views.grid import Cell, Exchange, Grid

OPTIMAL = 0
PER_VIEW = (1, 2, 6)
MOST_NODES = 200
NEAR_ENOUGH = 1e6
SEED = 20


def exchange_by_programme(grid: Grid, cell: Cell, lacks: int) -> Exchange | None:
    """An exchange that brings `lacks` into the cell, of few people where that is easy; None when none is found."""
    for bundles in _neighbourhoods(grid, cell[0]):
        exchange = _solved(grid, cell, lacks, bundles)
        if exchange is not None:
            return exchange
    return None


def _neighbourhoods(grid: Grid, bundle: str) -> Iterator[list[str]]:
    """A few bundles from every view bundle that meets this bundle, then more, then all that are connected."""
    chance = random.Random(SEED)  # noqa: S311 - any choice of bundles will do, as long as it is always the same
    everything = grid.connected(bundle)
    views = sorted({view for kind in grid.kinds[bundle] for view in kind})
    for few in PER_VIEW:
        near = {bundle: None}
        for view in views:
            across = list(grid.across[view])
            near.update(dict.fromkeys(chance.sample(across, min(few, len(across)))))
        if 4 * len(near) < 3 * len(everything):
            yield list(near)
    yield everything


def _solved(grid: Grid, cell: Cell, lacks: int, bundles: Sequence[str]) -> Exchange | None:
    cells = [(bundle, kind) for bundle in bundles for kind in grid.kinds[bundle]]
    rows: dict[str, int] = {}
    places = [
        (rows.setdefault(row, len(rows)), column)
        for column, (bundle, kind) in enumerate(cells)
        for row in (bundle, *kind)
    ]
    totals = csc_array((np.ones(len(places)), np.transpose(places)), shape=(len(rows), len(cells)))
    most = np.array([grid.others[other] for other in cells], dtype=float)
    own = cells.index(cell)
    come, leave = most.copy(), most.copy()
    come[own], leave[own] = lacks, 0
    least = np.zeros(2 * len(cells))
    least[own] = lacks
    solution = milp(
        np.ones(2 * len(cells)),
        integrality=np.ones(2 * len(cells)),
        bounds=Bounds(least, np.concatenate([come, leave])),
        constraints=LinearConstraint(hstack([totals, -totals]), 0, 0),
        options={"mip_rel_gap": NEAR_ENOUGH, "node_limit": MOST_NODES},
    )
    if solution.status != OPTIMAL:
        return None
    amounts = np.rint(solution.x[: len(cells)] - solution.x[len(cells) :]).astype(int).tolist()
    return {other: amount for other, amount in zip(cells, amounts, strict=True) if amount}
