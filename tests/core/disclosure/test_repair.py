from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from tests.core.disclosure.organisations import CONTENT, MAIN, REASONS
from uitzicht.core.disclosure.bundles import Bundle
from uitzicht.core.disclosure.document import document
from uitzicht.core.disclosure.protection import SafeTable, Spot
from uitzicht.core.disclosure.repair import Closed, StillOpen, protect_until_closed
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally, accumulate
from uitzicht.core.disclosure.vocabulary import Parameters, Question

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "1"}
Attack = Callable[[Mapping[str, Any]], list["Found"]]


@dataclass(frozen=True)
class Found:
    bundle: str
    question: str = "reasons"
    item: str = "career"
    why: str = "value: certain"
    release: int = 1
    group: str | None = None


class Recorder:
    """An audit made of one attack; remembers for which questions it was called."""

    def __init__(self, attack: Attack) -> None:
        self.attack = attack
        self.calls: list[Collection[str] | None] = []

    def __call__(self, document: Mapping[str, Any], *, questions: Collection[str] | None = None) -> Sequence[Found]:
        self.calls.append(questions)
        return self.attack(document)


def table(question: Question, counts: Mapping[str, list[int]], size: int = 20) -> Table:
    """One bundle per unit, "1-2" for unit 2, each a little larger; everybody answers a tick-box question."""
    closed = []
    for unit, items in counts.items():
        people = size + int(unit)
        tally = Tally(answered=people if question is REASONS else sum(items), counts=items)
        closed.append(BundleTotals(f"1-{unit}", unit, "resignation", people, {question.key: tally}))
    return accumulate(closed, PARENTS, [question])


def compose(safe: SafeTable) -> dict[str, Any]:
    bundle = Bundle("1", "resignation", ())
    return document(safe, release=1, released_on="2026-10-01", units={}, bundles={"1-2": bundle})


def bounds(cell: int | str, base: int) -> tuple[int, int]:
    if isinstance(cell, int):
        return cell, cell
    if cell[0] == "<":
        return 0, int(cell[1:]) - 1
    if cell[0] == ">":
        return int(cell[1:]) + 1, base
    low, high = cell.split("..")
    return int(low), int(high)


def subtraction(document: Mapping[str, Any]) -> list[Found]:
    """A parent minus its other children: open when unit 2 cannot have had two yes-answers."""
    cells = document["cells"]["reasons"]
    shown = {group: bounds(cell["items"][0], cell["base"]) for group, cell in cells.items()}
    parent, *others = (shown[f"{unit}:resignation"] for unit in ("1", "3", "4"))
    highest = min(shown["2:resignation"][1], parent[1] - sum(low for low, _ in others))
    return [] if highest >= 2 else [Found("1-2")]


def repaired(attack: Attack, question: Question = REASONS, counts: Mapping[str, list[int]] | None = None) -> Closed:
    rows = counts or {"2": [0, 5, 5], "3": [7, 5, 5], "4": [9, 5, 5]}
    return protect_until_closed(table(question, rows), Parameters(), compose, Recorder(attack))


def test_an_audit_that_opens_nothing_leaves_the_end_bands_as_they_are() -> None:
    audit = Recorder(lambda document: [])
    closed = protect_until_closed(table(REASONS, {"2": [0, 5, 5]}), Parameters(), compose, audit)
    assert (closed.widened, closed.figures, closed.steps) == (0, 6, ())
    assert closed.document == compose(closed.safe)
    assert audit.calls == [None]


def test_a_band_undone_by_subtraction_is_mended_at_its_siblings_the_smallest_first() -> None:
    closed = repaired(subtraction)
    assert closed.steps[0].spot == Spot("3:resignation", "reasons", "career")
    assert {step.spot.group for step in closed.steps} == {"3:resignation", "4:resignation"}
    assert (closed.widened, closed.figures) == (2, 12)
    assert closed.document["cells"]["reasons"]["3:resignation"] == {"base": 23, "items": ["6..7", 5, 5]}
    assert subtraction(closed.document) == []


def test_no_group_is_ever_withheld() -> None:
    closed = repaired(subtraction)
    untouched = repaired(lambda document: [])
    assert closed.document["groups"] == untouched.document["groups"]
    assert [cell["base"] for cell in closed.document["cells"]["reasons"].values()] == [
        cell["base"] for cell in untouched.document["cells"]["reasons"].values()
    ]


def test_only_touched_questions_are_audited_again_and_everything_at_the_end() -> None:
    audit = Recorder(subtraction)
    counts = {"2": [0, 5, 5], "3": [7, 5, 5], "4": [9, 5, 5]}
    protect_until_closed(table(REASONS, counts), Parameters(), compose, audit)
    assert audit.calls == [None, {"reasons"}, {"reasons"}, None]


def test_siblings_widen_first_the_lowest_level_that_gives_room_before_the_next_by_size() -> None:
    """Unit 2 needs a yes more, so its siblings (7 and 9) must be able to go down; at their widest the root must go up."""

    def until_the_root_is_wide(document: Mapping[str, Any]) -> list[Found]:
        return [] if ".." in str(document["cells"]["reasons"]["1:resignation"]["items"][0]) else [Found("1-2")]

    closed = repaired(until_the_root_is_wide)
    steps = [(step.spot.group[0], step.level) for step in closed.steps]
    assert steps == [("3", 1), ("4", 1), ("3", 2), ("3", 3), ("4", 4), ("1", 1)]


def test_a_sibling_without_room_at_a_level_is_passed_over() -> None:
    """4 lies at the foot of the block 4..7: that block would not let it go down."""
    calls = iter([[Found("1-2")]])
    closed = repaired(lambda document: next(calls, []), counts={"2": [0, 5, 5], "3": [4, 5, 5], "4": [9, 5, 5]})
    assert [(step.spot.group, step.level) for step in closed.steps] == [("4:resignation", 1)]


def test_what_stays_open_at_the_widest_is_refused() -> None:
    with pytest.raises(StillOpen) as refused:
        repaired(lambda document: [Found("1-2")])
    assert refused.value.code == "release.still_open"
    assert refused.value.openings == (Found("1-2"),)
    assert "opened 1 figures" in str(refused.value)


def test_a_bundle_above_other_units_is_mended_at_those() -> None:
    counts = {"1": [0, 5, 5], "3": [7, 5, 5], "4": [9, 5, 5]}
    calls = iter([[Found("1-1")]])
    closed = repaired(lambda document: next(calls, []), counts=counts)
    assert [step.spot.group for step in closed.steps] == ["3:resignation"]


def test_the_items_of_a_choice_share_a_sum_so_the_largest_other_item_moves_the_opposite_way() -> None:
    """One more for career in unit 2 is one fewer for pay: first its own figure for pay must allow that, then unit 3's."""
    calls = iter([[Found("1-2", question="main_reason")]] * 2)
    counts = {"2": [0, 8, 14], "3": [5, 8, 9], "4": [8, 8, 8]}
    closed = repaired(lambda document: next(calls, []), MAIN, counts)
    assert [(*step.spot, step.level) for step in closed.steps] == [
        ("2:resignation", "main_reason", "pay", 2),
        ("3:resignation", "main_reason", "career", 1),
        ("3:resignation", "main_reason", "pay", 2),
    ]


def test_one_step_may_close_several_openings_so_relatives_take_turns() -> None:
    calls = iter([[Found("1-2"), Found("1-4"), Found("1-2", item="pay")]])
    counts = {"2": [0, 5, 0], "3": [7, 5, 5], "4": [9, 5, 5]}
    closed = repaired(lambda document: next(calls, []), counts=counts)
    assert [step.spot for step in closed.steps] == [
        Spot("3:resignation", "reasons", "career"),
        Spot("3:resignation", "reasons", "pay"),
    ]


def test_the_group_itself_is_widened_when_it_confines_its_only_bundle() -> None:
    """The end band ">3.8334" leaves no sum in which somebody else than the one who scored 1 scored 2."""
    calls = iter([[Found("1-2", question=CONTENT.key, item="mean")]])
    counts = {"2": [1, 0, 0, 1, 4], "3": [1, 2, 3, 2, 1]}
    closed = repaired(lambda document: next(calls, []), CONTENT, counts)
    assert [step.spot.group for step in closed.steps] == ["2:resignation"]


def test_a_group_above_confines_a_move_to_what_lies_below_it() -> None:
    """Division 2 is exact, so only its other team can make up for team 5; division 3 cannot."""
    parents: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "5": "2", "6": "2"}
    closed = [
        BundleTotals(f"1-{unit}", unit, "resignation", 20, {"reasons": Tally(answered=20, counts=[yes, 5, 5])})
        for unit, yes in {"3": 9, "5": 0, "6": 7}.items()
    ]
    calls = iter([[Found("1-5")]])
    audit = Recorder(lambda document: next(calls, []))
    repair = protect_until_closed(accumulate(closed, parents, [REASONS]), Parameters(), compose, audit)
    assert [step.spot.group for step in repair.steps] == ["6:resignation"]


def test_a_division_whose_only_team_is_exact_cannot_make_up_for_anybody() -> None:
    """Widening division 3 would be in vain while team 6 stays exact, so the root is widened."""
    parents: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "5": "2", "6": "3"}
    closed = [
        BundleTotals(f"1-{unit}", unit, "resignation", 20, {"reasons": Tally(answered=20, counts=[yes, 5, 5])})
        for unit, yes in {"5": 0, "6": 9}.items()
    ]
    calls = iter([[Found("1-5")]])
    audit = Recorder(lambda document: next(calls, []))
    repair = protect_until_closed(accumulate(closed, parents, [REASONS]), Parameters(), compose, audit)
    assert [step.spot.group for step in repair.steps] == ["1:resignation"]


def test_as_a_last_resort_everything_in_the_stratum_becomes_as_wide_as_it_can() -> None:
    documents: list[Mapping[str, Any]] = []
    counts = {"2": [0, 8, 14], "3": [5, 8, 9], "4": [8, 8, 8]}

    def insatiable(document: Mapping[str, Any]) -> list[Found]:
        documents.append(document)
        return [Found("1-2", question="main_reason")]

    with pytest.raises(StillOpen):
        repaired(insatiable, MAIN, counts)
    cells = documents[-1]["cells"]["main_reason"].values()
    assert all(set(cell["items"]) == {f"0..{cell['base']}"} for cell in cells)


@pytest.mark.parametrize(
    "found",
    [Found("1-2", why="structure: bundle too small"), Found("9-9"), Found("1-2", item="nothing"), Found("1-2", "odd")],
)
def test_what_no_band_can_mend_is_refused_at_once(found: Found) -> None:
    audit = Recorder(lambda document: [found])
    with pytest.raises(StillOpen):
        protect_until_closed(table(REASONS, {"2": [0, 5, 5]}), Parameters(), compose, audit)
    assert audit.calls == [None]


def test_rounds_are_limited() -> None:
    audit = Recorder(lambda document: [Found("1-2")])
    counts = {"2": [0, 5, 5], "3": [7, 5, 5]}
    with pytest.raises(StillOpen):
        protect_until_closed(table(REASONS, counts), Parameters(), compose, audit, most=2)
    assert len(audit.calls) == 3


def test_a_hidden_base_is_not_widened() -> None:
    counts = {"2": [0, 8, 14], "3": [1, 2, 0], "4": [9, 8, 7]}
    calls = iter([[Found("1-2", question="main_reason")]] * 3)
    closed = repaired(lambda document: next(calls, []), MAIN, counts)
    assert [step.spot.group[0] for step in closed.steps] == ["2", "4", "4", "4", "4"]
