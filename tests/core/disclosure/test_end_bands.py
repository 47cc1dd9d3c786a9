from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.disclosure.bands import count_cell, mean_cell


def test_of_five_people_no_count_is_exact() -> None:
    assert [count_cell(count, 5, 3) for count in range(6)] == ["<3", "<3", "<3", ">2", ">2", ">2"]


def test_of_twenty_people_a_count_is_exact_from_3_to_17() -> None:
    assert [count_cell(count, 20, 3) for count in range(21)] == ["<3"] * 3 + list(range(3, 18)) + [">17"] * 3


def test_of_five_people_a_mean_is_exact_between_2_4_and_3_6() -> None:
    shown = {total: mean_cell(total, 5, 7) for total in range(5, 26)}
    assert {shown[total] for total in range(5, 12)} == {"<2.4"}
    assert [shown[total] for total in range(12, 19)] == [2.4, 2.6, 2.8, 3.0, 3.2, 3.4, 3.6]
    assert {shown[total] for total in range(19, 26)} == {">3.6"}


def test_of_twenty_people_a_mean_is_exact_between_1_35_and_4_65() -> None:
    assert (mean_cell(26, 20, 7), mean_cell(27, 20, 7)) == ("<1.35", 1.4)
    assert (mean_cell(93, 20, 7), mean_cell(94, 20, 7)) == (4.7, ">4.65")


def test_a_mean_is_rounded_half_up() -> None:
    assert mean_cell(50 + 5, 20, 7) == 2.8
    assert mean_cell(50 + 4, 20, 7) == 2.7


def test_two_colluders_in_a_group_too_small_for_two_bands_see_the_whole_range() -> None:
    assert {count_cell(count, 5, 4) for count in range(6)} == {"0..5"}
    assert {mean_cell(total, 5, 11) for total in range(5, 26)} == {"1.0..5.0"}


@given(st.integers(5, 400), st.integers(0, 3))
def test_the_ends_are_never_shown_and_a_band_means_what_it_prints(base: int, c: int) -> None:
    m = c + 2
    shown = defaultdict(set)
    for count in range(base + 1):
        shown[count_cell(count, base, m)].add(count)
    for cell, counts in shown.items():
        assert isinstance(cell, int) or len(counts) >= m
        if isinstance(cell, int):
            assert m <= cell <= base - m
            assert counts == {cell}


@given(st.integers(5, 300))
def test_a_printed_edge_means_the_very_sums_that_are_displayed_so(base: int) -> None:
    for total in range(base, 5 * base + 1):
        cell = mean_cell(total, base, 7)
        if isinstance(cell, str):
            edge = Fraction(cell[1:]) * base
            assert len(cell[1:].partition(".")[2]) <= 4
            assert (total < edge) == (total - base < 7) if cell[0] == "<" else (total > edge) == (5 * base - total < 7)


@pytest.mark.parametrize("base", [9_999, 10_000, 123_456])
def test_in_a_very_large_group_the_edge_still_separates_the_sums(base: int) -> None:
    last = mean_cell(base + 6, base, 7)
    assert isinstance(last, str)
    assert base + 6 < Fraction(last[1:]) * base <= base + 7
