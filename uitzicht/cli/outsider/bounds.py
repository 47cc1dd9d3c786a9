"""What follows about each bundle: its least and greatest value under everything published, by plain linear programmes.

Open is a place where the other side is impossible for everybody in a bundle, or for everybody but one who knows their own
answer: nobody can have said yes, or no; nobody can stand at 4 or higher, or at 2 or lower. A programme that does not end as
optimal counts as open.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog

from uitzicht.cli.outsider.places import ENDLESS, Board

OPTIMAL = 0
SLACK = 1e-6
MOST_COLUMNS = 4_000
SIDE = 3  # points between 1 and 4, and between 5 and 2
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Bound:
    """One item in one bundle. ``low`` and ``high``: its value in whole numbers; ``room``: how far apart they are, as a share
    of how far they could be. ``why``: empty when it is closed."""

    stratum: str
    question: str
    item: str
    bundle: str
    size: int
    low: int
    high: int
    room: float
    why: str = ""


class NotSolved(Exception):
    """A programme did not end as optimal."""


@dataclass
class Count:
    programmes: int = 0


def bounds(boards: Sequence[Board], count: Count, progress: Progress) -> Iterator[Bound]:
    """Every place of every board; ``count`` says afterwards how many programmes that took."""
    for done, board in enumerate(boards):
        progress("bounds", done, len(boards))
        yield from _board(board, count)


def _board(board: Board, count: Count) -> Iterator[Bound]:
    try:
        answered = _System(board, (), count).ends(None, 1)
    except NotSolved:
        yield _unsolved(board, "")
        return
    together = [tuple(range(len(board.items)))] if board.is_choice else [(place,) for place in range(len(board.items))]
    for items in together:
        system = _System(board, items, count)
        for item in items:
            try:
                yield from _item(board, system, item, answered)
            except NotSolved:
                yield _unsolved(board, board.items[item])


def _item(board: Board, system: "_System", item: int, answered: Sequence[int]) -> Iterator[Bound]:
    above = list(zip(system.ends(item, 1), system.ends(item, -1), strict=True))
    is_score = board.most > 1
    below = above
    if is_score:
        below = list(zip(system.ends(item, 1, from_top=True), system.ends(item, -1, from_top=True), strict=True))
    for bundle, least, (low, high), under in zip(board.bundles, answered, above, below, strict=True):
        size = bundle.size or 0
        why = _of_scores((low, high), under, size, least) if is_score else _of_ticks(low, high, size, least)
        if bundle.release < board.since[item] and high == 0:
            why = ""  # nobody in it was asked, and everybody knows that
        room = (high - low) / max(board.most * (size or high), 1)
        yield Bound(board.stratum, board.question, board.items[item], bundle.id, size, low, high, room, why)


def _of_ticks(low: int, high: int, size: int, answered: int) -> str:
    """Who did not answer counts as no."""
    if answered >= 1 and high < 1:
        return "everybody's answer follows"
    if size and low > size - 1:
        return "everybody's answer follows"
    if (answered >= 2 and low == high == 1) or (size and low == high == size - 1):
        return "for one of them everybody else's answer follows"
    return ""


def _of_scores(above: tuple[int, int], below: tuple[int, int], size: int, answered: int) -> str:
    """``above``: points above 1; ``below``: points under 5. Somebody has at least the mean of them."""
    if answered >= 1 and min(above[1], below[1]) < SIDE:
        return "the side of everybody's score follows"
    for low, high in (above, below):
        if answered >= 2 and low >= 1 and high < SIDE + ceil(low / (size or low)):
            return "for one of them the side of everybody else's score follows"
    return ""


def _unsolved(board: Board, item: str) -> Bound:
    return Bound(board.stratum, board.question, item, "", 0, 0, 0, 0.0, "a programme did not end as optimal")


class _System:
    """Variables: how many answered in each bundle, then the value of each item in each bundle."""

    def __init__(self, board: Board, items: tuple[int, ...], count: Count) -> None:
        self.board, self.items, self.count = board, items, count
        self.width = len(board.bundles)
        self.columns = self.width * (1 + len(items))
        self._rows: list[tuple[NDArray[np.float64], float]] = []
        for row in board.rows:
            answered = self._sum(row.bundles, None)
            self._between(answered, *row.answered)
            for item in items:
                if (ends := row.values[item]) is not None:
                    self._between(self._sum(row.bundles, item), *ends)
        self._inside_bundles()
        self._inside_wholes()
        self.matrix = sparse.csr_array(np.array([row for row, _ in self._rows]).reshape(-1, self.columns))
        self.limits = np.array([limit for _, limit in self._rows])

    def ends(self, item: int | None, sign: int, *, from_top: bool = False) -> list[int]:
        """The least (sign 1) or greatest (-1) value in each bundle, in whole numbers; ``from_top``: of what is missing to
        the most. Programmes of several bundles are solved as one: each has variables of its own."""
        found: list[int] = []
        share = max(1, MOST_COLUMNS // self.columns)
        for start in range(0, self.width, share):
            bundles = range(start, min(start + share, self.width))
            aims = [self._one(bundle, item) for bundle in bundles]
            if from_top:
                aims = [self.board.most * self._one(b, None) - aim for b, aim in zip(bundles, aims, strict=True)]
            found += self._solved(aims, sign)
        return found

    def _solved(self, aims: list[NDArray[np.float64]], sign: int) -> list[int]:
        self.count.programmes += len(aims)
        copies = len(aims)
        most = [float(ENDLESS if bundle.size is None else bundle.size) for bundle in self.board.bundles]
        ends = [(0.0, high) for high in most] + [(0.0, None)] * (self.columns - self.width)
        found = linprog(
            sign * np.concatenate(aims),
            A_ub=sparse.kron(sparse.eye_array(copies), self.matrix, format="csr"),
            b_ub=np.tile(self.limits, copies),
            bounds=ends * copies,
            method="highs",
        )
        if found.status != OPTIMAL:
            raise NotSolved
        values = found.x.reshape(copies, self.columns)
        exact = [float(aim @ value) for aim, value in zip(aims, values, strict=True)]
        return [ceil(value - SLACK) if sign == 1 else floor(value + SLACK) for value in exact]

    def _inside_bundles(self) -> None:
        """Nobody gives less than nothing or more than the most; of a choice everybody who answered picks one."""
        for bundle in range(self.width):
            answered = self._one(bundle, None)
            for item in self.items:
                self._at_most(self._one(bundle, item) - self.board.most * answered, 0)
            if self.board.is_choice and self.items:
                together = sum((self._one(bundle, item) for item in self.items), np.zeros(self.columns))
                self._at_most(answered - together, 0)
                self._at_most(together - answered, 0)

    def _inside_wholes(self) -> None:
        for part, whole, waiting in self.board.within:
            for item, most in [(None, 1), *((item, self.board.most) for item in self.items)]:
                rest = self._sum(whole, item) - self._sum(part, item)
                self._between(rest, 0, most * waiting)

    def _one(self, bundle: int, item: int | None) -> NDArray[np.float64]:
        return self._sum((bundle,), item)

    def _sum(self, bundles: tuple[int, ...], item: int | None) -> NDArray[np.float64]:
        row = np.zeros(self.columns)
        start = 0 if item is None else self.width * (1 + self.items.index(item))
        row[start + np.array(bundles, dtype=int)] = 1
        return row

    def _between(self, row: NDArray[np.float64], low: int, high: int) -> None:
        self._at_most(row, high)
        self._at_most(-row, -low)

    def _at_most(self, row: NDArray[np.float64], limit: int) -> None:
        self._rows.append((row, float(limit)))
