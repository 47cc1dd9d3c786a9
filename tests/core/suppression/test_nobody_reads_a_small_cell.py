"""The promise, judged by attackers that know nothing of the search: one that tries everything, one that solves programmes."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.core.suppression import brute_force
from tests.core.suppression.sector import RULE, answers, flat, invented, nested, protected
from tests.core.suppression.sector import given as table_of
from uitzicht.core.disclosure.suppression import SensitiveTable
from uitzicht.core.disclosure.suppression.attacker import Attacker, attack
from uitzicht.core.disclosure.suppression.checking import open_cells
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.refusal import Refusal

TABLES = {
    "one dimension": lambda seed: invented([flat("a", 8)], seed=seed),
    "two dimensions": lambda seed: invented([flat("a", 5), flat("b", 6)], seed=seed),
    "hierarchies": lambda seed: invented([nested("a", 2, 3), nested("b", 2, 3)], seed=seed),
    "three dimensions": lambda seed: invented([flat("a", 3), flat("b", 4), flat("c", 3)], seed=seed),
    "an answer": lambda seed: answers(6, 5, mean=30, seed=seed),
}


@st.composite
def tiny(draw: st.DrawFn) -> SensitiveTable:
    """Two by two or two by three, 0 to 9 people in a cell."""
    shape = (2, draw(st.integers(2, 3)))
    people = draw(st.lists(st.integers(0, 9), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]))
    count = [draw(st.integers(0, number)) for number in people]
    return table_of(np.reshape(people, shape).tolist(), np.reshape(count, shape).tolist())


@given(tiny())
@settings(max_examples=60, deadline=None)
def test_trying_everything_opens_nothing(table: SensitiveTable) -> None:
    assume(Cells(table, RULE).is_small.any())
    try:
        cells, engine, hidden = protected(table)
    except Refusal:
        return
    assume(_choices(cells, hidden) <= 60_000)
    assert not brute_force.opened(cells, hidden)
    assert not open_cells(cells, hidden, list(engine.worlds.values())).size


def _choices(cells: Cells, hidden: np.ndarray) -> float:
    leaves = cells.is_leaf & hidden
    return float(np.prod((cells.high - cells.low + 1)[leaves].astype(float)))


@given(tiny())
@settings(max_examples=30, deadline=None)
def test_what_programmes_open_trying_everything_opens_too(table: SensitiveTable) -> None:
    """Whole numbers leave fewer worlds than fractions: the exact attacker is the stronger one."""
    cells = Cells(table, RULE)
    assume(cells.is_small.any() and _choices(cells, cells.is_small) <= 60_000)
    assert set(attack(cells, cells.is_small).opened) <= set(brute_force.opened(cells, cells.is_small))


@pytest.mark.parametrize("kind", TABLES)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=6, deadline=None)
def test_no_programme_narrows_a_small_cell(kind: str, seed: int) -> None:
    try:
        cells, engine, hidden = protected(TABLES[kind](seed))
    except Refusal:
        return
    assert not open_cells(cells, hidden, list(engine.worlds.values())).size
    small = np.flatnonzero(cells.is_small).tolist()
    attacked = attack(cells, hidden, small)
    assert attacked.tried == tuple(small)
    assert not attacked.opened


@pytest.mark.parametrize("kind", TABLES)
def test_a_dense_table_can_be_protected(kind: str) -> None:
    cells, _, hidden = protected(TABLES[kind](1))
    assert cells.is_small.any()
    assert hidden[cells.is_small].all()
    assert not hidden[cells.is_public].any()
    assert not hidden.all()


def test_the_member_of_a_cell_of_one_does_not_read_the_other_cell_of_a_row() -> None:
    """One person beside a small cell, both hidden, their total published: the person subtracts their own answer."""
    table = table_of([[1, 12, 12, 12], [12, 12, 12, 12], [12, 12, 12, 12]], [[1, 1, 6, 5], [6, 5, 6, 7], [5, 6, 6, 5]])
    cells, _, hidden = protected(table)
    neighbour, *square = np.ravel_multi_index(([1, 1, 2, 2], [2, 1, 1, 2]), cells.table.shape).tolist()
    pair = cells.is_small.copy()
    pair[square] = True
    outside = Attacker(cells, pair).interval(neighbour)
    assert outside is not None
    assert outside[1] - outside[0] >= 1
    assert Attacker(cells, pair).opens(neighbour)
    assert not Attacker(cells, hidden).opens(neighbour)
