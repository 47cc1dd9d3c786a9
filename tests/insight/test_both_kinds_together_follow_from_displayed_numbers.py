"""Resignations plus all other departures: exact only where both are exact."""

from hypothesis import given
from hypothesis import strategies as st

from uitzicht.insight.cells import Above, Below, Exact, Range, Shown, count_bounds, score_bounds
from uitzicht.insight.strata import Column, joined


def test_two_exact_counts_add_up() -> None:
    assert joined([Column(Exact(12), (Exact(5),)), Column(Exact(9), (Exact(4),))], k=5, score=False) == Column(
        Exact(21), (Exact(9),), 0.1
    )


def test_a_band_makes_the_sum_a_range() -> None:
    found = joined(
        [Column(Exact(12), (Exact(5), Above(9))), Column(Exact(9), (Below(3), Range(4, 7)))], k=5, score=False
    )
    assert found.items == (Range(5, 7), Range(14, 19))


def test_a_base_below_k_hides_the_items_and_makes_the_base_a_range() -> None:
    found = joined([Column(Exact(12), (Exact(5),)), Column(Below(5), None)], k=5, score=False)
    assert found == Column(Range(12, 16), None)


def test_one_group_alone_stays_as_it_is() -> None:
    only = Column(Exact(12), (Above(9),))
    assert joined([only], k=5, score=False) is only


def test_means_are_weighted_by_their_base() -> None:
    found = joined([Column(Exact(30), (Exact(4.0),)), Column(Exact(10), (Exact(3.0),))], k=5, score=True)
    assert found.items == (Exact(3.8),)


def test_a_banded_mean_makes_the_joined_mean_a_range_rounded_outwards() -> None:
    found = joined([Column(Exact(30), (Exact(4.0),)), Column(Exact(10), (Below(2.4),))], k=5, score=True)
    assert found.items == (Range(3.2, 3.6),)


counts = st.integers(5, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))


@given(counts, counts)
def test_the_true_sum_always_lies_in_what_is_shown(first: tuple[int, int], second: tuple[int, int]) -> None:
    columns = [Column(Exact(n), (_displayed(x, n),)) for n, x in (first, second)]
    found = joined(columns, k=5, score=False)
    assert found.items is not None
    low, high = count_bounds(found.items[0], first[0] + second[0])
    assert low <= first[1] + second[1] <= high


@given(st.integers(5, 60), st.integers(5, 60), st.integers(10, 50), st.integers(10, 50))
def test_the_joined_mean_lies_between_its_parts(n: int, m: int, a: int, b: int) -> None:
    columns = [Column(Exact(n), (Exact(a / 10),)), Column(Exact(m), (Exact(b / 10),))]
    found = joined(columns, k=5, score=True)
    assert found.items is not None
    low, high = score_bounds(found.items[0])
    assert min(a, b) / 10 <= low == high <= max(a, b) / 10


def _displayed(x: int, n: int) -> Shown:
    if x < 3:
        return Below(3)
    return Above(n - 3) if x > n - 3 else Exact(x)
