"""The attacker who tries everything: all counts that the leaves of a tiny table can hold."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.suppression.checking import sums
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.disclosure.suppression.vocabulary import Mask

Worlds = NDArray[np.int64]


def worlds(cells: Cells, hidden: Mask) -> Worlds:
    """Every table, totals included, that looks the same; shape (worlds, cells)."""
    leaves = np.flatnonzero(cells.is_leaf)
    choices = [
        range(int(cells.low[leaf]), int(cells.high[leaf]) + 1) if hidden[leaf] else (int(cells.count[leaf]),)
        for leaf in leaves
    ]
    totals = np.array(list(product(*choices)), dtype=np.int64) @ sums(cells).toarray().T
    same = (totals == cells.count) | hidden
    possible = (totals >= cells.low) & (totals <= cells.high) | ~hidden
    found: Worlds = totals[(same & possible).all(axis=1)]
    return found


def opened(cells: Cells, hidden: Mask) -> list[int]:
    """Small cells that take fewer values than promised, or one value only to c members of another leaf."""
    every = worlds(cells, hidden)
    return [cell for cell in np.flatnonzero(cells.is_small).tolist() if _is_opened(cells, every, cell)]


def _is_opened(cells: Cells, every: Worlds, cell: int) -> bool:
    if len(np.unique(every[:, cell])) < cells.promised[cell] + 1:
        return True
    inside = sums(cells).toarray()[cell] > 0
    return any(
        len(np.unique(every[_not_ruled_out(cells, every, leaf), cell])) < 2
        for leaf in np.flatnonzero(cells.is_leaf)[~inside].tolist()
    )


def _not_ruled_out(cells: Cells, every: Worlds, leaf: int) -> NDArray[np.bool_]:
    """What one member who said yes, and another who said no, both hold possible; only those that exist."""
    people, count = int(cells.people[leaf]), int(cells.count[leaf])
    kept: NDArray[np.bool_] = np.ones(len(every), dtype=np.bool_)
    if count > 0:
        kept &= every[:, leaf] >= 1
    if count < people:
        kept &= every[:, leaf] <= people - 1
    return kept
