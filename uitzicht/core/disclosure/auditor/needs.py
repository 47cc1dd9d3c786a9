"""What P2 asks of a counter-world in each bundle, and how far the other bundles may move in it.

People inside a bundle are exchangeable for everything published, so a world is a whole number per bundle (and item).
A coalition is nobody, one person of the bundle, or one person of another bundle; how many answered stays as it is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.truth import Whole

NOBODY = -1


@dataclass(frozen=True)
class Needs:
    """One entry per need: in ``bundle`` the value of ``item`` can be somewhere in low..high.

    ``kept``: an item that must keep at least one choice in that bundle (the coalition's own), or NOBODY.
    ``side``: which of the two sides the need stands for.
    """

    bundle: Whole
    item: Whole
    low: Whole
    high: Whole
    kept: Whole
    side: Whole

    def __len__(self) -> int:
        return len(self.bundle)

    def pick(self, which: NDArray[np.bool_] | Whole) -> "Needs":
        return Needs(*(column[which] for column in (self.bundle, self.item, self.low, self.high, self.kept, self.side)))

    def at(self, which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """All needs that share their place, bundle and item, with one of these."""
        wide = int(self.item.max(initial=0)) + 1
        places = self.bundle * wide + self.item
        return np.isin(places, places[which])

    def met(self, values: Whole) -> NDArray[np.bool_]:
        """Which needs these values (bundles, items) meet."""
        there = values[self.bundle, self.item]
        keeps = (self.kept == NOBODY) | (values[self.bundle, np.maximum(self.kept, 0)] >= 1)
        return np.asarray((self.low <= there) & (there <= self.high) & keeps)


def needs(board: Board) -> Needs:
    """Everything that P2 asks of this question in this stratum."""
    if board.is_score:
        return _score_needs(board)
    yes = _choice_yes(board) if board.is_choice else _tick_yes(board)
    parts = [*yes, _no(board)]
    return Needs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


Columns = tuple[Whole, Whole, Whole, Whole, Whole, Whole]


def _at_risk(board: Board) -> NDArray[np.bool_]:
    return board.offered & (board.answered > 0)[:, None]


def _columns(where: tuple[Whole, ...], low: Whole, high: Whole, kept: Whole | None, side: int) -> Columns:
    bundle, item = where
    nobody = np.full(len(bundle), NOBODY)
    return bundle, item, low, high, nobody if kept is None else kept, np.full(len(bundle), side)


def _tick_yes(board: Board) -> list[Columns]:
    """Somebody else can have said yes, even beside the one who knows that they did."""
    where = np.nonzero(_at_risk(board))
    answered = board.answered[where[0]]
    least = np.minimum(1 + (board.values[where] >= 1), answered)
    return [_columns(where, least, answered, None, 1)]


def _no(board: Board) -> Columns:
    """Somebody else can have said no; who did not answer the question counts as no."""
    where = np.nonzero(_at_risk(board))
    others = board.size[where[0]] - board.values[where]
    most = board.size[where[0]] - 1 - (others >= 1)
    return _columns(where, 0 * most, most, None, 0)


def _choice_yes(board: Board) -> list[Columns]:
    """As for ticks; where nobody chose the item, each possible coalition also keeps the item that it chose itself."""
    at_risk, alone = _at_risk(board), (board.answered == 1)[:, None]
    chosen = np.nonzero(at_risk & ((board.values >= 1) | alone))
    answered = board.answered[chosen[0]]
    parts = [_columns(chosen, np.minimum(1 + (board.values[chosen] >= 1), answered), answered, None, 1)]
    for kept in range(len(board.question.items)):
        where = np.nonzero(at_risk & (board.values == 0) & ~alone & (board.values[:, [kept]] >= 1))
        one = np.ones(len(where[0]), dtype=np.int64)
        parts.append(_columns(where, one, board.answered[where[0]], kept * one, 1))
    return parts


def _score_needs(board: Board) -> Needs:
    """Somebody else can stand at 2 or lower (side 0) and at 4 or higher (side 1), for every score a coalition can hold.

    A need is a sum that leaves the coalition its score v, one person the side, and the others 1..5 each.
    """
    parts: list[Columns] = []
    zero = np.zeros(0, dtype=np.int64)
    parts.append((zero, zero, zero, zero, zero, zero))
    alone = np.nonzero(board.answered == 1)[0]
    parts.append(_columns((alone, 0 * alone), 0 * alone + 1, 0 * alone + 2, None, 0))
    parts.append(_columns((alone, 0 * alone), 0 * alone + 4, 0 * alone + 5, None, 1))
    for own in range(1, 6):
        where = np.nonzero((board.answered >= 2) & (board.given[:, own - 1] > 0))[0]
        others = board.answered[where] - 2
        parts.append(_columns((where, 0 * where), own + 1 + others, own + 2 + 5 * others, None, 0))
        parts.append(_columns((where, 0 * where), own + 4 + others, own + 5 + 5 * others, None, 1))
    return Needs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
