"""What no small move meets: an integer programme over the people of a stratum that changes as little as it can.

A programme that does not end as optimal certifies nothing, and no move of a solver is believed: each is verified in
whole numbers against every row of every release.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.game import Game

OPTIMAL = 0
# Nearly the least change serves as well: what counts is that it is a world. A limit of nodes, not of time: a busy machine
# must find what a quiet one finds.
OPTIONS = {"node_limit": 200, "mip_rel_gap": 0.9}


@dataclass(frozen=True)
class Move:
    """``used``: people taken of each class. ``steps``: of each leg, spread over as few of its people as can be."""

    used: Mapping[int, int]
    steps: Whole


class Programme:
    """Legs: the people of a class that rise, and those that fall. Variables: the steps of each leg."""

    def __init__(self, game: Game) -> None:
        self.game = game
        rising, falling = np.nonzero(game.rise > 0)[0], np.nonzero(game.fall > 0)[0]
        self.of = np.concatenate((rising, falling))
        self.sign = np.concatenate((np.ones(len(rising), dtype=np.int64), -np.ones(len(falling), dtype=np.int64)))
        self.reach = np.concatenate((game.rise[rising], game.fall[falling]))
        self.both = np.nonzero((game.rise > 0) & (game.fall > 0))[0]
        rows = game.membership[:, game.atom[self.of]] * self.sign
        self.matrix = sparse.csr_array(np.concatenate((rows, self._shares()), axis=0).astype(np.float64))

    def legs(self, classes: Whole, sign: int) -> Whole:
        """The leg in which people of each class rise (1) or fall (-1)."""
        here = np.nonzero(self.sign == sign)[0]
        return here[np.searchsorted(self.of[here], classes)]

    def move(self, leg: int, least: int, barred: Collection[int] = ()) -> Move | None:
        """A verified move in which somebody of this leg makes ``least`` steps or more, and one person of each barred
        class stays; None when no programme ended with one."""
        spare, low = self.game.people.copy(), np.zeros(len(self.of), dtype=np.int64)
        spare[list(barred)] -= 1
        low[leg] = least
        if spare[self.of[leg]] < 1:
            return None
        most = spare[self.of] * self.reach
        opposite = (self.of == self.of[leg]) & (self.sign != self.sign[leg])
        most[opposite] -= self.reach[opposite]
        answer = milp(
            np.ones(len(self.of)),
            integrality=np.ones(len(self.of)),
            bounds=Bounds(low, most),
            constraints=LinearConstraint(
                self.matrix,
                np.concatenate((-self.game.down, np.full(len(self.both), -np.inf))),
                np.concatenate((self.game.up, spare[self.both])),
            ),
            options=OPTIONS,
        )
        if answer.status != OPTIMAL or answer.x is None:
            return None
        return self._checked(self._netted(np.rint(answer.x).astype(np.int64), low), low, spare)

    def recalled(self, steps: Whole) -> Move | None:
        """A move of an earlier attack, when it still stands."""
        return self._checked(steps, 0 * steps, self.game.people)

    def _netted(self, steps: Whole, low: Whole) -> Whole:
        """The same change without people of one class who step up and down for each other."""
        up, down = self.legs(self.both, 1), self.legs(self.both, -1)
        idle = np.minimum(steps[up] - low[up], steps[down] - low[down])
        steps[up] -= idle
        steps[down] -= idle
        return steps

    def _shares(self) -> NDArray[np.float64]:
        """Of classes that can go both ways: what part of a person a step in each leg takes, (classes, legs)."""
        return np.where(self.of == self.both[:, None], 1.0 / self.reach, 0.0)

    def _checked(self, steps: Whole, low: Whole, spare: Whole) -> Move | None:
        game, people = self.game, -(-steps // self.reach)
        taken, change = np.zeros(len(game.atom), dtype=np.int64), np.zeros(len(game.atom), dtype=np.int64)
        np.add.at(taken, self.of, people)
        np.add.at(change, self.of, self.sign * steps)
        moved = np.nonzero(taken)[0]
        if (steps < low).any() or (steps < 0).any() or (taken > spare).any():
            return None
        if not game.stays(moved[None, :], change[moved][None, :])[0]:
            return None
        return Move({int(one): int(taken[one]) for one in moved}, steps)
