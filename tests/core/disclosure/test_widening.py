from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.disclosure.bands import Cell, count_cell, count_span, mean_cell, sum_span

bases = st.integers(5, 120)


def count_classes(base: int, level: int) -> dict[Cell, set[int]]:
    shown: dict[Cell, set[int]] = defaultdict(set)
    for count in range(base + 1):
        shown[count_cell(count, base, 3, level)].add(count)
    return shown


def mean_classes(base: int, level: int) -> dict[Cell, set[int]]:
    shown: dict[Cell, set[int]] = defaultdict(set)
    for total in range(base, 5 * base + 1):
        shown[mean_cell(total, base, 7, level)].add(total)
    return shown


def test_a_widened_count_is_an_aligned_block() -> None:
    assert [count_cell(count, 40, 3, 2) for count in (3, 4, 7, 8, 30)] == ["0..3", "4..7", "4..7", "8..11", "28..31"]
    assert count_cell(17, 100, 3, 4) == "16..31"


def test_a_widened_count_takes_in_the_end_band_that_it_touches() -> None:
    assert [count_cell(count, 20, 3, 2) for count in (0, 3, 15, 16, 18, 20)] == [
        *("0..3", "0..3", "12..15"),
        *("16..20", "16..20", "16..20"),
    ]


def test_an_end_band_that_is_as_wide_stays() -> None:
    assert count_cell(2, 40, 4, 1) == count_cell(2, 40, 4) == "<4"


def test_a_widened_mean_is_an_aligned_block_of_tenths() -> None:
    assert mean_cell(96, 30, 7, 1) == "3.0..3.4"
    assert mean_cell(96, 30, 7, 2) == "3.0..3.9"
    assert mean_cell(12, 5, 7, 1) == "1.0..2.4"


def test_the_widest_figure_says_nothing() -> None:
    assert set(count_classes(20, 5)) == {"0..20"}
    assert set(mean_classes(20, 5)) == {"1.0..5.0"}


@given(bases, st.integers(1, 5))
def test_a_range_means_exactly_the_values_it_prints(base: int, level: int) -> None:
    for cell, counts in count_classes(base, level).items():
        if isinstance(cell, str) and ".." in cell:
            low, high = map(int, cell.split(".."))
            assert counts == set(range(low, high + 1))
    for cell, totals in mean_classes(base, level).items():
        low, high = (round(10 * float(end)) for end in str(cell).split(".."))
        assert totals == {t for t in range(base, 5 * base + 1) if low <= (20 * t + base) // (2 * base) <= high}


@given(bases, st.integers(0, 4))
def test_the_next_level_is_never_narrower(base: int, level: int) -> None:
    for classes in (count_classes, mean_classes):
        narrow, wide = classes(base, level).values(), classes(base, level + 1).values()
        if level or classes is count_classes:
            assert all(any(small <= large for large in wide) for small in narrow)
        assert max(map(len, narrow)) <= max(map(len, wide))


@given(bases, st.integers(0, 5))
def test_a_span_is_the_range_of_values_displayed_alike(base: int, level: int) -> None:
    for counts in count_classes(base, level).values():
        assert {count_span(count, base, 3, level) for count in counts} == {(min(counts), max(counts))}
    for totals in mean_classes(base, level).values():
        assert {sum_span(total, base, 7, level) for total in totals} == {(min(totals), max(totals))}
