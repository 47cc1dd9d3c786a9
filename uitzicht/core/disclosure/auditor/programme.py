"""One integer programme: other values for all bundles of a question under which every published cell prints the same.

Variables: a whole number per bundle and item; per need whether it is met; per bundle and item whether the world leaves
no room there for a coalition (a breach). It looks for as many met needs as can be, and among those for few breaches.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from uitzicht.core.disclosure.auditor.board import Board, Rows
from uitzicht.core.disclosure.auditor.cells import Cells
from uitzicht.core.disclosure.auditor.figures import count_range, score_range
from uitzicht.core.disclosure.auditor.limits import limits, possible
from uitzicht.core.disclosure.auditor.needs import Needs
from uitzicht.core.disclosure.auditor.truth import Whole

OPTIMAL = 0
SECONDS = 20.0
# In a large programme half of the needs that could be met at once is enough for a step; none is still the best there is.
GAP, SMALL = 0.5, 150
ENDLESS = np.int64(1) << 40
Found = NDArray[np.bool_]
Rules = tuple[sparse.csr_array, Whole, Whole]


@dataclass(frozen=True)
class World:
    """``values``: shape (bundles, items of the question). ``breaches``: where it leaves no room for a coalition."""

    values: Whole
    breaches: Found


class Programme:
    """Some items of one question, all bundles, everything published. ``found``: worlds are added to it."""

    def __init__(self, board: Board, bound: Cells, items: Whole, found: list[Whole]) -> None:
        self.board, self.items, self.found = board, items, found
        self.low, self.high = (side[:, items] for side in limits(board))
        self.wide_low, self.wide_high = (side[:, items] for side in possible(board))
        self._published = self._rules(bound)

    @property
    def shape(self) -> tuple[int, int]:
        return self.low.shape[0], self.low.shape[1]

    def world(self, part: Needs, tight: Found) -> World | None:
        """A world that stood the check, or None when the programme did not end as optimal.

        ``tight``: where, in (bundles, items at hand), no breach is allowed.
        """
        soft = np.nonzero((~tight & ((self.low > self.wide_low) | (self.high < self.wide_high))).ravel())[0]
        low, high = np.where(tight, self.low, self.wide_low), np.where(tight, self.high, self.wide_high)
        cost = np.concatenate((np.zeros(low.size), -np.ones(len(part)), np.full(len(soft), 0.5 / (len(soft) + 1))))
        binary = len(part) + len(soft)
        exact = len(part) == 1 or low.size + len(part) <= SMALL
        answer = milp(
            cost,
            integrality=np.ones(len(cost)),
            bounds=Bounds(
                np.concatenate((low.ravel(), np.zeros(binary))), np.concatenate((high.ravel(), np.ones(binary)))
            ),
            constraints=[
                LinearConstraint(_beside(matrix, len(cost)), least, most)
                for matrix, least, most in (
                    self._published,
                    _met(part, self.items, low, high),
                    self._breached(soft, len(part)),
                )
            ],
            options={"time_limit": SECONDS, "mip_rel_gap": 0.0 if exact else GAP},
        )
        if answer.status != OPTIMAL or answer.x is None:
            return None
        return self._checked(np.rint(answer.x[: low.size]).astype(np.int64).reshape(low.shape), low, high)

    def _rules(self, bound: Cells) -> Rules:
        bundles, width = self.shape
        rows = sparse.kron(bound.membership, sparse.eye_array(width, dtype=np.int64), format="csr")
        low, high = bound.low[:, self.items].ravel(), bound.high[:, self.items].ravel()
        if not self.board.is_choice:
            return sparse.csr_array(rows), low, high
        whole = sparse.kron(sparse.eye_array(bundles, dtype=np.int64), np.ones((1, width), dtype=np.int64))
        answered = self.board.answered
        matrix = sparse.csr_array(sparse.vstack([rows, whole], format="csr"))
        return matrix, np.concatenate((low, answered)), np.concatenate((high, answered))

    def _breached(self, soft: Whole, before: int) -> Rules:
        """value >= low - (low - wide low) * breach, value <= high + (wide high - high) * breach."""
        number, size = np.arange(len(soft)), self.low.size
        low, high = self.low.ravel()[soft], self.high.ravel()[soft]
        down, up = low - self.wide_low.ravel()[soft], self.wide_high.ravel()[soft] - high
        breach, one = size + before + number, np.ones(len(soft), dtype=np.int64)
        line = np.concatenate((number, number, len(soft) + number, len(soft) + number))
        column = np.concatenate((soft, breach, soft, breach))
        matrix = sparse.csr_array(
            (np.concatenate((one, down, one, -up)), (line, column)), shape=(2 * len(soft), size + before + len(soft))
        )
        endless = ENDLESS * one
        return matrix, np.concatenate((low, -endless)), np.concatenate((endless, high))

    def _checked(self, inside: Whole, low: Whole, high: Whole) -> World | None:
        values = self.board.values.copy()
        values[:, self.items] = inside
        if (inside < low).any() or (inside > high).any():
            return None
        world = verified(self.board, values)
        if world is None:
            return None
        self.found.append(values)
        return World(values, world.breaches[:, self.items])


def verified(board: Board, values: Whole) -> World | None:
    """These values as a world, when they are possible and every published cell prints as it does; else None."""
    least, most = possible(board)
    if (values < least).any() or (values > most).any():
        return None
    if board.is_choice and (values.sum(axis=1) != board.answered).any():
        return None
    items = np.nonzero((values != board.values).any(axis=0))[0]
    if not all(looks_the_same(board, rows, values, items) for rows in board.rows):
        return None
    low, high = limits(board)
    breaches = (values < low) | (values > high)
    return World(values, breaches | (breaches.any(axis=1, keepdims=True) & board.is_choice))


def _beside(matrix: sparse.csr_array, width: int) -> sparse.csr_array:
    """The same rules over more variables, which they leave free."""
    return sparse.csr_array((matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], width))


def _met(part: Needs, items: Whole, low: Whole, high: Whole) -> Rules:
    """value >= low + (need.low - low) * met, value <= high - (high - need.high) * met, kept >= met."""
    wanted, width, size = len(part), low.shape[1], low.size
    number, item = np.arange(wanted), np.searchsorted(items, part.item)
    at, there = part.bundle * width + item, (part.bundle, item)
    lift, drop = np.maximum(part.low - low[there], 0), np.maximum(high[there] - part.high, 0)
    keeps = np.nonzero(part.kept >= 0)[0]
    kept_at, kept_line = part.bundle[keeps] * width + part.kept[keeps], 2 * wanted + np.arange(len(keeps))
    line = np.concatenate((number, number, wanted + number, wanted + number, kept_line, kept_line))
    column = np.concatenate((at, size + number, at, size + number, kept_at, size + keeps))
    one, keep = np.ones(wanted, dtype=np.int64), np.ones(len(keeps), dtype=np.int64)
    weight = np.concatenate((one, -lift, one, drop, keep, -keep))
    matrix = sparse.csr_array((weight, (line, column)), shape=(2 * wanted + len(keeps), size + wanted))
    least = np.concatenate((low[there], -ENDLESS * one, 0 * keep))
    most = np.concatenate((ENDLESS * one, high[there], ENDLESS * keep))
    return matrix, least, most


def looks_the_same(board: Board, rows: Rows, values: Whole, items: Whole) -> bool:
    """Whether every cell of a release prints as it does now when the bundles have these values instead."""
    totals = rows.membership @ (values + board.fixed)
    printed = score_range if board.is_score else count_range
    for row, item in np.argwhere(totals[:, items] != rows.value[:, items]).tolist():
        place = row, int(items[item])
        shown, level = (int(rows.low[place]), int(rows.high[place])), int(rows.level[place])
        total = int(totals[place])
        if not shown[0] <= total <= shown[1]:
            return False
        if level >= 0 and printed(total, int(rows.base[row]), rows.rules, level) != shown:
            return False
    return True
