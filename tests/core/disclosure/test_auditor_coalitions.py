"""One person who knows their own answer must not be able to read a colleague with it."""

import pytest

from tests.core.disclosure.published import CHOICE, SCORE, TICK, Published, choices, scores, ticks
from uitzicht.core.disclosure.auditor import audit

PAIR = {"1": None, "2": "1", "3": "1"}


def _beside_a_known_sibling(yes: int, no: int) -> Published:
    """The bundle of unit 2 is read by subtraction; exactly the values that leave no coalition a victim are green."""
    published = Published(PAIR, [TICK])
    published.release([("2", ticks(yes, no)), ("3", ticks(5, 6))])
    return published


@pytest.mark.parametrize(("yes", "no"), [(0, 8), (1, 7), (7, 1), (8, 0)])
def test_the_only_one_who_said_something_must_not_read_the_rest(yes: int, no: int) -> None:
    assert {one.bundle for one in audit(*_beside_a_known_sibling(yes, no).evidence()).openings} == {"1-0001"}


@pytest.mark.parametrize(("yes", "no"), [(2, 6), (4, 4), (6, 2)])
def test_two_who_said_it_hide_each_other(yes: int, no: int) -> None:
    assert audit(*_beside_a_known_sibling(yes, no).evidence()).green


@pytest.mark.parametrize("given", [(1, 1, 1, 1, 1, 2), (1, 1, 1, 1, 1, 3), (5, 5, 5, 5, 5, 3), (5, 5, 5, 5, 4, 4)])
def test_scores_near_an_end_read_somebody(given: tuple[int, ...]) -> None:
    published = Published(PAIR, [SCORE])
    published.release([("2", scores(*given)), ("3", scores(2, 3, 3, 3, 3, 4))])
    assert {one.bundle for one in audit(*published.evidence()).openings} == {"1-0001"}


@pytest.mark.parametrize("given", [(1, 2, 3, 3, 3, 3), (2, 2, 4, 4, 4, 4), (1, 1, 1, 5, 5, 5)])
def test_scores_in_the_middle_read_nobody(given: tuple[int, ...]) -> None:
    published = Published(PAIR, [SCORE])
    published.release([("2", scores(*given)), ("3", scores(2, 3, 3, 3, 3, 4))])
    assert audit(*published.evidence()).green


def test_a_lone_choice_is_read_by_whoever_made_it() -> None:
    published = Published(PAIR, [CHOICE])
    published.release([("2", choices(pay=4, career=3, family=1)), ("3", choices(pay=4, career=4, family=4))])
    opened = audit(*published.evidence()).openings
    assert {(one.bundle, one.item) for one in opened} == {("1-0001", "family")}


def test_choices_that_two_made_are_not_read() -> None:
    published = Published(PAIR, [CHOICE])
    published.release([("2", choices(pay=4, career=2, family=2)), ("3", choices(pay=4, career=4, family=4))])
    assert audit(*published.evidence()).green
