"""Complementary suppression: how much is hidden beside the small cells, against a proven optimum, and how fast.

``python -m benchmarks.suppression``: small tables against the exact method (Fischetti and Salazar: a master programme of
which cells to hide, cut by the attacker's own linear programmes), then large ones. ``--quick`` leaves out the largest,
which is checked exactly but not attacked: its linear programmes did not end in minutes.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from benchmarks.measuring import Row, show
from uitzicht.core.disclosure.suppression import Rule, SensitiveTable
from uitzicht.core.disclosure.suppression.attacker import attack
from uitzicht.core.disclosure.suppression.checking import open_cells, sums
from uitzicht.core.disclosure.suppression.engine import Engine, needs
from uitzicht.core.disclosure.suppression.ground import Need
from uitzicht.core.disclosure.suppression.table import Cells

RULE = Rule()
SLACK = 1e-6
MOST_ATTACKED = 20_000
Numbers = np.ndarray
PATIENCE_S = 60.0
SMALL = (((1, 1), (5, 6)), ((1, 1), (10, 10)), ((2, 2), (4, 4)), ((1, 1, 1), (4, 4, 4)), ((1, 1, 1), (6, 6, 6)))
LARGE = (((3, 3, 3), (3, 3, 3)), ((4, 4, 4), (5, 5, 5)), ((5, 5, 5), (8, 8, 8)))
SMALL_HEADINGS = ("cells", "small", "beside", "weight", "least weight", "over it", "proven", "exact s", "ours s")
LARGE_HEADINGS = ("cells", "small", "beside", "hidden", "search s", "processor s", "check s", "attack s", "attacked")


@dataclass(frozen=True)
class Optimum:
    """``bound``: no protection weighs less. ``is_proven``: and one of this weight exists."""

    bound: float
    is_proven: bool
    seconds: float


def table(groups: Sequence[int], rows: Sequence[int], seed: int = 0) -> SensitiveTable:
    from tests.core.suppression.sector import flat, invented, nested

    names = "abc"[: len(groups)]
    return invented(
        [nested(n, g, r) if g > 1 else flat(n, r) for n, g, r in zip(names, groups, rows, strict=True)], seed=seed
    )


def optimum(cells: Cells) -> Optimum:
    """Hide least so that nobody learns more than promised, in fractions: cuts are added until no attack succeeds."""
    start = time.perf_counter()
    weight = np.where(cells.is_small, 0, np.maximum(cells.people, 1)).astype(float)
    least = np.where(cells.is_small, 1.0, 0.0)
    most = np.where(cells.is_public, 0.0, 1.0)
    matrix, demands = sums(cells), needs(cells)
    insiders = [
        cell for cell in np.flatnonzero(cells.is_small).tolist() if _moves(cells, matrix, cell, most) >= 1 - SLACK
    ]
    cuts: list[Numbers] = []
    bound, whole = 0.0, False
    while time.perf_counter() - start < PATIENCE_S:
        constraint = [LinearConstraint(sparse.csr_array(np.array(cuts)), 1, np.inf)] if cuts else []
        left = max(1.0, PATIENCE_S - (time.perf_counter() - start))
        master = milp(
            weight,
            integrality=np.full(len(weight), int(whole)),
            bounds=Bounds(least, most),
            constraints=constraint,
            options={"time_limit": left},
        )
        if master.status != 0:
            bound = max(bound, float(master.mip_dual_bound or 0))
            break
        bound = max(bound, float(master.fun))
        found = [cut for need in demands if (cut := _cut(cells, matrix, need, master.x)) is not None]
        found += [cut for cell in insiders if (cut := _insider_cut(cells, matrix, cell, master.x)) is not None]
        if not found and whole:
            return Optimum(bound, True, time.perf_counter() - start)
        whole = whole or not found
        cuts += found
    return Optimum(bound, False, time.perf_counter() - start)


def _cut(cells: Cells, matrix: sparse.csr_array, need: Need, hidden: Numbers) -> Numbers | None:
    """An inequality that every protection meets and this one does not; None when the need is met."""
    up, down = cells.high - cells.count, cells.count - cells.low
    reach, dual = _reach(matrix, need.cell, need.sign, up, down, hidden)
    return None if reach >= need.amount - SLACK else np.minimum(dual / need.amount, 1.0)


def _insider_cut(cells: Cells, matrix: sparse.csr_array, cell: int, hidden: Numbers) -> Numbers | None:
    """The same for members of all other leaves at once: up and down together at least one."""
    ways = [_reach(matrix, cell, sign, *_wary(cells, matrix, cell), hidden) for sign in (1, -1)]
    return None if sum(reach for reach, _ in ways) >= 1 - SLACK else np.minimum(sum(dual for _, dual in ways), 1.0)


def _moves(cells: Cells, matrix: sparse.csr_array, cell: int, hidden: Numbers) -> float:
    return sum(_reach(matrix, cell, sign, *_wary(cells, matrix, cell), hidden)[0] for sign in (1, -1))


def _wary(cells: Cells, matrix: sparse.csr_array, cell: int) -> tuple[Numbers, Numbers]:
    inside = np.zeros(len(cells.count), dtype=bool)
    inside[np.flatnonzero(cells.is_leaf)[matrix[[cell]].toarray().ravel() > 0]] = True
    low, high = cells.known
    high, low = np.where(inside, cells.high, high), np.where(inside, cells.low, low)
    return high - cells.count, cells.count - low


def _reach(
    matrix: sparse.csr_array, cell: int, sign: int, up: Numbers, down: Numbers, hidden: Numbers
) -> tuple[float, Numbers]:
    """How far a cell can move, and what each hidden cell adds to that at most."""
    found = linprog(
        -sign * matrix[[cell]].toarray().ravel(),
        A_ub=sparse.vstack([matrix, -matrix], format="csr"),
        b_ub=np.concatenate((up * hidden, down * hidden)),
        bounds=(None, None),
        method="highs",
    )
    if found.status != 0:
        raise SystemExit(f"the attack did not end as optimal: {found.message}")
    above, below = np.split(-np.asarray(found.ineqlin.marginals), 2)
    return -float(found.fun), above * up + below * down


def beside_the_optimum(groups: Sequence[int], rows: Sequence[int], seed: int) -> Row:
    cells = Cells(table(groups, rows, seed), RULE)
    engine = Engine(cells)
    start = time.perf_counter()
    engine.run()
    ours = time.perf_counter() - start
    beside = int((engine.ground.hidden & ~cells.is_small).sum())
    best = optimum(cells)
    over = f"{100 * (engine.ground.total / best.bound - 1):.0f} %" if best.bound else "none"
    counted = (len(cells.count), int(cells.is_small.sum()), beside, engine.ground.total, round(best.bound))
    return [*counted, over, "yes" if best.is_proven else "bound only", best.seconds, ours]


def at_scale(groups: Sequence[int], rows: Sequence[int]) -> Row:
    cells = Cells(table(groups, rows), RULE)
    engine = Engine(cells)
    start, busy = time.perf_counter(), time.process_time()
    engine.run()
    search, processor = time.perf_counter() - start, time.process_time() - busy
    hidden = engine.ground.hidden
    start = time.perf_counter()
    unproven = open_cells(cells, hidden, list(engine.worlds.values()))
    check = time.perf_counter() - start
    start = time.perf_counter()
    tried = attack(cells, hidden, None if len(hidden) <= MOST_ATTACKED else ())
    attacking = time.perf_counter() - start
    if len(unproven) or tried.opened:
        raise SystemExit(f"{len(unproven)} not proven, {len(tried.opened)} opened")
    beside = int((hidden & ~cells.is_small).sum())
    share = f"{100 * hidden.mean():.0f} %"
    return [
        len(hidden),
        int(cells.is_small.sum()),
        beside,
        share,
        search,
        processor,
        check,
        attacking,
        len(tried.tried),
    ]


def main(arguments: list[str]) -> None:
    small = [beside_the_optimum(groups, rows, seed) for groups, rows in SMALL for seed in (1, 2)]
    show("Weight hidden beside the small cells, against the least possible", SMALL_HEADINGS, small)
    large = [at_scale(groups, rows) for groups, rows in (LARGE[:2] if "--quick" in arguments else LARGE)]
    show("Suppression at scale, three dimensions with sub-totals, about 12 people in a cell", LARGE_HEADINGS, large)


if __name__ == "__main__":
    main(sys.argv[1:])
