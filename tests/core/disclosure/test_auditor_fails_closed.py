"""What the auditor cannot certify is open: a solver that does not end as optimal never makes anything green."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.core.disclosure.published import TICK, Published, ticks
from uitzicht.core.disclosure.auditor import audit, linear, programme

CELL = ("1:resignation", "reasons", "pay")


def _needs_a_programme() -> Published:
    """Only moving bundles of both releases together hides somebody: the tree pass looks at one release at a time."""
    published = Published({"1": None, "2": "1", "3": "1"}, [TICK])
    published.release(
        [("2", ticks(1, 5)), ("3", ticks(4, 4))], levels={("3:resignation", "reasons", "pay"): 2, CELL: 2}
    )
    published.release([("2", ticks(3, 3))], levels={CELL: 4})
    return published


def _needs_moves() -> Published:
    published = Published({"1": None, "2": "1", "3": "1"}, [TICK])
    published.release([("2", ticks(0, 6)), ("3", ticks(5, 4))], levels={("3:resignation", "reasons", "pay"): 2})
    return published


def _failing(*_: Any, **__: Any) -> SimpleNamespace:
    """What a solver gives back that stopped at its time limit."""
    return SimpleNamespace(status=1, x=None, fun=0.0)


def test_a_world_found_by_a_programme_is_green() -> None:
    assert audit(*_needs_a_programme().evidence()).green


def test_a_programme_that_is_not_optimal_certifies_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programme, "milp", _failing)
    opened = audit(*_needs_a_programme().evidence()).openings
    assert opened
    assert all(one.why.startswith("value: ") for one in opened)


def test_a_programme_that_returns_zeros_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    def zeros(cost: Any, **_: Any) -> SimpleNamespace:
        return SimpleNamespace(status=0, x=0 * cost, fun=0.0)

    monkeypatch.setattr(programme, "milp", zeros)
    assert not audit(*_needs_a_programme().evidence()).green


def test_the_linear_cross_check_is_made() -> None:
    verdict = audit(*_needs_moves().evidence())
    assert verdict.green
    assert 0 < verdict.linear_programmes <= 40


def test_a_cross_check_that_is_not_optimal_is_an_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linear, "linprog", _failing)
    opened = audit(*_needs_moves().evidence()).openings
    assert {one.why for one in opened} == {"value: solver did not end as optimal"}


def test_a_cross_check_that_contradicts_the_worlds_is_an_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linear, "linprog", lambda *_, **__: SimpleNamespace(status=0, fun=0.0))
    opened = audit(*_needs_moves().evidence()).openings
    assert {one.why for one in opened} == {"value: solver finds an interval without one of the sides"}


def test_nothing_published_is_green() -> None:
    assert audit([], {}, {}).green
