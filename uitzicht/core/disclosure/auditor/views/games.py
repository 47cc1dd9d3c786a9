"""The games that a panel plays: one for each item of a tick, each pair of items of a choice, and one for a score.

A need is what P2 asks: somebody of a class must be able to stand on the other side.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.game import Game, Needs
from uitzicht.core.disclosure.auditor.views.panel import Panel

LOW, HIGH = 2, 4  # somebody can have scored at most 2, and at least 4


@dataclass(frozen=True)
class Play:
    """A game and what must be possible in it. ``state``: what the people of each class answered. ``asked``: needs that are
    put, for ``Sheets.asked``."""

    game: Game
    needs: Needs
    state: Whole
    asked: NDArray[np.bool_]

    @property
    def atoms(self) -> Whole:
        """Where each need is."""
        return self.game.atom[self.needs.which]


def of_item(panel: Panel, item: int) -> tuple[Play, Play]:
    """A tick: who said no can have said yes, and who said yes can have said no."""
    asked = panel.sheets.offered[panel.sheets.atom, item]
    rows = panel.rows
    return _single_steps(panel, asked, panel.sheets.state[:, item], rows.up[:, item], rows.down[:, item])


def of_pair(panel: Panel, one: int, other: int) -> tuple[Play, Play]:
    """A choice: who chose the one item can have chosen the other, and the other way round."""
    state, offered, rows = panel.sheets.state, panel.sheets.offered[panel.sheets.atom], panel.rows
    asked = (state[:, one] + state[:, other] > 0) & offered[:, one] & offered[:, other]
    up = np.minimum(rows.up[:, other], rows.down[:, one])
    down = np.minimum(rows.down[:, other], rows.up[:, one])
    return _single_steps(panel, asked, state[:, other], up, down)


def of_score(panel: Panel) -> tuple[Play, Play]:
    """A score: whoever is under 4 can have given 4 or 5, and whoever is over 2 can have given 1 or 2."""
    rows = panel.rows
    game, score = _game(
        panel,
        np.ones(len(panel.sheets.atom), dtype=bool),
        panel.sheets.state[:, 0],
        (1, 5),
        rows.up[:, 0],
        rows.down[:, 0],
    )
    low, high = np.nonzero(score < HIGH)[0], np.nonzero(score > LOW)[0]
    return (
        _play(panel, game, Needs(low, HIGH - score[low], 5 - score[low]), score),
        _play(panel, game.mirrored(), Needs(high, score[high] - LOW, score[high] - 1), score),
    )


def _single_steps(panel: Panel, asked: NDArray[np.bool_], state: Whole, up: Whole, down: Whole) -> tuple[Play, Play]:
    game, state = _game(panel, asked, state, (0, 1), up, down)
    no, yes = np.nonzero(state == 0)[0], np.nonzero(state == 1)[0]
    return (
        _play(panel, game, Needs(no, 0 * no + 1, 0 * no + 1), state),
        _play(panel, game.mirrored(), Needs(yes, 0 * yes + 1, 0 * yes + 1), state),
    )


def _play(panel: Panel, game: Game, needs: Needs, state: Whole) -> Play:
    return Play(game, needs, state, panel.sheets.asked[game.atom[needs.which]])


def _game(
    panel: Panel, asked: NDArray[np.bool_], state: Whole, ends: tuple[int, int], up: Whole, down: Whole
) -> tuple[Game, Whole]:
    """The game of some people, and the state of each of its classes."""
    width = ends[1] + 1
    classes, people = np.unique(panel.sheets.atom[asked] * width + state[asked], return_counts=True)
    atom, at = classes // width, classes % width
    holds = panel.rows.membership[:, np.unique(atom)].any(axis=1)
    game = Game(
        panel.rows.membership[holds], up[holds], down[holds], atom, people.astype(np.int64), ends[1] - at, at - ends[0]
    )
    return game, at
