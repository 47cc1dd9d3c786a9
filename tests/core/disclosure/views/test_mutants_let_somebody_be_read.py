"""Each part of the certificate left out lets fewer than k people be singled out; with it they are not.

The exact attack of `brute_force` judges both, so it is not the certificate that praises itself.
"""

from collections.abc import Mapping

import pytest

from tests.core.disclosure.views.brute_force import cells_of, fewest_singled_out
from tests.core.disclosure.views.crowd import GENDER, PARAMETERS, crowd
from uitzicht.core.disclosure.views import certificate, close_views, closing, numbered_views
from uitzicht.core.disclosure.views.certificate import find_witnesses
from uitzicht.core.disclosure.views.grid import Cell, Exchange, Grid

Table = dict[tuple[str, ...], int]

FOUR_PEOPLE: Table = {
    ("1-0001", "woman"): 2,
    ("1-0001", "man"): 3,
    ("1-0002", "woman"): 3,
    ("1-0002", "man"): 2,
}
ONE_OTHER: Table = {("1-0001", "woman"): 6, ("1-0001", "man"): 6, ("1-0001", "other"): 1}


def singled_out(table: Table) -> int:
    """The fewest people that somebody can single out after one release."""
    people = crowd(table)
    closed = close_views(people, {}, [GENDER], PARAMETERS).closed
    return fewest_singled_out(cells_of(people, numbered_views(closed, 1)), PARAMETERS.k)


@pytest.mark.parametrize("table", [FOUR_PEOPLE, ONE_OTHER])
def test_nobody_is_singled_out_when_nothing_is_left_out(table: Table) -> None:
    assert singled_out(table) == PARAMETERS.k


def test_a_witness_of_one_too_few(monkeypatch: pytest.MonkeyPatch) -> None:
    lacks = Grid.lacks
    monkeypatch.setattr(Grid, "lacks", lambda grid, cell, k: lacks(grid, cell, k) - 1)

    assert singled_out(FOUR_PEOPLE) == 4


def test_no_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(
        grid: Grid, k: int, earlier: Mapping[Cell, Exchange], **_: bool
    ) -> tuple[dict[Cell, Exchange], bool]:
        return find_witnesses(grid, k, earlier)[0], True

    monkeypatch.setattr(closing, "find_witnesses", everything)

    assert singled_out(ONE_OTHER) == 1
    assert singled_out(FOUR_PEOPLE) == 4


def test_a_broken_solver_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that silently does nothing returns what was asked for h, and zeros."""
    monkeypatch.setattr(certificate, "exchange_by_programme", lambda _grid, cell, lacks: {cell: lacks})

    assert singled_out(ONE_OTHER) == PARAMETERS.k


def test_a_witness_that_is_not_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certificate, "exchange_by_programme", lambda _grid, cell, lacks: {cell: lacks})
    monkeypatch.setattr(certificate, "stands", lambda *_: True)

    assert singled_out(ONE_OTHER) == 1


def test_the_complement_of_the_views_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a witness for who waits, everybody minus all views is one person."""
    small = Grid.small
    monkeypatch.setattr(Grid, "small", lambda grid, k: [cell for cell in small(grid, k) if cell[1]])

    assert singled_out(ONE_OTHER) == 1
