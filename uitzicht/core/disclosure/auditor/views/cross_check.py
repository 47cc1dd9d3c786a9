"""The attacker's own linear programmes on people, as a cross-check: for the smallest views both sides must lie inside.

Written apart from the search: it starts from the true values and the figures, not from moves.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.counterworlds import Place
from uitzicht.core.disclosure.auditor.views.panel import Panel

OPTIMAL = 0
SLACK = 1e-6
MOST_PLACES = 10
MOST_VARIABLES = 20_000


@dataclass(frozen=True)
class Exposure:
    """A place in a view of so many people, at which nobody could step alone."""

    panel: Panel
    place: Place
    size: int

    def order(self) -> tuple[int, str, str, int, int]:
        panel = self.panel
        return self.size, panel.question.key, panel.register.stratum, self.place[1], self.place[0]


def most_exposed(exposures: Iterable[Exposure]) -> list[Exposure]:
    """The places in the smallest views, of programmes that are worth their time; two programmes each."""
    small = [one for one in exposures if one.panel.sheets.state.size <= MOST_VARIABLES]
    return sorted(small, key=Exposure.order)[:MOST_PLACES]


def fault(exposure: Exposure) -> str:
    """Why somebody of this place is certainly on one side; empty when both sides lie inside."""
    panel, place = exposure.panel, exposure.place
    inside = np.nonzero(panel.sheets.atom == place[0])[0]
    person = int(inside[0])
    least, most = _end(panel, person, place[1], 1), _end(panel, person, place[1], -1)
    if least is None or most is None:
        return "solver did not end as optimal"
    sides = (2, 4) if panel.question.type == "score" else (0, 1)
    reaches = least <= sides[0] + SLACK and most >= sides[1] - SLACK
    return "" if reaches else "solver finds an interval without one of the sides"


def _end(panel: Panel, person: int, item: int, sign: int) -> float | None:
    """The least (sign 1) or greatest (sign -1) that this person can have answered under everything published."""
    state, choice = panel.sheets.state, panel.question.type == "choice"
    items = np.arange(state.shape[1]) if choice else np.array([item])
    rows = sparse.csr_array(panel.rows.membership[:, panel.sheets.atom])
    matrix = sparse.kron(rows, sparse.eye_array(len(items)), format="csr")
    value = (rows @ state[:, items]).ravel()
    aim = np.zeros(len(state) * len(items))
    aim[person * len(items) + (item if choice else 0)] = sign
    answer = linprog(
        aim,
        A_ub=sparse.vstack([matrix, -matrix], format="csr"),
        b_ub=np.concatenate((value + panel.rows.up[:, items].ravel(), panel.rows.down[:, items].ravel() - value)),
        A_eq=sparse.kron(sparse.eye_array(len(state)), np.ones((1, len(items))), format="csr") if choice else None,
        b_eq=np.ones(len(state)) if choice else None,
        bounds=_bounds(panel, items),
        method="highs",
    )
    return sign * float(answer.fun) if answer.status == OPTIMAL else None


def _bounds(panel: Panel, items: Whole) -> Whole:
    """What somebody can answer at all; an item that was not offered keeps its answer."""
    state = panel.sheets.state[:, items]
    if panel.question.type == "score":
        return np.column_stack((np.full(state.size, 1), np.full(state.size, 5)))
    offered = panel.sheets.offered[panel.sheets.atom][:, items]
    return np.column_stack((np.where(offered, 0, state).ravel(), np.where(offered, 1, state).ravel()))
