"""Where views at their widest do not close what they open beside earlier releases, a new figure of a unit is widened as well."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest

from tests.core.disclosure import test_view_widening as of_views
from tests.core.disclosure.organisations import REASONS
from tests.core.disclosure.test_repair import Found, table
from uitzicht.core.disclosure.protection import SafeTable
from uitzicht.core.disclosure.repair import StillOpen, protect_with_views
from uitzicht.core.disclosure.vocabulary import Parameters

UNITS = {"2": [5, 5, 5], "3": [7, 5, 5], "4": [9, 5, 5]}
VIEWS = of_views.table(REASONS, {"woman": [30, 20, 10], "man": [25, 20, 10]}, size=60)
OPEN = Found("1-2", group=of_views.WOMEN)


def compose(safe: SafeTable, shown: SafeTable) -> dict[str, Any]:
    return {"cells": safe.cells, "views": shown.cells}


def nothing(document: Mapping[str, Any], *, questions: Collection[str] | None = None) -> Sequence[Found]:
    return []


def open_while_exact(group: str) -> Any:
    """Finds the view open as long as this unit is exact, however wide the views are."""

    def audit(document: Mapping[str, Any], *, questions: Collection[str] | None = None) -> Sequence[Found]:
        return [OPEN] if isinstance(document["cells"]["reasons"][group].items[0], int) else []

    return audit


def test_a_figure_of_a_unit_is_widened_when_no_wider_view_helps() -> None:
    figures, shown = protect_with_views(
        table(REASONS, UNITS), VIEWS, Parameters(), compose, nothing, open_while_exact("3:resignation")
    )
    assert isinstance(figures.safe.cells["reasons"]["3:resignation"].items[0], str)  # type: ignore[index]
    assert figures.widened > 0
    assert shown is not None


def test_views_that_close_leave_every_unit_exact() -> None:
    figures, shown = protect_with_views(table(REASONS, UNITS), VIEWS, Parameters(), compose, nothing, nothing)
    assert figures.widened == 0
    assert shown is not None
    assert shown.widened == 0


def test_without_views_only_units_are_audited() -> None:
    none = of_views.table(REASONS, {})
    figures, shown = protect_with_views(
        table(REASONS, UNITS), none, Parameters(), compose, nothing, open_while_exact("3:resignation")
    )
    assert (figures.widened, shown) == (0, None)


def test_what_nothing_closes_is_refused() -> None:
    def always(document: Mapping[str, Any], *, questions: Collection[str] | None = None) -> Sequence[Found]:
        return [OPEN]

    with pytest.raises(StillOpen):
        protect_with_views(table(REASONS, UNITS), VIEWS, Parameters(), compose, nothing, always)
