"""Agreement of two answers, pinned to published numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.statistics.agreement import by_chance, kappa, kappa_interval, shift
from uitzicht.core.statistics.vocabulary import Interval


def test_kappa_of_two_by_two_is_that_of_the_textbook() -> None:
    """50 proposals read twice: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: po 0.70, pe 0.50, kappa 0.40."""
    chance = by_chance([25 / 50, 25 / 50], [30 / 50, 20 / 50])
    assert (chance, kappa(35 / 50, chance)) == pytest.approx((0.50, 0.40))


def test_the_interval_of_a_difference_is_that_of_newcombe() -> None:
    """Newcombe 1998, table II, example (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339."""
    found = shift(48, 80, 56, 70)
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(("before", "after", "up"), [(0.30, 0.15, False), (0.05, 0.20, True)])
def test_the_shifts_of_lefkowitz_and_katz_are_seen_in_a_group_of_three_hundred(
    before: float, after: float, up: bool
) -> None:
    """Published shares at exit and six months later (1969): needed at home 30 -> 15 %, production pressure 5 -> 20 %."""
    found = shift(round(before * 300), 300, round(after * 300), 300)
    assert (found.low > 0) if up else (found.high < 0)


def test_chance_alone_is_a_kappa_of_nothing() -> None:
    assert kappa(0.5, by_chance([0.5, 0.5], [0.5, 0.5])) == pytest.approx(0)


@pytest.mark.parametrize(("share", "chance"), [(0.5, 1.0), (1.2, 0.5), (-0.1, 0.5), (0.5, -0.1)])
def test_what_cannot_be_is_refused(share: float, chance: float) -> None:
    with pytest.raises(ValueError):
        kappa(share, chance)


def test_shares_of_different_answers_are_refused() -> None:
    with pytest.raises(ValueError):
        by_chance([0.5, 0.5], [1.0])


@given(
    st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.floats(0, 0.9),
    st.floats(0, 0.05),
)
def test_kappa_lies_in_its_interval_which_grows_with_what_is_not_known(
    counts: tuple[int, int], chance: float, more: float
) -> None:
    same, n = counts
    certain = kappa_interval(same, n, Interval(chance, chance))
    vague = kappa_interval(same, n, Interval(chance, chance + more))
    assert vague.low <= certain.low <= kappa(same / n, chance) + 1e-9
    assert kappa(same / n, chance) <= certain.high + 1e-9 <= vague.high + 2e-9 <= 1 + 3e-9
