"""The cheapest counter-worlds: one person steps alone, or one other steps back.

A need stands against every coalition of one when somebody can step alone, or when two different people can step back.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.game import Game, Needs

Found = NDArray[np.bool_]
NOBODY = -1
AT_ONCE = 1 << 22


@dataclass(frozen=True)
class Partners:
    """For each need the classes of two different people who can step back, and how far; NOBODY where there is none."""

    first: Whole
    back: Whole
    second: Whole
    second_back: Whole


def alone(game: Game, needs: Needs) -> Found:
    """Needs that one person meets by stepping up, while nobody else moves."""
    met = np.zeros(len(needs), dtype=bool)
    for amount in np.unique(needs.least).tolist():
        stopped = (game.up < amount).astype(np.float32) @ game.columns > 0
        asked = needs.least == amount
        met[asked] = ~stopped[needs.which[asked]]
    return met


def exchanged(game: Game, needs: Needs) -> Partners:
    """Two people for each need, as far as there are, each verified in whole numbers against every row."""
    found = Partners(*(np.full(len(needs), fill, dtype=np.int64) for fill in (NOBODY, 0, NOBODY, 0)))
    lines = max(1, AT_ONCE // max(1, len(game.atom)))
    for amount in np.unique(needs.least).tolist():
        asked = np.nonzero(needs.least == amount)[0]
        table = _table(game, amount, needs.which[asked])
        for start in range(0, len(asked), lines):
            _note(game, needs, asked[start : start + lines], table, found)
    return found


def _table(game: Game, amount: int, which: Whole) -> NDArray[np.int8]:
    """(kinds, kinds, falls 1..): how far the second must step back when the first rises by amount; 0: it cannot."""
    columns, kind = game.kinds
    up, down = game.up[game.binding], game.down[game.binding]
    first = np.unique(kind[which])
    most = min(amount, int(game.fall.max(initial=0)))
    table = np.zeros((columns.shape[1], columns.shape[1], most + 1), dtype=np.int8)
    mine, theirs = columns[:, first], columns
    for back in range(1, most + 1):
        one, both, other = up < amount, up < amount - back, down < back
        stopped = mine[one].T @ (1 - theirs[one]) + mine[both].T @ theirs[both] + (1 - mine[other]).T @ theirs[other]
        table[first, :, back] = np.where(stopped == 0, back, 0)
        earlier = table[first, :, back - 1]
        table[first, :, back] = np.where(earlier > 0, earlier, table[first, :, back])
    return table


def _note(game: Game, needs: Needs, asked: Whole, table: NDArray[np.int8], found: Partners) -> None:
    _, kind = game.kinds
    which = needs.which[asked]
    reach = np.minimum(game.fall, table.shape[2] - 1)
    back = table[kind[which][:, None], kind[None, :], reach[None, :]]
    line = np.arange(len(asked))
    # Somebody does not step back for themselves.
    available = np.where(back > 0, game.people[None, :], 0)
    own = back[line, which] > 0
    available[line[own], which[own]] -= 1
    for partner, amount in ((found.first, found.back), (found.second, found.second_back)):
        best = np.argmax(available > 0, axis=1) if available.shape[1] else line
        there = available[line, best] > 0 if available.shape[1] else np.zeros(len(line), dtype=bool)
        legs = np.column_stack((which, best)), np.column_stack((needs.least[asked], -back[line, best]))
        there &= game.stays(*legs)
        partner[asked] = np.where(there, best, NOBODY)
        amount[asked] = np.where(there, back[line, best], 0)
        available[line[there], best[there]] -= 1
