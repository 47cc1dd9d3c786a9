"""A displayed cell becomes a typed value; a band never becomes a number."""

import pytest

from uitzicht.insight.cells import HIDDEN, Above, Below, Exact, Range, Shown, band, count_bounds, parse, score_bounds


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (5, Exact(5)),
        (3.4, Exact(3.4)),
        ("<3", Below(3)),
        (">9", Above(9)),
        ("4..7", Range(4, 7)),
        ("<2.4375", Below(2.4375)),
        (">3.6", Above(3.6)),
        ("3.0..3.4", Range(3.0, 3.4)),
        (None, HIDDEN),
    ],
)
def test_every_form_of_a_cell_is_read(cell: object, shown: Shown) -> None:
    assert parse(cell) == shown


@pytest.mark.parametrize("cell", ["<3", ">9", "4..7", "<2.4375", ">3.6", "3.0..3.4"])
def test_a_band_is_written_as_it_was_published(cell: str) -> None:
    assert band(parse(cell)) == cell


def test_a_number_and_a_hidden_cell_have_no_band() -> None:
    assert band(Exact(5)) is None
    assert band(HIDDEN) is None


@pytest.mark.parametrize("cell", [True, "", "abc", [3]])
def test_anything_else_is_refused(cell: object) -> None:
    with pytest.raises(ValueError):
        parse(cell)


def test_bounds_of_counts_are_whole_people() -> None:
    assert count_bounds(Below(3), 12) == (0, 2)
    assert count_bounds(Above(9), 12) == (10, 12)
    assert count_bounds(Range(4, 7), 12) == (4, 7)
    assert count_bounds(HIDDEN, 12) == (0, 12)


def test_bounds_of_scores_stay_on_the_scale() -> None:
    assert score_bounds(Below(2.4)) == (1, 2.4)
    assert score_bounds(Above(3.6)) == (3.6, 5)
    assert score_bounds(HIDDEN) == (1, 5)
