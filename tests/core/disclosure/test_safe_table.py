import dataclasses
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.disclosure.organisations import PARENTS, QUESTIONS, REASONS, sheets
from uitzicht.core.disclosure.protection import SafeTable, ShownCells, Spot, protect
from uitzicht.core.disclosure.tables import Answer, BundleTotals, Table, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Parameters

Sheets = list[dict[str, Answer]]
PARAMETERS = Parameters()


def table(*bundles: Sheets) -> Table:
    """One bundle per unit, 4, 5, 6 ..., all of one release."""
    closed = [
        BundleTotals(f"1-{n:04d}", unit, "resignation", len(answers), tabulate(answers, QUESTIONS))
        for n, (unit, answers) in enumerate(zip(("4", "5", "6"), bundles, strict=False), start=1)
    ]
    return accumulate(closed, PARENTS, QUESTIONS)


def ticked(*careers: bool) -> Sheets:
    return [{"reasons": ["career"] if career else []} for career in careers]


def test_only_protect_makes_a_safe_table() -> None:
    safe = protect(table(ticked(*[True] * 6)), PARAMETERS)
    with pytest.raises(TypeError):
        SafeTable(PARAMETERS, safe.questions, safe.groups, safe.cells, object())
    with pytest.raises(TypeError):
        SafeTable(PARAMETERS, safe.questions, safe.groups, safe.cells)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="seal"):
        dataclasses.replace(safe, cells={})  # type: ignore[call-arg]


def test_a_safe_table_cannot_be_changed() -> None:
    safe = protect(table(ticked(*[True] * 6)), PARAMETERS)
    with pytest.raises(dataclasses.FrozenInstanceError):
        safe.cells = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        safe.cells["reasons"]["4:resignation"] = ShownCells(6, (6, 0, 0))  # type: ignore[index]


def test_figures_are_shown_with_their_base() -> None:
    safe = protect(table(ticked(*[True] * 4, *[False] * 8)), PARAMETERS)
    assert safe.cells["reasons"]["4:resignation"] == ShownCells(12, (4, "<3", "<3"))


def test_a_base_under_k_hides_the_figures_of_that_group() -> None:
    safe = protect(table([*ticked(*[True] * 4), {}]), PARAMETERS)
    assert safe.cells["reasons"]["4:resignation"] == ShownCells("<5", None)


def test_a_widening_changes_its_own_spot_only() -> None:
    answers = table(ticked(*[True] * 6, *[False] * 14))
    spot = Spot("4:resignation", "reasons", "career")
    wide = protect(answers, PARAMETERS, {spot: 2}).cells["reasons"]
    assert wide["4:resignation"].items == ("4..7", "<3", "<3")
    assert wide["1:resignation"] == protect(answers, PARAMETERS).cells["reasons"]["1:resignation"]


@given(st.lists(sheets().filter(bool), min_size=1, max_size=3), st.randoms())
def test_swapping_sheets_inside_a_bundle_changes_nothing_shown(bundles: list[Sheets], chance: random.Random) -> None:
    swapped = [chance.sample(answers, len(answers)) for answers in bundles]
    assert protect(table(*swapped), PARAMETERS).cells == protect(table(*bundles), PARAMETERS).cells


@given(st.lists(sheets().filter(bool), min_size=1, max_size=3))
def test_which_groups_are_shown_depends_on_public_counts_only(bundles: list[Sheets]) -> None:
    """P3: other answers by the same people to the same questions show the same groups, bases and hidden places."""
    constant: dict[str, Answer] = {"reasons": [], "main_reason": "pay", "satisfaction.content": 1}
    others: list[Sheets] = [[{key: constant[key] for key in sheet} for sheet in answers] for answers in bundles]
    first, second = (protect(table(*given_), PARAMETERS) for given_ in (bundles, others))
    assert first.groups == second.groups
    for question in QUESTIONS:
        for group in first.groups:
            one, other = first.cells[question.key][group.id], second.cells[question.key][group.id]
            assert (one.base, one.items is None) == (other.base, other.items is None)


@given(sheets().filter(bool))
def test_a_figure_is_a_function_of_the_number_and_its_base(answers: Sheets) -> None:
    """The same tallies in another group look the same."""
    shown = protect(table(answers, [*answers]), PARAMETERS).cells
    for question in QUESTIONS:
        assert shown[question.key]["4:resignation"] == shown[question.key]["5:resignation"]


def test_a_base_of_exactly_k_is_shown() -> None:
    assert protect(table(ticked(*[True] * 5)), PARAMETERS).cells[REASONS.key]["4:resignation"].base == 5
