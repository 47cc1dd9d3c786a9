"""The interval and the p-value of a difference of two figures of different people."""

import pytest

from uitzicht.core.statistics.agreement import shift
from uitzicht.core.statistics.differences import difference, p_value
from uitzicht.core.statistics.shares import wilson
from uitzicht.core.statistics.vocabulary import Interval


def test_two_wilson_intervals_give_newcombes_published_example() -> None:
    found = difference(48 / 80, wilson(48, 80), 56 / 70, wilson(56, 70))
    assert (found.low, found.high) == pytest.approx(
        (0.0524, 0.3339), abs=5e-5
    )  # Newcombe (1998), table II (a), method 10


def test_it_is_the_shift_of_two_shares() -> None:
    found, known = difference(0.2, wilson(4, 20), 0.6, wilson(18, 30)), shift(4, 20, 18, 30)
    assert (found.low, found.high) == pytest.approx((known.low, known.high))


def test_p_is_below_a_level_exactly_when_the_interval_leaves_out_nothing() -> None:
    for after in range(5, 31):
        p, found = p_value(lambda confidence, n=after: shift(5, 30, n, 30, confidence)), shift(5, 30, after, 30)
        assert (p < 0.05) is not (found.low <= 0 <= found.high)


def test_p_falls_as_the_figures_part() -> None:
    p = [p_value(lambda confidence, n=after: shift(10, 50, n, 50, confidence)) for after in (10, 15, 20, 30, 50)]
    assert p == sorted(p, reverse=True)
    assert p[0] == 1
    assert p[-1] == pytest.approx(1e-6)


def test_what_holds_nothing_at_every_confidence_has_p_one() -> None:
    assert p_value(lambda _: Interval(-1, 1)) == 1
