"""What an outsider concludes about bundles: exact least and greatest values, and what counts as open."""

import itertools
from typing import Any

import pytest

from uitzicht.cli.outsider.bounds import Bound, Count, bounds
from uitzicht.cli.outsider.places import boards
from uitzicht.cli.outsider.published import Document

ROOT, TEAM, OTHER = "1", "2", "3"


def document(cells: dict[str, dict[str, Any]], *, type: str = "tick", number: int = 1, **more: Any) -> Document:
    """Two teams under a root, each with one bundle: ``sizes`` of them; ``cells`` by unit."""
    sizes = more.pop("sizes", (6, 8))
    bundles = [
        {"id": f"1-000{n + 1}", "stratum": "resignation", "unit": unit, "size": size}
        for n, (unit, size) in enumerate(zip((TEAM, OTHER), sizes, strict=True))
    ]
    inside = {ROOT: bundles, TEAM: bundles[:1], OTHER: bundles[1:]}
    groups = [
        {
            "id": f"{unit}:resignation",
            "unit": unit,
            "stratum": "resignation",
            "size": sum(bundle["size"] for bundle in inside[unit]),
            "bundles": [bundle["id"] for bundle in inside[unit]],
        }
        for unit in cells
    ]
    items = ["mean"] if type == "score" else more.pop("items", ["pay"])
    content = {
        "release": number,
        "bundles": bundles if number == 1 else [],
        "questions": [{"key": "q", "type": type, "items": items}],
        "groups": groups,
        "cells": {"q": {f"{unit}:resignation": cell for unit, cell in cells.items()}},
    }
    return Document(content | more, "")


def found(*documents: Document) -> dict[str, Bound]:
    """Bounds by bundle, of the first item."""
    every = bounds(list(boards(documents)), Count(), lambda *_: None)
    first: dict[str, Bound] = {}
    for bound in every:
        first.setdefault(bound.bundle, bound)
    return first


def cell(base: int | str, *items: Any) -> dict[str, Any]:
    return {"base": base, "items": list(items) or None}


def test_bounds_are_those_of_every_world_that_fits() -> None:
    """Enumerated: 6 and 8 people, each team in a band, the total exact."""
    bound = found(document({ROOT: cell(14, 5), TEAM: cell(6, "<3"), OTHER: cell(8, "3..5")}))
    worlds = [(a, b) for a, b in itertools.product(range(7), range(9)) if a + b == 5 and a < 3 and 3 <= b <= 5]
    assert (bound["1-0001"].low, bound["1-0001"].high) == (min(a for a, _ in worlds), max(a for a, _ in worlds))
    assert (bound["1-0002"].low, bound["1-0002"].high) == (min(b for _, b in worlds), max(b for _, b in worlds))
    assert not any(one.why for one in bound.values())


def test_means_bound_sums_by_how_they_are_rounded() -> None:
    """A mean of 3.3 among 6 people is a sum of 20, and no other: 19 is 3.2 and 21 is 3.5."""
    bound = found(document({ROOT: cell(6, 3.3)}, type="score", sizes=(6, 0)))["1-0001"]
    assert (bound.low, bound.high) == (20 - 6, 20 - 6)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({ROOT: cell(14, 4), OTHER: cell(8, 4)}, "everybody's answer follows"),  # 4 - 4: nobody in the team
        ({ROOT: cell(14, 10), OTHER: cell(8, 4)}, "everybody's answer follows"),  # all six
        ({ROOT: cell(14, 5), OTHER: cell(8, 4)}, "for one of them everybody else's answer follows"),
        ({ROOT: cell(14, 9), OTHER: cell(8, 4)}, "for one of them everybody else's answer follows"),
        ({ROOT: cell(14, 6), OTHER: cell(8, 4)}, ""),
        ({ROOT: cell(14, "<3"), OTHER: cell(8, "<3")}, ""),
    ],
)
def test_a_parent_less_its_other_children_opens_a_bundle(cells: dict[str, Any], why: str) -> None:
    assert found(document(cells))["1-0001"].why == why


@pytest.mark.parametrize(
    ("whole", "why"),
    [
        (1.0, "the side of everybody's score follows"),
        (5.0, "the side of everybody's score follows"),
        ("<1.5", "the side of everybody's score follows"),
        (1.5, "for one of them the side of everybody else's score follows"),
        (4.5, "for one of them the side of everybody else's score follows"),
        (3.0, ""),
    ],
)
def test_scores_open_by_their_side(whole: Any, why: str) -> None:
    """Six people with a mean of 1.5: a sum of 9 lets one stand at 4, but that one then knows that nobody else does."""
    assert found(document({ROOT: cell(6, whole)}, type="score", sizes=(6, 0)))["1-0001"].why == why


def test_two_releases_are_subtracted() -> None:
    first = document({TEAM: cell(6, 3)})
    then = document({ROOT: cell(14, 3), TEAM: cell(6, 3)}, number=2)
    assert found(first, then)["1-0002"].why == "everybody's answer follows"


def test_what_nobody_was_asked_is_no_secret() -> None:
    """An answer that was added later: nobody in a bundle of before can have given it, and everybody knows."""
    first = document({ROOT: cell(14, 5)}, items=["pay"])
    then = document({ROOT: cell(14, 5, 0)}, items=["pay", "hours"], number=2)
    every = list(bounds(list(boards([first, then])), Count(), lambda *_: None))
    assert [one.why for one in every if one.item == "hours"] == ["", ""]


def test_documents_that_contradict_each_other_are_open_not_closed() -> None:
    first = document({ROOT: cell(14, 5)})
    then = document({ROOT: cell(14, 6)}, number=2)
    every = list(bounds(list(boards([first, then])), Count(), lambda *_: None))
    assert {one.why for one in every} == {"a programme did not end as optimal"}


def test_views_are_people_of_the_same_bundles() -> None:
    """All women in a view, nobody waiting: who is not a woman in the only other view follows from the whole."""
    view = {"stratum": "resignation", "cut": "gender"}
    views = {
        "view_bundles": [
            view | {"id": "1-v0001", "value": "woman", "size": 7},
            view | {"id": "1-v0002", "value": "man", "size": 7},
        ],
        "views": [
            view | {"id": "gender:woman:resignation", "value": "woman", "size": 7, "bundles": ["1-v0001"]},
            view | {"id": "gender:man:resignation", "value": "man", "size": 7, "bundles": ["1-v0002"]},
        ],
        "view_cells": {"q": {"gender:woman:resignation": cell(7, 4)}},
        "view_waiting": [{"cut": "gender", "stratum": "resignation", "people": 0}],
    }
    assert found(document({ROOT: cell(14, 4)}, **views))["1-v0002"].why == "everybody's answer follows"
    views["view_waiting"] = [{"cut": "gender", "stratum": "resignation", "people": 5}]
    views["view_bundles"][1]["size"] = 5
    assert found(document({ROOT: cell(14, 7)}, **views))["1-v0002"].why == ""
