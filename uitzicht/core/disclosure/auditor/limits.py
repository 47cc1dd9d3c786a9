"""How far the value of a bundle can go: at all, and with room left for a coalition of one in it."""

import numpy as np

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.truth import Whole


def limits(board: Board) -> tuple[Whole, Whole]:
    """Lowest and highest value of every bundle in which one person of it can keep their own answer, whoever it is.

    Both have shape (bundles, items) and enclose the truth.
    """
    answered = board.answered[:, None]
    if board.is_score:
        lowest, highest = _extreme_scores(board)
        low = np.where(answered > 0, answered - 1 + highest[:, None], 0)
        high = np.where(answered > 0, 5 * (answered - 1) + lowest[:, None], 0)
        return low, high
    low = np.minimum(board.values, 1)
    high = np.broadcast_to(answered, board.values.shape) - (board.values < answered)
    return low, np.where(board.offered, high, board.values)


def possible(board: Board) -> tuple[Whole, Whole]:
    """Lowest and highest value of every bundle at all, shape (bundles, items) each."""
    answered = np.broadcast_to(board.answered[:, None], board.values.shape)
    if board.is_score:
        return answered.copy(), 5 * answered
    return 0 * answered, np.where(board.offered, answered, board.values)


def _extreme_scores(board: Board) -> tuple[Whole, Whole]:
    present = board.given > 0
    return np.argmax(present, axis=1) + 1, 5 - np.argmax(present[:, ::-1], axis=1)
