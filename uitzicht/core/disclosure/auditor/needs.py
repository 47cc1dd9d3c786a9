"""What P2 asks of a counter-world in each bundle, and how far the other bundles may move in it.

People inside a bundle are exchangeable for everything published, so a world is a whole number per bundle (and item).
A coalition is nobody, one person of the bundle, or one person of another bundle; how many answered stays as it is.
"""

from collections.abc import Iterator
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
    ``elsewhere``: the need must be met wherever in another bundle a coalition stands; else it stands in this one.
    """

    bundle: Whole
    item: Whole
    low: Whole
    high: Whole
    kept: Whole
    elsewhere: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.bundle)

    def pick(self, which: NDArray[np.bool_] | Whole) -> "Needs":
        return Needs(
            self.bundle[which],
            self.item[which],
            self.low[which],
            self.high[which],
            self.kept[which],
            self.elsewhere[which],
        )

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
        parts = list(_scores(board))
    else:
        beside = _choice_beside_others(board) if board.is_choice else _tick_beside_no(board)
        parts = [*_yes(board), *_no(board), *beside]
    bundle, item, low, high, kept, elsewhere = zip(*parts, strict=True)
    return Needs(
        np.concatenate(bundle),
        np.concatenate(item),
        np.concatenate(low),
        np.concatenate(high),
        np.concatenate(kept),
        np.concatenate(elsewhere),
    )


Columns = tuple[Whole, Whole, Whole, Whole, Whole, NDArray[np.bool_]]


def _at_risk(board: Board) -> NDArray[np.bool_]:
    return board.offered & (board.answered > 0)[:, None]


def _columns(where: tuple[Whole, ...], low: Whole, high: Whole, *, elsewhere: bool, kept: int = NOBODY) -> Columns:
    bundle, item = where
    size = len(bundle)
    return bundle, item, low, high, np.full(size, kept), np.full(size, elsewhere)


def _yes(board: Board) -> list[Columns]:
    """Somebody can have said yes; and somebody else too where the coalition in the bundle may be the one who did."""
    at_risk = _at_risk(board)
    anyone = np.nonzero(at_risk)
    one = np.ones(len(anyone[0]), dtype=np.int64)
    single = np.nonzero(at_risk & (board.values == 1) & (board.answered >= 2)[:, None])
    return [
        _columns(anyone, one, board.answered[anyone[0]], elsewhere=True),
        _columns(single, 0 * single[0] + 2, board.answered[single[0]], elsewhere=False),
    ]


def _no(board: Board) -> list[Columns]:
    """Somebody can have said no, and somebody else too; who did not answer the question counts as no."""
    at_risk, others = _at_risk(board), board.size[:, None] - board.values
    anyone, none = np.nonzero(at_risk), np.nonzero(at_risk & (others == 0))
    single = np.nonzero(at_risk & (others == 1))
    return [
        _columns(anyone, 0 * anyone[0], board.size[anyone[0]] - 1, elsewhere=True),
        _columns(none, 0 * none[0] + 1, board.size[none[0]] - 1, elsewhere=False),
        _columns(single, 0 * single[0], board.size[single[0]] - 2, elsewhere=False),
    ]


def _tick_beside_no(board: Board) -> list[Columns]:
    """Where nobody said yes: somebody can have, while the coalition in the bundle keeps its no."""
    where = np.nonzero(_at_risk(board) & (board.values == 0) & (board.answered >= 2)[:, None])
    one = np.ones(len(where[0]), dtype=np.int64)
    return [_columns(where, one, board.answered[where[0]] - 1, elsewhere=False)]


def _choice_beside_others(board: Board) -> Iterator[Columns]:
    """Where nobody chose the item: somebody can have, while the coalition in the bundle keeps the item it chose."""
    unchosen = _at_risk(board) & (board.values == 0) & (board.answered >= 2)[:, None]
    for kept in range(len(board.question.items)):
        where = np.nonzero(unchosen & (board.values[:, [kept]] >= 1))
        one = np.ones(len(where[0]), dtype=np.int64)
        yield _columns(where, one, board.answered[where[0]], elsewhere=False, kept=kept)


def _scores(board: Board) -> Iterator[Columns]:
    """Somebody can stand at 2 or lower and at 4 or higher; and somebody else too beside each score v of a coalition.

    A need is a sum that leaves the coalition its v, one person the side, and the others 1..5 each.
    """
    anyone = np.nonzero(_at_risk(board))
    others = board.answered[anyone[0]] - 1
    yield _columns(anyone, 1 + others, 2 + 5 * others, elsewhere=True)
    yield _columns(anyone, 4 + others, 5 + 5 * others, elsewhere=True)
    for own in range(1, 6):
        bundle = np.nonzero((board.answered >= 2) & (board.given[:, own - 1] > 0))[0]
        where, others = (bundle, 0 * bundle), board.answered[bundle] - 2
        yield _columns(where, own + 1 + others, own + 2 + 5 * others, elsewhere=False)
        yield _columns(where, own + 4 + others, own + 5 + 5 * others, elsewhere=False)
