"""The attacker's own linear programme, as a cross-check on the counter-worlds.

For the most exposed places the least and the greatest value are sought that fit everything published, without
integrality. They must reach both sides; a solver that does not end as optimal counts as a failure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.cells import Cells, cells
from uitzicht.core.disclosure.auditor.limits import possible
from uitzicht.core.disclosure.auditor.needs import Needs

OPTIMAL = 0
SLACK = 1e-6
MOST_PLACES = 20
MOST_VARIABLES = 100_000


@dataclass(frozen=True)
class Exposure:
    """A place that needed making up for: ``cost`` is how far the bundle itself had to move."""

    board: Board
    bundle: int
    item: int
    cost: int

    def order(self) -> tuple[int, int, str, int, str]:
        return (
            -self.cost,
            int(self.board.size[self.bundle]),
            self.board.question.key,
            self.item,
            self.board.bundles[self.bundle].id,
        )


def exposures(board: Board, moved: Needs) -> Iterator[Exposure]:
    """Each place once, with its dearest need."""
    there = board.values[moved.bundle, moved.item]
    cost = np.maximum(np.maximum(moved.low - there, there - moved.high), 0)
    dearest: dict[tuple[int, int], int] = {}
    for bundle, item, one in zip(moved.bundle.tolist(), moved.item.tolist(), cost.tolist(), strict=True):
        dearest[bundle, item] = max(one, dearest.get((bundle, item), 0))
    for (bundle, item), one in dearest.items():
        yield Exposure(board, bundle, item, one)


def affordable(ordered: Sequence[tuple[Exposure, Needs]]) -> list[tuple[Exposure, Needs]]:
    """The first of these, as many as a fixed amount of work allows: at most 20 places, that is 40 programmes."""
    chosen: list[tuple[Exposure, Needs]] = []
    work = 0
    for exposure, demanded in ordered[:MOST_PLACES]:
        work += exposure.board.values.size if exposure.board.is_choice else len(exposure.board.bundles)
        if chosen and work > MOST_VARIABLES:
            break
        chosen.append((exposure, demanded))
    return chosen


def fault(exposure: Exposure, demanded: Needs) -> str:
    """Why the interval of this place does not reach all that is demanded of it; empty when it does."""
    here = demanded.pick((demanded.bundle == exposure.bundle) & (demanded.item == exposure.item))
    bound = cells(exposure.board)
    least, most = _end(exposure, bound, 1), _end(exposure, bound, -1)
    if least is None or most is None:
        return "solver did not end as optimal"
    reaches = bool((here.low <= most + SLACK).all() and (here.high >= least - SLACK).all())
    return "" if reaches else "solver finds an interval without one of the sides"


def _end(exposure: Exposure, bound: Cells, sign: int) -> float | None:
    """The least (sign 1) or greatest (sign -1) value of the place under everything published."""
    board, width = exposure.board, len(exposure.board.question.items)
    items = np.arange(width) if board.is_choice else np.array([exposure.item])
    low, high = (side[:, items].ravel() for side in possible(board))
    rows = sparse.kron(bound.membership, sparse.eye_array(len(items), dtype=np.int64), format="csr")
    aim = np.zeros(len(low))
    aim[exposure.bundle * len(items) + (exposure.item if board.is_choice else 0)] = sign
    whole = sparse.kron(sparse.eye_array(len(board.bundles)), np.ones((1, width)), format="csr")
    answer = linprog(
        aim,
        A_ub=sparse.vstack([rows, -rows], format="csr"),
        b_ub=np.concatenate((bound.high[:, items].ravel(), -bound.low[:, items].ravel())),
        A_eq=whole if board.is_choice else None,
        b_eq=board.answered if board.is_choice else None,
        bounds=np.column_stack((low, high)),
        method="highs",
    )
    return sign * float(answer.fun) if answer.status == OPTIMAL else None
