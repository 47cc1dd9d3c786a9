"""The attacker: everything that is published, and the linear programmes that an outsider or a member would solve with it.

Knows the status of every cell, at which end a small one stands, and the rule. Fails closed: a programme that does not
end as optimal counts as an opened cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from uitzicht.core.disclosure.suppression.checking import sums
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.disclosure.suppression.vocabulary import Mask, Whole

OPTIMAL = 0
SLACK = 1e-6
MOST_WORK = 400_000
MOST_PLACES = 20
FEWEST_PLACES = 3
MOST_INSIDERS = 40
Bounds = tuple[Whole, Whole]


@dataclass(frozen=True, eq=False)
class Attack:
    """``tried``: small cells that were attacked; ``opened``: those that could be narrowed further than promised."""

    tried: tuple[int, ...]
    opened: tuple[int, ...]


class Attacker:
    """Least and greatest value of a cell, given all that is published and, for members, what they know themselves."""

    def __init__(self, cells: Cells, hidden: Mask) -> None:
        self.cells = cells
        self.low = np.where(hidden, cells.low, cells.count)
        self.high = np.where(hidden, cells.high, cells.count)
        matrix = sums(cells)
        self.members = matrix.tocsr()
        self.leaf = np.flatnonzero(cells.is_leaf)
        unsure = matrix @ (self.low < self.high)[self.leaf].astype(np.int64) > 0
        self.rows = np.flatnonzero(unsure & ~cells.is_leaf & ~_implied(cells, hidden))
        self.matrix = self.members[self.rows]

    def interval(self, cell: int, known: Bounds | None = None) -> tuple[float, float] | None:
        """None when the solver did not end as optimal. ``known``: low and high of the leaves, for members."""
        ends = [self._end(cell, sign, known) for sign in (1, -1)]
        return None if ends[0] is None or ends[1] is None else (ends[0], ends[1])

    def opens(self, cell: int) -> bool:
        """Narrower than promised to those outside, or exact to c members of some other leaf."""
        promised = float(self.cells.promised[cell])
        if self._narrower(cell, promised):
            return True
        return self._narrower(cell, 1, self._told(cell, None)) and any(
            self._narrower(cell, 1, self._told(cell, leaf)) for leaf in self._insiders(cell)
        )

    def _narrower(self, cell: int, width: float, known: Bounds | None = None) -> bool:
        found = self.interval(cell, known)
        return found is None or found[1] - found[0] < width - SLACK

    def _told(self, cell: int, only: int | None) -> Bounds:
        """Bounds of the leaves to members of one leaf, or of all; inside the attacked cell nobody tells."""
        low, high = (bound.copy() for bound in (self.low, self.high))
        telling = self.leaf[~self._inside(cell)] if only is None else np.array([only])
        known_low, known_high = self.cells.known
        low[telling] = np.maximum(low[telling], known_low[telling])
        high[telling] = np.minimum(high[telling], known_high[telling])
        return low[self.leaf], high[self.leaf]

    def _inside(self, cell: int) -> Mask:
        return np.asarray(self.members[[cell]].toarray().ravel() > 0)

    def _insiders(self, cell: int) -> list[int]:
        """The leaves whose members know the most: the smallest that are hidden."""
        known_low, known_high = self.cells.known
        knows = ((known_low > self.low) | (known_high < self.high))[self.leaf] & ~self._inside(cell)
        leaves = self.leaf[knows]
        smallest = np.argsort(self.cells.people[leaves], kind="stable")[:MOST_INSIDERS]
        return [int(leaf) for leaf in leaves[smallest]]

    def _end(self, cell: int, sign: int, known: Bounds | None) -> float | None:
        low, high = known or (self.low[self.leaf], self.high[self.leaf])
        answer = linprog(
            sign * self.members[[cell]].toarray().ravel(),
            A_ub=sparse.vstack([self.matrix, -self.matrix], format="csr"),
            b_ub=np.concatenate((self.high[self.rows], -self.low[self.rows])),
            bounds=np.column_stack((low, high)),
            method="highs",
        )
        return sign * float(answer.fun) if answer.status == OPTIMAL else None


def attack(cells: Cells, hidden: Mask, places: Sequence[int] | None = None) -> Attack:
    """Attack these small cells, or as many as a fixed amount of work allows, spread evenly over the table."""
    attacker = Attacker(cells, hidden)
    chosen = _affordable(cells, hidden) if places is None else list(places)
    return Attack(tuple(chosen), tuple(cell for cell in chosen if attacker.opens(cell)))


def _affordable(cells: Cells, hidden: Mask) -> list[int]:
    small = np.flatnonzero(cells.is_small)
    unsure = max(1, int((hidden & cells.is_leaf).sum()))
    most = len(small)
    if len(small) * unsure > MOST_WORK:
        most = max(FEWEST_PLACES, min(MOST_PLACES, MOST_WORK // unsure))
    picked = np.linspace(0, len(small) - 1, min(most, len(small))).astype(np.int64)
    return [int(cell) for cell in small[np.unique(picked)]]


def _implied(cells: Cells, hidden: Mask) -> Mask:
    """Published totals all of whose parts along one dimension are published: they say nothing new."""
    shown = ~hidden.reshape(cells.table.shape)
    implied = np.zeros(cells.table.shape, dtype=np.bool_)
    for axis, dimension in enumerate(cells.table.dimensions):
        parts = np.moveaxis(shown, axis, 0)
        along = np.moveaxis(implied, axis, 0)
        for node, children in enumerate(dimension.children):
            if children:
                along[node] |= parts[children].all(axis=0) & parts[node]
    return implied.ravel()
