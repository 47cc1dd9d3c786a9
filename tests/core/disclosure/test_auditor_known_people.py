"""The attacker knows what some members answered: they hide nobody, and are not asked about."""

import pytest

from tests.core.disclosure.brute_force import is_closed
from tests.core.disclosure.published import SCORE, TICK, Published, scores, ticks
from uitzicht.core.disclosure.auditor import audit
from uitzicht.core.disclosure.auditor.verdict import Verdict

ALONE = {"1": None}
PAIR = {"1": None, "2": "1", "3": "1"}


def attacked(published: Published) -> Verdict:
    return audit(*published.evidence(), known=published.known)


def one_bundle(yes: int, no: int, known: int) -> Published:
    """The known are those who said yes first."""
    published = Published(ALONE, [TICK])
    published.release([("1", ticks(yes, no))], known=[known])
    return published


def test_a_bundle_with_four_others_is_opened() -> None:
    published = one_bundle(3, 3, known=2)
    assert [one.why for one in attacked(published).openings] == ["structure: a bundle has fewer than k people"]
    assert audit(*published.evidence()).green


def test_a_bundle_with_five_others_is_not() -> None:
    assert attacked(one_bundle(3, 3, known=1)).green


def test_who_answered_nothing_counts_among_the_known() -> None:
    published = one_bundle(3, 3, known=1)
    published.known["1-0001"] = {"": {"answered": 2, "counts": []}}
    assert not attacked(published).green


def test_answers_that_somebody_knows_can_open_those_of_the_others() -> None:
    """Three of seven said yes. Who knows two of them, and is the third, reads the others."""
    assert audit(*one_bundle(3, 4, known=0).evidence()).green
    found = attacked(one_bundle(3, 4, known=2))
    assert [one.why for one in found.openings] == ["value: somebody in the bundle has no counter-world"]


@pytest.mark.parametrize("known", [1, 2, 3])
@pytest.mark.parametrize("people", [6, 7, 8])
def test_every_tick_beside_known_people_agrees_with_enumeration(people: int, known: int) -> None:
    if people - known < 5:
        return
    for yes in range(people + 1):
        published = one_bundle(yes, people - yes, known)
        assert attacked(published).green == is_closed(published)


@pytest.mark.parametrize("own", [(1,), (5,), (1, 5), (3, 3)])
def test_scores_beside_known_people_agree_with_enumeration(own: tuple[int, ...]) -> None:
    for rest in ((1, 2, 3, 4, 5), (3, 3, 3, 3, 3), (1, 1, 1, 1, 1), (5, 5, 5, 4, 4), (1, 1, 2, 2, 5)):
        published = Published(ALONE, [SCORE])
        published.release([("1", scores(*own, *rest))], known=[len(own)])
        assert attacked(published).green == is_closed(published)


def test_two_bundles_with_a_known_person_agree_with_enumeration() -> None:
    closed = 0
    for one in range(6):
        for other in range(5):
            published = Published(PAIR, [TICK])
            published.release([("2", ticks(one, 6 - one)), ("3", ticks(other, 5 - other))], known=[1, 0])
            assert attacked(published).green == is_closed(published)
            closed += is_closed(published)
    assert 0 < closed < 30


@pytest.mark.parametrize(
    "told",
    [
        {"answered": 1, "counts": [2]},
        {"answered": 7, "counts": [3]},
        {"answered": 1, "counts": [-1]},
        {"answered": 0, "counts": [1]},
    ],
)
def test_known_answers_that_are_not_part_of_the_truth_certify_nothing(told: dict[str, object]) -> None:
    published = one_bundle(3, 3, known=1)
    published.known["1-0001"] = {"": {"answered": 1, "counts": []}, "reasons": told}
    assert not attacked(published).green


def test_known_people_of_no_bundle_certify_nothing() -> None:
    published = one_bundle(3, 3, known=1)
    published.known["9-0001"] = published.known.pop("1-0001")
    assert not attacked(published).green
