"""Places that are certainly open: plain arithmetic on the published figures already excludes one side.

Intervals are narrowed by every published row and by every difference of two rows of which one contains the other. What
this excludes no world can reach, so no solver is asked; it saves time and never makes an audit greener.
"""

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.cells import Cells
from uitzicht.core.disclosure.auditor.limits import possible
from uitzicht.core.disclosure.auditor.needs import Needs
from uitzicht.core.disclosure.auditor.truth import Whole

MOST_ROWS = 400
ROUNDS = 6
ENDLESS = np.int64(1) << 40


def excluded(board: Board, bound: Cells, open_needs: Needs) -> NDArray[np.bool_]:
    """True for each need that no world can meet. Boards of more than a few hundred rows are left to the solver."""
    if bound.membership.shape[0] > MOST_ROWS:
        return np.zeros(len(open_needs), dtype=bool)
    low, high = _narrowed(board, *_rows_and_differences(bound))
    place = (open_needs.bundle, open_needs.item)
    keeps = (open_needs.kept < 0) | (high[open_needs.bundle, np.maximum(open_needs.kept, 0)] >= 1)
    return np.asarray((open_needs.low > high[place]) | (open_needs.high < low[place]) | ~keeps)


def _rows_and_differences(bound: Cells) -> tuple[NDArray[np.bool_], Whole, Whole]:
    """Rows (rows, bundles) and their bounds (rows, items), those of the differences included."""
    rows = bound.membership.toarray() > 0
    sizes = rows.sum(axis=1)
    shared = rows.astype(np.int64) @ rows.T.astype(np.int64)
    whole, part = np.nonzero((shared == sizes[None, :]) & (sizes[:, None] > sizes[None, :]))
    return (
        np.concatenate((rows, rows[whole] & ~rows[part])),
        np.concatenate((bound.low, bound.low[whole] - bound.high[part])),
        np.concatenate((bound.high, bound.high[whole] - bound.low[part])),
    )


def _narrowed(board: Board, rows: NDArray[np.bool_], least: Whole, most: Whole) -> tuple[Whole, Whole]:
    low, high = possible(board)
    inside = rows[:, :, None]
    for _ in range(ROUNDS):
        before = int((high - low).sum())
        spare = most - rows @ low
        lack = rows @ high - least
        tighter = np.min(np.where(inside, spare[:, None, :], ENDLESS), axis=0, initial=ENDLESS)
        looser = np.min(np.where(inside, lack[:, None, :], ENDLESS), axis=0, initial=ENDLESS)
        low, high = np.maximum(low, high - looser), np.minimum(high, low + tighter)
        if board.is_choice:
            low, high = _share_sum(board, low, high)
        if int((high - low).sum()) == before:
            break
    return low, high


def _share_sum(board: Board, low: Whole, high: Whole) -> tuple[Whole, Whole]:
    """The items of a choice add up to the number of answers in each bundle."""
    spare = board.answered - low.sum(axis=1)
    lack = high.sum(axis=1) - board.answered
    return np.maximum(low, high - lack[:, None]), np.minimum(high, low + spare[:, None])
