"""The interval of a share is Wilson's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.statistics.shares import wilson, wilson_of_all
from uitzicht.core.statistics.vocabulary import Interval


def test_five_of_twenty_gives_the_published_interval() -> None:
    found = wilson(5, 20)
    assert (round(100 * found.low, 1), round(100 * found.high, 1)) == (11.2, 46.9)


def test_none_of_ten_gives_the_published_upper_end() -> None:
    found = wilson(0, 10)
    assert found.low == 0
    assert round(100 * found.high, 1) == 27.8


def test_twenty_of_sixty_four_gives_the_interval_of_the_design() -> None:
    found = wilson(20, 64)
    assert (round(100 * found.low), round(100 * found.high)) == (21, 43)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_is_symmetric_in_yes_and_no(pair: tuple[int, int]) -> None:
    count, n = pair
    found, mirrored = wilson(count, n), wilson(n - count, n)
    assert 0 <= found.low <= count / n <= found.high <= 1
    assert found.low == pytest.approx(1 - mirrored.high, abs=1e-12)


@given(st.integers(1, 300), st.integers(0, 300))
def test_more_confidence_is_never_narrower(n: int, count: int) -> None:
    count = min(count, n)
    narrow, wide = wilson(count, n, 0.9), wilson(count, n, 0.99)
    assert wide.low <= narrow.low
    assert narrow.high <= wide.high


@pytest.mark.parametrize(("count", "n", "confidence"), [(1, 0, 0.95), (-1, 5, 0.95), (6, 5, 0.95), (1, 5, 1.0)])
def test_what_cannot_be_a_share_is_refused(count: int, n: int, confidence: float) -> None:
    with pytest.raises(ValueError):
        wilson(count, n, confidence)


def test_intervals_that_touch_overlap() -> None:
    assert Interval(0, 0.5).overlaps(Interval(0.5, 1))
    assert not Interval(0, 0.4).overlaps(Interval(0.5, 1))


def test_when_everybody_answered_nothing_is_uncertain() -> None:
    found = wilson_of_all(5, 20, 20)
    assert (found.low, found.high) == (0.25, 0.25)


def test_a_larger_part_of_the_leavers_is_more_certain_and_a_tiny_one_is_plain_wilson() -> None:
    half, tiny, plain = wilson_of_all(5, 20, 40), wilson_of_all(5, 20, 10**9), wilson(5, 20)
    assert plain.low < half.low < 0.25 < half.high < plain.high
    assert (tiny.low, tiny.high) == pytest.approx((plain.low, plain.high))


def test_more_answers_than_leavers_are_no_part() -> None:
    with pytest.raises(ValueError, match="part"):
        wilson_of_all(5, 20, 19)
