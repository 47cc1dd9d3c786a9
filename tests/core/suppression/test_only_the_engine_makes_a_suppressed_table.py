from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.core.suppression.sector import RULE, flat, given, invented
from uitzicht.core.disclosure.suppression import SensitiveTable, Status, SuppressedTable, attacker, suppress
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.refusal import Refusal


@pytest.fixture(scope="module")
def table() -> SensitiveTable:
    return invented([flat("a", 5), flat("b", 5)], seed=4)


def test_nobody_else_does(table: SensitiveTable) -> None:
    safe = suppress(table, RULE)
    parts: tuple[Any, ...] = (safe.dimensions, safe.rule, safe.people, safe.shown, safe.status, safe.attacked)
    with pytest.raises(TypeError):
        SuppressedTable(*parts, object())
    with pytest.raises(TypeError):
        SuppressedTable(*parts)  # type: ignore[call-arg]


def test_it_holds_every_total_and_no_withheld_count(table: SensitiveTable) -> None:
    safe, cells = suppress(table, RULE), Cells(table, RULE)
    shown = list(safe.cells)
    assert len(shown) == 36
    assert shown[0].path == ((), ())
    for cell, people, count in zip(shown, cells.people.tolist(), cells.count.tolist(), strict=True):
        assert cell.people == people
        assert cell.count == (count if cell.status is Status.PUBLISHED else None)
    hidden = safe.status != Status.PUBLISHED
    assert (safe.shown[hidden] == -1).all()
    assert safe.number(*Status) == 36
    assert safe.number(Status.SMALL) == int(cells.is_small.sum())


def test_neither_table_says_a_number_of_its_own(table: SensitiveTable) -> None:
    canary = given([[1_000_003, 12]], [[987_654, 6]])
    assert "987" not in repr(canary)
    assert "array" not in repr(suppress(table, RULE))


def test_the_same_table_is_protected_in_the_same_way(table: SensitiveTable) -> None:
    assert np.array_equal(suppress(table, RULE).status, suppress(table, RULE).status)


def test_a_table_without_small_cells_is_published_whole() -> None:
    safe = suppress(given([[12, 12], [12, 12]], [[6, 5], [4, 6]]), RULE)
    assert safe.number(Status.PUBLISHED) == 9


def test_a_table_in_which_nothing_can_be_otherwise_is_refused() -> None:
    """Everybody gives the only answer there is: hiding it hides nothing."""
    with pytest.raises(Refusal) as refused:
        suppress(given([[9], [12]], [[9], [12]], flat("a", 2), flat("reason", 1, is_answer=True)), RULE)
    assert refused.value.code == "suppression.no_other_world"


def test_a_programme_that_does_not_end_as_optimal_fails_closed(
    table: SensitiveTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attacker, "linprog", lambda *_, **__: SimpleNamespace(status=1, fun=0.0))
    with pytest.raises(Refusal) as refused:
        suppress(table, RULE)
    assert refused.value.code == "suppression.opened"
