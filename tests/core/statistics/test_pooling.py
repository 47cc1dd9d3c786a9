"""Small units are drawn to the whole: the rat tumours of Gelman and others, and what must hold of any data."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uitzicht.core.statistics.pooling import beta_by_moments, partial_pooling

# Tarone (1982), as in Gelman and others, Bayesian Data Analysis, table 5.1: tumours in 70 groups of rats.
COUNTS = (
    [0] * 14 + [1] * 8 + [2] * 9 + [1, 5, 2, 5, 3, 2, 7, 7, 3, 3, 2, 9, 10, 4, 4, 4, 4, 4, 4, 4, 10, 4, 4, 4, 5, 11, 12]
)
COUNTS += [5, 5, 6, 5, 6, 6, 6, 6, 16, 15, 15, 9]
RATS = [20] * 7 + [19] * 4 + [18] * 2 + [17] + [20] * 4 + [19] * 2 + [18] * 2 + [25, 24, 23] + [20] * 6
RATS += [10, 49, 19, 46, 27, 17, 49, 47, 20, 20, 13, 48, 50, 20, 20, 20, 20, 20, 20, 20, 48, 19, 19, 19, 22, 46, 49]
RATS += [20, 20, 23, 19, 22, 20, 20, 20, 52, 47, 46, 24]


def test_the_moments_of_the_rat_tumours_are_those_of_the_book() -> None:
    a, b = beta_by_moments(COUNTS, RATS)
    assert len(COUNTS) == len(RATS) == 70
    assert (round(a, 1), round(b, 1)) == (1.4, 8.6)


def test_the_likelihood_is_highest_near_the_mode_of_the_book() -> None:
    pool = partial_pooling([*COUNTS, 4], [*RATS, 14])
    assert pool.mean == pytest.approx(0.144, abs=0.01)  # the posterior mode in the book: log(a/b) = -1.75 or so
    assert pool.units[-1].share < 4 / 14
    assert pool.units[-1].interval.low < pool.units[-1].share < pool.units[-1].interval.high


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=3, max_size=12))
def test_a_pooled_share_lies_between_the_own_share_and_the_mean(rows: list[tuple[int, int]]) -> None:
    counts, n = [min(a, b) for a, b in rows], [b for _, b in rows]
    pool = partial_pooling(counts, n)
    for count, size, unit in zip(counts, n, pool.units, strict=True):
        low, high = sorted((count / size, pool.mean))
        assert low - 1e-9 <= unit.share <= high + 1e-9
        assert 0 <= unit.weight <= 1


def test_units_that_do_not_differ_are_all_put_at_the_mean() -> None:
    pool = partial_pooling([2, 4, 6, 8], [10, 20, 30, 40])
    assert {round(unit.share, 3) for unit in pool.units} == {0.2}


@pytest.mark.parametrize(("counts", "n"), [([1, 2], [5, 5]), ([6, 1, 1], [5, 5, 5]), ([1, 1, 1], [5, 5, 0])])
def test_what_cannot_be_pooled_is_refused(counts: list[int], n: list[int]) -> None:
    with pytest.raises(ValueError, match="pooling"):
        partial_pooling(counts, n)
