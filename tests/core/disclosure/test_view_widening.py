"""What is widened when an audit opens a figure of a view: that view first, then the others of its stratum."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from tests.core.disclosure.organisations import CONTENT, MAIN, REASONS
from uitzicht.core.disclosure.protection import SafeTable, Spot
from uitzicht.core.disclosure.repair import Closed, StillOpen, protect_views_until_closed
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally
from uitzicht.core.disclosure.view_tables import accumulate_views
from uitzicht.core.disclosure.vocabulary import Parameters, Question


@dataclass(frozen=True)
class Found:
    group: str | None
    item: str = "career"
    question: str = "reasons"
    why: str = "value: somebody in a view has no counter-world"
    bundle: str = "1-0001"


def table(question: Question, counts: Mapping[str, list[int]], size: int = 20) -> Table:
    """One view bundle for each gender, resignations unless another stratum is named: "man other"."""
    closed = []
    for number, (name, items) in enumerate(counts.items(), start=1):
        value, _, stratum = name.partition(" ")
        tally = Tally(answered=size if question is REASONS else sum(items), counts=items)
        people = max(size, sum(items))
        place = f"gender:{value}"
        bundle = BundleTotals(f"1-v{number:04d}", place, stratum or "resignation", people, {question.key: tally})
        closed.append(bundle)
    return accumulate_views(closed, [question])


def repaired(views: Table, rounds: Sequence[Sequence[Found]]) -> Closed:
    """An audit that finds these, round after round, and then nothing."""
    left = iter(rounds)

    def audit(document: Mapping[str, Any], *, questions: Collection[str] | None = None) -> Sequence[Found]:
        return next(left, [])

    def compose(safe: SafeTable) -> dict[str, Any]:
        return {"cells": safe.cells}

    return protect_views_until_closed(views, Parameters(), compose, audit)


def steps(closed: Closed) -> list[tuple[str, str, int]]:
    return [(step.spot.group.split(":")[1], step.spot.item, step.level) for step in closed.steps]


WOMEN, MEN = "gender:woman:resignation", "gender:man:resignation"


def test_the_view_that_is_named_is_widened_until_it_has_room_both_ways() -> None:
    """Of 8..9 it would be the last, so nobody could have said yes instead of no; of 8..11 it is neither."""
    views = table(REASONS, {"woman": [9, 5, 5], "man": [6, 5, 5]}, size=200)
    assert steps(repaired(views, [[Found(WOMEN)]])) == [("woman", "career", 2)]


def test_a_choice_widens_its_largest_other_item_too() -> None:
    views = table(MAIN, {"woman": [15, 15, 30], "man": [15, 15, 30]})
    found = Found(WOMEN, question="main_reason")
    assert {(name, item) for name, item, _ in steps(repaired(views, [[found]]))} == {
        ("woman", "career"),
        ("woman", "pay"),
    }


def test_a_score_gets_room_for_three_points() -> None:
    views = table(CONTENT, {"woman": [4, 6, 14, 10, 6]})
    closed = repaired(views, [[Found(WOMEN, item="mean", question=CONTENT.key)]])
    assert [step.level for step in closed.steps] == [1]


def test_when_the_same_item_comes_back_others_of_the_stratum_follow() -> None:
    views = table(REASONS, {"woman": [9, 5, 5], "man": [6, 5, 5], "man other": [6, 5, 5]})
    closed = repaired(views, [[Found(WOMEN)]] * 2)
    assert {step.spot.group for step in closed.steps[:1]} == {WOMEN}
    assert {step.spot.group for step in closed.steps} == {WOMEN, MEN}


def test_at_its_widest_a_view_leaves_the_step_to_the_smallest_other() -> None:
    views = table(REASONS, {"woman": [3, 5, 5], "man": [6, 5, 5]}, size=6)
    widest = repaired(views, [[Found(WOMEN)]] * 2)
    assert {step.spot.group for step in widest.steps} == {WOMEN, MEN}


def test_every_view_named_in_a_round_takes_its_step() -> None:
    views = table(REASONS, {"woman": [9, 5, 5], "man": [6, 5, 5]})
    closed = repaired(views, [[Found(WOMEN), Found(MEN), Found(WOMEN, bundle="1-0002")]])
    assert sorted(step.spot for step in closed.steps) == [
        Spot(MEN, "reasons", "career"),
        Spot(WOMEN, "reasons", "career"),
    ]


def test_when_everything_means_everything_and_something_is_open_it_is_refused() -> None:
    views = table(REASONS, {"woman": [9, 5, 5]})
    with pytest.raises(StillOpen):
        repaired(views, [[Found(WOMEN)]] * 100)


@pytest.mark.parametrize(
    "found", [Found(WOMEN, why="structure: a view is withheld"), Found("4:resignation"), Found(None), Found(WOMEN, "x")]
)
def test_what_no_view_can_mend_is_refused_at_once(found: Found) -> None:
    with pytest.raises(StillOpen):
        repaired(table(REASONS, {"woman": [9, 5, 5]}), [[found]])


def test_views_that_the_audit_leaves_alone_stay_as_they_are() -> None:
    closed = repaired(table(REASONS, {"woman": [9, 5, 5]}), [])
    assert (closed.widened, closed.figures, closed.steps) == (0, 3, ())


def test_small_views_start_coarse_and_large_ones_exact() -> None:
    few, some, many = (table(REASONS, {"woman": [9, 9, 9]}, size=size) for size in (20, 60, 200))
    shown = [repaired(views, []).safe.cells["reasons"][WOMEN].items for views in (few, some, many)]
    assert [cells and cells[0] for cells in shown] == ["8..11", "8..9", 9]
    assert repaired(few, []).widened == 0


def test_a_choice_with_few_people_for_each_item_says_nothing_in_a_view() -> None:
    few, enough = table(MAIN, {"woman": [9, 10, 10]}), table(MAIN, {"woman": [10, 10, 10]})
    cells = [repaired(views, []).safe.cells["main_reason"][WOMEN].items for views in (few, enough)]
    assert cells[0] == ("0..29",) * 3
    assert "0..30" not in (cells[1] or ())


def test_what_opens_again_and_again_is_given_up_in_all_views_of_the_stratum() -> None:
    views = table(REASONS, {"woman": [90, 5, 5], "man": [60, 5, 5]}, size=200)
    closed = repaired(views, [[Found(WOMEN)]] * 5)
    assert closed.safe.cells["reasons"][WOMEN].items[0] == "0..200"  # type: ignore[index]
    assert closed.safe.cells["reasons"][MEN].items[0] == "0..200"  # type: ignore[index]
    assert closed.safe.cells["reasons"][MEN].items[1] == 5  # type: ignore[index]
