"""All releases together: each set of bundles that was ever shown, once, with what its cells allow."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.truth import Whole


@dataclass(frozen=True)
class Cells:
    """Distinct rows of all releases. ``membership``: 0/1, (rows, bundles); ``low`` and ``high``: (rows, items), of the
    people whose answers the attacker does not know."""

    membership: sparse.csr_array
    low: Whole
    high: Whole


def cells(board: Board) -> Cells:
    """The same bundles shown in several releases bind together: their meanings are intersected."""
    places: dict[bytes, int] = {}
    rows: list[Whole] = []
    low: list[Whole] = []
    high: list[Whole] = []
    for one in board.rows:
        matrix = one.membership
        known = matrix @ board.fixed
        least, most = one.low - known, one.high - known
        for row in range(matrix.shape[0]):
            bundles = np.sort(matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]).astype(np.int64)
            at = places.setdefault(bundles.tobytes(), len(rows))
            if at == len(rows):
                rows.append(bundles)
                low.append(least[row])
                high.append(most[row])
            else:
                low[at], high[at] = np.maximum(low[at], least[row]), np.minimum(high[at], most[row])
    shape = (len(rows), len(board.question.items))
    starts = np.concatenate(([0], np.cumsum([len(row) for row in rows], dtype=np.int64)))
    columns = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
    ones = np.ones(len(columns), dtype=np.int64)
    membership = sparse.csr_array((ones, columns, starts), shape=(len(rows), len(board.bundles)))
    return Cells(
        membership, np.array(low, dtype=np.int64).reshape(shape), np.array(high, dtype=np.int64).reshape(shape)
    )
