"""The exact check: is every small cell really as free as promised, in whole numbers, given what stays published?

Shares nothing with the search but the worlds it found, of which only the leaves are believed: every total is added up
again here.
"""

from collections.abc import Sequence
from functools import reduce

import numpy as np
from scipy import sparse

from uitzicht.core.disclosure.suppression.ground import World
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.disclosure.suppression.vocabulary import Mask, Whole


def sums(cells: Cells) -> sparse.csr_array:
    """1 where a leaf is part of a cell, shape (cells, leaves)."""
    return reduce(
        lambda found, dimension: sparse.kron(found, sparse.csr_array(dimension.below.astype(np.int64)), format="csr"),
        cells.table.dimensions,
        sparse.csr_array(np.ones((1, 1), dtype=np.int64)),
    )


def open_cells(cells: Cells, hidden: Mask, worlds: Sequence[World]) -> Whole:
    """The small cells that these worlds do not free: to those outside as far as promised, to c members of any other leaf
    by one at least. Empty when the table is protected."""
    aims = np.array([world.need.cell for world in worlds], dtype=np.int64)
    changes = _changes(cells, worlds)
    cell, world, moved = changes.row, changes.col, changes.data
    value = cells.count[cell] + moved
    wrong = ~hidden[cell] | (value < cells.low[cell]) | (value > cells.high[cell])
    sound = np.ones(len(worlds), dtype=np.bool_)
    sound[world[wrong]] = False
    at_aim = (cell == aims[world]) & sound[world]
    reach = np.zeros((2, len(cells.count)), dtype=np.int64)
    np.maximum.at(reach[0], cell[at_aim], moved[at_aim])
    np.minimum.at(reach[1], cell[at_aim], moved[at_aim])
    narrow = cells.is_small & (reach[0] - reach[1] < cells.promised)
    low, high = cells.known
    seen = ((value < low[cell]) | (value > high[cell])) & sound[world]
    told = _told(cells, aims, cell[seen], world[seen])
    freed = _free_for_insiders(aims, np.unique(world[at_aim & (moved != 0)]), told)
    return np.flatnonzero(narrow | (cells.is_small & ~np.isin(np.arange(len(cells.count)), freed)))


def _changes(cells: Cells, worlds: Sequence[World]) -> sparse.coo_array:
    """By how much each cell differs in each world, added up from the leaves; shape (cells, worlds)."""
    position = np.full(len(cells.count), -1, dtype=np.int64)
    position[cells.is_leaf] = np.arange(int(cells.is_leaf.sum()))
    entries = [
        (int(position[cell]), number, moved)
        for number, world in enumerate(worlds)
        for cell, moved in world.change.items()
        if position[cell] >= 0
    ]
    leaf, world, moved = np.array(entries, dtype=np.int64).reshape(-1, 3).T
    shape = (int(cells.is_leaf.sum()), len(worlds))
    changes = (sums(cells) @ sparse.csc_array((moved, (leaf, world)), shape=shape)).tocoo()
    changes.eliminate_zeros()
    return changes


def _told(cells: Cells, aims: Whole, leaves: Whole, worlds: Whole) -> dict[int, set[int]]:
    """For each world the leaves outside its own cell whose members know that it is not the true one."""
    shape = cells.table.shape
    inside = np.ones(len(leaves), dtype=np.bool_)
    places = zip(np.unravel_index(aims[worlds], shape), np.unravel_index(leaves, shape), strict=True)
    for dimension, (node, leaf) in zip(cells.table.dimensions, places, strict=True):
        inside &= dimension.below[node, leaf - dimension.first_leaf]
    found: dict[int, set[int]] = {}
    for leaf, world in zip(leaves[~inside].tolist(), worlds[~inside].tolist(), strict=True):
        found.setdefault(world, set()).add(leaf)
    return found


def _free_for_insiders(aims: Whole, moving: Whole, told: dict[int, set[int]]) -> Whole:
    """Cells for which no leaf is told in every world that moves them."""
    common: dict[int, set[int]] = {}
    for world in moving.tolist():
        cell, leaves = int(aims[world]), told.get(world, set())
        common[cell] = common[cell] & leaves if cell in common else set(leaves)
    return np.array([cell for cell, leaves in common.items() if not leaves], dtype=np.int64)
