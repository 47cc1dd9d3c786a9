"""A cell that is not what its parameters print for the true value turns the auditor red."""

import copy
from typing import Any

import pytest

from tests.core.disclosure.published import CHOICE, SCORE, TICK, Published
from uitzicht.core.disclosure.auditor import audit

# 20 people: 8 ticked; 8, 6 and 6 chose; mean 3.0.
SHEETS: list[dict[str, Any]] = [
    {"reasons": ["pay"] * (n < 8), "main": "pay" if n < 8 else CHOICE["items"][1 + n % 2], "content": 2 + n % 3}
    for n in range(20)
] + [{"content": 3}]


def _published() -> Published:
    published = Published({"1": None}, [TICK, CHOICE, SCORE])
    published.release([("1", SHEETS)])
    return published


def test_the_true_cells_are_green() -> None:
    published = _published()
    assert published.documents[0]["cells"]["reasons"]["1:resignation"] == {"base": 20, "items": [8]}
    assert audit(*published.evidence()).green


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("reasons", {"base": 20, "items": [7]}),
        ("reasons", {"base": 20, "items": ["<3"]}),
        ("reasons", {"base": 20, "items": [">17"]}),
        ("reasons", {"base": 20, "items": ["<9"]}),
        ("reasons", {"base": 20, "items": ["7..9"]}),
        ("reasons", {"base": 20, "items": [8.0]}),
        ("reasons", {"base": 20, "items": [True]}),
        ("reasons", {"base": 20, "items": [None]}),
        ("reasons", {"base": 20, "items": [[8]]}),
        ("reasons", {"base": 20, "items": ["eight"]}),
        ("reasons", {"base": 20, "items": [8, 8]}),
        ("reasons", {"base": 19, "items": [8]}),
        ("reasons", {"base": "<5", "items": None}),
        ("reasons", {"base": 20, "items": None}),
        ("reasons", {"base": "20", "items": [8]}),
        ("content", {"base": 21, "items": [2.9]}),
        ("content", {"base": 21, "items": [2.95]}),
        ("content", {"base": 21, "items": [2.952]}),
        ("content", {"base": 21, "items": ["<1.3333"]}),
        ("content", {"base": 21, "items": ["2.9..3.1"]}),
        ("content", {"base": 21, "items": ["3"]}),
        ("content", {"base": 21, "items": [float("nan")]}),
        ("content", {"base": 21, "items": [float("inf")]}),
        ("main", {"base": 20, "items": [8, 6]}),
        ("main", {"base": 20, "items": [8, 6, 5]}),
    ],
)
def test_another_cell_is_red(question: str, cell: dict[str, Any]) -> None:
    published = _published()
    document = copy.deepcopy(published.documents[0])
    document["cells"][question]["1:resignation"] = cell
    verdict = audit([document], published.members, published.truth)
    assert {(one.group, one.question) for one in verdict.openings} == {("1:resignation", question)}
    assert all(one.why.startswith("structure: ") for one in verdict.openings)


def test_a_cell_with_a_further_field_is_red() -> None:
    published = _published()
    published.documents[0]["cells"]["reasons"]["1:resignation"]["exact"] = 8
    assert not audit(*published.evidence()).green


def test_a_base_under_k_is_not_shown() -> None:
    published = Published({"1": None}, [TICK])
    published.release([("1", [*SHEETS[6:10], {}, {}])])
    assert published.documents[0]["cells"]["reasons"]["1:resignation"] == {"base": "<5", "items": None}
    assert audit(*published.evidence()).green
    published.documents[0]["cells"]["reasons"]["1:resignation"] = {"base": 4, "items": ["<3"]}
    assert [one.why for one in audit(*published.evidence()).openings] == ["structure: a base under k is shown"]


def test_an_opening_names_a_place_and_never_a_value() -> None:
    published = _published()
    published.documents[0]["cells"]["reasons"]["1:resignation"]["items"] = [7]
    (opening,) = audit(*published.evidence()).openings
    assert (opening.release, opening.item) == (1, "pay")
    assert not any(character.isdigit() for character in opening.why)
