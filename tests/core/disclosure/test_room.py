import pytest

from tests.core.disclosure.organisations import CONTENT, MAIN, PARENTS, REASONS
from uitzicht.core.disclosure.protection import Spot
from uitzicht.core.disclosure.room import DOWN, UP, can_move, has_room, level_with_room, needs
from uitzicht.core.disclosure.tables import BundleTotals, Table, Tally, accumulate
from uitzicht.core.disclosure.vocabulary import Parameters, Question

CAREER = Spot("4:resignation", "reasons", "career")


def bundle(question: Question, answered: int, counts: list[int]) -> BundleTotals:
    return BundleTotals("1-0001", "4", "resignation", 30, {question.key: Tally(answered=answered, counts=counts)})


def table(yes: int) -> Table:
    return accumulate([bundle(REASONS, 30, [yes, 9, 9])], PARENTS, [REASONS])


@pytest.mark.parametrize(
    ("yes", "needed"),
    [(0, {UP: 1}), (1, {UP: 1}), (2, {UP: 1, DOWN: 1}), (6, {UP: 1, DOWN: 1}), (7, {DOWN: 1}), (8, {DOWN: 1})],
)
def test_a_count_at_one_end_must_be_able_to_leave_it(yes: int, needed: dict[int, int]) -> None:
    """With two on either side nothing is known to be missing, and both ways count."""
    assert needs(bundle(REASONS, 8, [yes, 0, 0]), REASONS, "career") == needed
    assert needs(bundle(MAIN, 8, [yes, 8 - yes, 0]), MAIN, "career") == needed


@pytest.mark.parametrize(
    ("histogram", "needed"),
    [
        ([5, 0, 0, 0, 0], {UP: 3}),
        ([0, 0, 0, 0, 5], {DOWN: 3}),
        ([1, 0, 0, 1, 4], {DOWN: 2}),
        ([1, 1, 1, 1, 1], {UP: 1, DOWN: 1}),
    ],
)
def test_scores_at_one_end_must_be_able_to_leave_it(histogram: list[int], needed: dict[int, int]) -> None:
    """Third: when who scored 1 is put aside, five people sum to 24; one of them at 2 makes 22 at most."""
    assert needs(bundle(CONTENT, sum(histogram), histogram), CONTENT, "mean") == needed


def test_a_bundle_that_never_saw_the_question_tells_no_direction() -> None:
    assert needs(bundle(REASONS, 8, [1, 1, 1]), CONTENT, "mean") == {UP: 1, DOWN: 1}


def test_the_first_level_with_room_depends_on_where_the_count_lies_in_its_block() -> None:
    levels = {
        (yes, way): level_with_room(table(yes), Parameters(), CAREER, 0, (way,))
        for yes in (8, 9, 11)
        for way in (UP, DOWN)
    }
    assert levels == {(8, UP): 1, (8, DOWN): 4, (9, UP): 2, (9, DOWN): 1, (11, UP): 3, (11, DOWN): 1}


def test_at_its_widest_a_figure_gives_no_more_room() -> None:
    assert level_with_room(table(9), Parameters(), CAREER, 5, (UP, DOWN)) is None


def test_a_hidden_figure_gives_none_and_needs_none() -> None:
    small = accumulate([bundle(REASONS, 4, [1, 1, 1])], PARENTS, [REASONS])
    assert level_with_room(small, Parameters(), CAREER, 0, (UP, DOWN)) is None
    assert has_room(small, Parameters(), CAREER, 0, {UP: 1, DOWN: 1})


def test_an_exact_figure_has_no_room_and_an_end_band_has_it_inwards() -> None:
    assert not has_room(table(9), Parameters(), CAREER, 0, {UP: 1})
    assert has_room(table(0), Parameters(), CAREER, 0, {UP: 2})
    assert not has_room(table(0), Parameters(), CAREER, 0, {UP: 3})
    assert not has_room(table(0), Parameters(), CAREER, 0, {UP: 1, DOWN: 1})


@pytest.mark.parametrize(
    ("moves", "possible"),
    [
        ({"career": {UP: 1}}, True),
        ({"career": {DOWN: 1}}, False),
        ({"career": {UP: 1}, "pay": {DOWN: 1}}, True),
        ({"career": {UP: 1}, "family": {DOWN: 1}}, False),
        ({"family": {UP: 1}, "pay": {DOWN: 1}}, True),
        ({"pay": {UP: 1}}, False),
    ],
)
def test_a_bundle_moves_only_where_somebody_could_answer_otherwise(
    moves: dict[str, dict[int, int]], possible: bool
) -> None:
    """All eight named pay."""
    assert can_move(bundle(MAIN, 8, [0, 0, 8]), MAIN, moves) is possible


def test_a_bundle_where_all_score_1_moves_up_only() -> None:
    low = bundle(CONTENT, 5, [5, 0, 0, 0, 0])
    assert can_move(low, CONTENT, {"mean": {UP: 2}})
    assert not can_move(low, CONTENT, {"mean": {DOWN: 2}})
    assert not can_move(low, REASONS, {"career": {UP: 1}})
