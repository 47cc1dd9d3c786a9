"""Which needs of a board the tree pass meets: single moves for ticks and scores, swaps of two items for a choice."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.board import Board, Rows
from uitzicht.core.disclosure.auditor.forest import FREE, Forest, can_move
from uitzicht.core.disclosure.auditor.limits import limits, possible
from uitzicht.core.disclosure.auditor.needs import Needs
from uitzicht.core.disclosure.auditor.truth import Whole

Found = NDArray[np.bool_]


def met_by_moves(board: Board, tree: Forest, open_needs: Needs) -> Found:
    """True for each need that a move inside the bundles of one release and period meets."""
    found = np.zeros(len(open_needs), dtype=bool)
    unit = np.array([tree.position[bundle.unit] for bundle in board.bundles], dtype=np.int64)
    period = np.array([bundle.period for bundle in board.bundles])
    wanted = set(zip(board.entered[open_needs.bundle].tolist(), period[open_needs.bundle].tolist(), strict=True))
    for number, name, room_up, room_down in _rooms(board, tree, wanted):
        among = (board.entered == number) & (period == name)
        inside = np.nonzero(among[open_needs.bundle])[0]
        search = _Slice(board, tree, unit, among, room_up, room_down)
        part = open_needs.pick(inside)
        found[inside] = search.swaps(part) if board.is_choice else search.singles(part)
    return found


def _rooms(board: Board, tree: Forest, wanted: set[tuple[int, str]]) -> Iterator[tuple[int, str, Whole, Whole]]:
    """For each release and period wanted, newest first: room of every node upwards and downwards, shape (units, items)."""
    shape = (len(tree.parent), len(board.question.items))
    rooms = {period: (np.full(shape, FREE), np.full(shape, FREE)) for _, period in wanted}
    by_edition = {rows.edition: rows for rows in board.rows}
    last = max([*by_edition, *(number for number, _ in wanted)], default=-1)
    for number in range(last, -1, -1):
        for period, (up, down) in rooms.items():
            if number in by_edition:
                _tighten(up, down, by_edition[number], tree, period)
            if (number, period) in wanted:
                yield number, period, up, down


def _tighten(up: Whole, down: Whole, rows: Rows, tree: Forest, period: str) -> None:
    """A node holds these bundles in its row of all periods and in that of their own, and has the least room of the two;
    rows of other periods hold none of them."""
    nodes = np.array([tree.position[unit] for unit in rows.units], dtype=np.int64)
    for name in {"", period}:
        which = np.array([one == name for one in rows.periods], dtype=bool)
        at, room_up, room_down = nodes[which], (rows.high - rows.value)[which], (rows.value - rows.low)[which]
        up[at], down[at] = np.minimum(up[at], room_up), np.minimum(down[at], room_down)


class _Slice:
    """The bundles of one release and period; the others stay where they are."""

    def __init__(
        self, board: Board, tree: Forest, unit: Whole, inside: Found, room_up: Whole, room_down: Whole
    ) -> None:
        self.board, self.tree, self.unit = board, tree, unit
        self.up, self.down = room_up, room_down
        (low, high), (least, most) = limits(board), possible(board)
        mask, values = inside[:, None], board.values
        self.can_fall = tuple(np.where(mask, values - end, 0) for end in (least, low))
        self.can_rise = tuple(np.where(mask, end - values, 0) for end in (most, high))

    def singles(self, part: Needs) -> Found:
        there = self.board.values[part.bundle, part.item]
        rise = there < part.low
        found = np.zeros(len(part), dtype=bool)
        for which, amount, (own, with_coalition), back, on in (
            (rise, part.low - there, self.can_fall, self.down, self.up),
            (~rise, there - part.high, self.can_rise, self.up, self.down),
        ):
            moves = (part.bundle[which], part.item[which], amount[which], part.elsewhere[which])
            found[which] = can_move(self.tree, self.unit, own, own - with_coalition, back, on, moves)
        return found

    def swaps(self, part: Needs) -> Found:
        """A rise takes from another item of the bundle, a fall gives to one. A kept item is not taken to nothing."""
        there = self.board.values[part.bundle, part.item]
        rise = there < part.low
        amount = np.where(rise, part.low - there, there - part.high)
        found = np.zeros(len(part), dtype=bool)
        for other in range(len(self.board.question.items)):
            elsewhere = self.board.values[part.bundle, other]
            free = self.board.offered[part.bundle, other] & (part.item != other) & ~found
            spare = np.where(part.kept == other, elsewhere - 1, elsewhere)
            found |= self._swapped(part, amount, other, free & rise & (spare >= amount), rising=True)
            found |= self._swapped(part, amount, other, free & ~rise, rising=False)
        return found

    def _swapped(self, part: Needs, amount: Whole, other: int, which: Found, *, rising: bool) -> Found:
        found = np.zeros(len(part), dtype=bool)
        if not which.any():
            return found
        take, give = (self.can_fall, self.can_rise) if rising else (self.can_rise, self.can_fall)
        ahead, behind = (self.up, self.down) if rising else (self.down, self.up)
        own, with_coalition = (np.minimum(a, b[:, [other]]) for a, b in zip(take, give, strict=True))
        back, on = np.minimum(behind, ahead[:, [other]]), np.minimum(ahead, behind[:, [other]])
        moves = (part.bundle[which], part.item[which], amount[which], part.elsewhere[which])
        found[which] = can_move(self.tree, self.unit, own, own - with_coalition, back, on, moves)
        return found
