"""Counter-worlds of four: two people rise and two others fall, so that every tight row keeps its sum.

Where one exchange would show in a view, a second one hides it: what the first moves from women to men the second moves
back. Rows that let nothing pass either way must balance: sums of random weights over those rows find the pairs that do.
Whatever is found is verified in whole numbers against every row before it counts.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.game import Game
from uitzicht.core.disclosure.auditor.views.standing import Standing

SEED = 20_261_124
MOST_CLASSES = 1_200
MOST_TRIED = 96
Weights = NDArray[np.uint64]


@dataclass(frozen=True)
class _Pairs:
    """Pairs of falling classes by the sum of their weights, ascending."""

    sums: Weights
    first: Whole
    second: Whole


def rectangles(game: Game, standing: Standing) -> None:
    """Note moves of four people for every unmet need of one step; a choice or a tick only."""
    unmet = standing.unmet
    if not len(unmet):
        return
    weights = _weights(game)
    rising, pairs = _sample(np.nonzero(game.rise > 0)[0]), _pairs(game, weights)
    if not len(rising) or not len(pairs.sums):
        return
    moves: dict[int, Whole] = {}
    for number in unmet.tolist():
        own = int(standing.own[number])
        if own not in moves:
            moves[own] = _moves(game, weights, own, rising, pairs)
        for move in moves[own].tolist():
            standing.note(number, Counter(move))
            if standing.met[number]:
                break


def _weights(game: Game) -> Weights:
    """The sum of the random weights of the tight rows of each class."""
    tight = game.membership[(game.up < 1) & (game.down < 1)].astype(np.uint64)
    drawn = np.random.default_rng(SEED).integers(1, 2**63, size=len(tight), dtype=np.uint64)
    return np.asarray(drawn @ tight, dtype=np.uint64)[game.atom]


def _sample(classes: Whole) -> Whole:
    if len(classes) <= MOST_CLASSES:
        return classes
    return np.sort(np.random.default_rng(SEED).choice(classes, MOST_CLASSES, replace=False))


def _pairs(game: Game, weights: Weights) -> _Pairs:
    falling = _sample(np.nonzero(game.fall > 0)[0])
    first, second = np.triu_indices(len(falling))
    first, second = falling[first], falling[second]
    possible = (first != second) | (game.people[first] > 1)
    first, second = first[possible], second[possible]
    sums = weights[first] + weights[second]
    order = np.argsort(sums, kind="stable")
    return _Pairs(sums[order], first[order], second[order])


def _moves(game: Game, weights: Weights, own: int, rising: Whole, pairs: _Pairs) -> Whole:
    """Verified moves (own, another that rises, two that fall), few of each other one; shape (moves, 4)."""
    others = rising[(rising != own) | (game.people[rising] > 1)]
    wanted = weights[own] + weights[others]
    start, end = np.searchsorted(pairs.sums, wanted, "left"), np.searchsorted(pairs.sums, wanted, "right")
    found: list[Whole] = []
    for step in range(3):
        at = start + step
        there = np.nonzero(at < end)[0][:MOST_TRIED]
        legs = np.column_stack(
            (np.full(len(there), own), others[there], pairs.first[at[there]], pairs.second[at[there]])
        ).astype(np.int64)
        if len(legs):
            found.append(legs[game.stays(legs, np.tile(np.array([1, 1, -1, -1]), (len(legs), 1)))])
    return np.concatenate(found) if found else np.zeros((0, 4), dtype=np.int64)
