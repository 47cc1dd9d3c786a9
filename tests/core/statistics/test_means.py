"""The interval of a mean is cautious: it uses displayed numbers only."""

from itertools import combinations_with_replacement
from math import sqrt
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.shares import wilson


def test_the_worked_example_of_the_methods_page() -> None:
    found = mean_interval(3.9, 64, half_step=0.05)
    assert (round(found.low, 1), round(found.high, 1)) == (3.4, 4.3)


def test_on_a_scale_from_0_to_1_it_is_the_interval_of_a_share() -> None:
    assert mean_interval(0.25, 20, 0, 1) == wilson(5, 20)


def test_no_answers_with_this_mean_have_a_larger_variance() -> None:
    for scores in combinations_with_replacement((1, 2, 3, 4, 5), 6):
        mean = fmean(scores)
        assert pvariance(scores) <= (5 - mean) * (mean - 1) + 1e-12


@given(st.floats(1, 5), st.integers(1, 2000))
def test_the_ends_are_where_the_largest_variance_puts_the_mean_at_z_standard_errors(mean: float, n: int) -> None:
    found = mean_interval(mean, n)
    for end in (found.low, found.high):
        if 1 < end < 5:
            assert abs(mean - end) <= 1.95997 * sqrt((5 - end) * (end - 1) / n) + 1e-6
    assert 1 <= found.low <= mean + 1e-9
    assert mean - 1e-9 <= found.high <= 5


@given(st.floats(1, 5), st.integers(1, 500))
def test_rounding_only_widens(mean: float, n: int) -> None:
    exact, rounded = mean_interval(mean, n), mean_interval(mean, n, half_step=0.05)
    assert rounded.low <= exact.low
    assert exact.high <= rounded.high


@pytest.mark.parametrize(("mean", "n"), [(0.9, 10), (5.1, 10), (3.0, 0)])
def test_what_cannot_be_a_mean_is_refused(mean: float, n: int) -> None:
    with pytest.raises(ValueError):
        mean_interval(mean, n)
