"""Two releases of the same unit are subtracted from each other; the auditor reads all of them together."""

import pytest

from tests.core.disclosure.published import TICK, Published, ticks
from uitzicht.core.disclosure.auditor import audit

UNIT = {"1": None}
CELL = ("1:resignation", "reasons", "pay")


def _two_releases(yes_later: int, levels: dict[tuple[str, str, str], int] | None = None) -> Published:
    published = Published(UNIT, [TICK])
    published.release([("1", ticks(4, 6))])
    published.release([("1", ticks(yes_later, 6 - yes_later))], levels=levels)
    return published


def test_the_first_release_alone_is_green() -> None:
    published = _two_releases(0)
    first = {key: people for key, people in published.members.items() if key.startswith("1-")}
    assert audit(published.documents[:1], first, published.truth).green


@pytest.mark.parametrize("yes", [0, 1, 5, 6])
def test_a_difference_between_releases_that_reads_somebody_is_red(yes: int) -> None:
    opened = audit(*_two_releases(yes).evidence()).openings
    assert {(one.release, one.bundle) for one in opened} == {(2, "2-0001")}


@pytest.mark.parametrize("yes", [2, 3, 4])
def test_a_difference_in_the_middle_is_green(yes: int) -> None:
    assert audit(*_two_releases(yes).evidence()).green


@pytest.mark.parametrize("yes", [0, 1])
def test_a_wider_second_release_is_green(yes: int) -> None:
    assert audit(*_two_releases(yes, {CELL: 2}).evidence()).green


def test_a_question_added_later_is_attacked_from_then_on() -> None:
    published = Published({"1": None, "2": "1", "3": "1"}, [])
    published.release([("2", ticks(0, 6))])
    published.questions = [TICK]
    published.truth["1-0001"] = {"reasons": {"answered": 0, "counts": [0]}}
    published.release([("2", ticks(0, 6)), ("3", ticks(4, 4))])
    assert {one.bundle for one in audit(*published.evidence()).openings} == {"2-0001"}


def test_an_item_added_later_is_no_secret_of_earlier_people() -> None:
    more = {"key": "reasons", "type": "tick", "items": ["pay", "commute"]}
    published = Published(UNIT, [TICK])
    published.release([("1", ticks(3, 4))])
    published.truth["1-0001"]["reasons"]["counts"] = [3, 0]
    published.questions = [more]
    published.release([("1", [{"reasons": ["pay", "commute"]}] * 3 + [{"reasons": []}] * 4)])
    assert audit(*published.evidence()).green


def test_a_unit_that_moved_is_still_attacked() -> None:
    published = Published({"1": None, "2": "1", "3": "1"}, [TICK])
    published.release([("2", ticks(0, 6)), ("1", ticks(4, 6))])
    published.parents = {"1": None, "3": "1", "2": "3"}
    published.release([("3", ticks(3, 3))])
    assert {one.bundle for one in audit(*published.evidence()).openings} == {"1-0001"}
