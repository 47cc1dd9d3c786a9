"""One question as steps: people can rise or fall, and every row lets the sum of all steps go so far up and down.

A tick is a step from no (0) to yes (1). Two items of a choice are a game of their own: whoever chose one can step to the
other. A score steps through 1..5. People of one atom with one answer are a class: nothing published tells them apart.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole


@dataclass(frozen=True)
class Game:
    """``membership``: 0/1, (rows, atoms); ``up``, ``down``: (rows,). Per class: ``atom``, how many ``people``, and how
    far one of them can ``rise`` and ``fall``."""

    membership: Whole
    up: Whole
    down: Whole
    atom: Whole
    people: Whole
    rise: Whole
    fall: Whole

    def mirrored(self) -> "Game":
        """The same game upside down: what rises there falls here."""
        return Game(self.membership, self.down, self.up, self.atom, self.people, self.fall, self.rise)

    @cached_property
    def columns(self) -> NDArray[np.float32]:
        """The rows of each class, (rows, classes); floating point for speed, and exact up to 2**24."""
        return np.ascontiguousarray(self.membership[:, self.atom], dtype=np.float32)

    @cached_property
    def binding(self) -> NDArray[np.bool_]:
        """Rows that can stop somebody: the others have room for the largest step of one person."""
        most = max(int(self.rise.max(initial=0)), int(self.fall.max(initial=0)))
        return (self.up < most) | (self.down < most)

    @cached_property
    def kinds(self) -> tuple[NDArray[np.float32], Whole]:
        """Distinct columns over the binding rows, (binding rows, kinds), and the kind of each class."""
        packed = np.packbits(self.columns[self.binding].astype(bool), axis=0)
        if not packed.size:
            return self.columns[self.binding][:, :1], np.zeros(len(self.atom), dtype=np.int64)
        _, first, kind = np.unique(packed.T, axis=0, return_index=True, return_inverse=True)
        return self.columns[self.binding][:, first], kind.astype(np.int64).ravel()

    def stays(self, classes: Whole, steps: Whole) -> NDArray[np.bool_]:
        """Whether every row keeps its figure in every release, in whole numbers, move by move; both (moves, legs)."""
        change = np.zeros((len(self.up), len(classes)), dtype=np.int64)
        for leg in range(classes.shape[1]):
            change += self.membership[:, self.atom[classes[:, leg]]] * steps[:, leg]
        return np.asarray(((change <= self.up[:, None]) & (-change <= self.down[:, None])).all(axis=0))


@dataclass(frozen=True)
class Needs:
    """Somebody of ``which`` class must be able to rise by ``least``..``most`` steps; one entry per class and side."""

    which: Whole
    least: Whole
    most: Whole

    def __len__(self) -> int:
        return len(self.which)

    def pick(self, chosen: NDArray[np.bool_] | Whole) -> "Needs":
        return Needs(self.which[chosen], self.least[chosen], self.most[chosen])
