"""Groups are compared by published tests, and many comparisons are corrected as Benjamini and Hochberg did."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from uitzicht.core.statistics.comparison import benjamini_hochberg, independence

# Benjamini and Hochberg (1995), section 4: fifteen comparisons of two treatments; four are findings.
PUBLISHED = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000,
]  # fmt: skip


def test_fishers_lady_tasting_tea_gives_the_published_p() -> None:
    found = independence([[3, 1], [1, 3]])
    assert found.exact
    assert found.p == pytest.approx(0.4857, abs=5e-5)


def test_pearsons_chi_square_gives_the_published_value_where_everybody_is_expected_often() -> None:
    # Snedecor and Cochran's kind of table: Agresti (2007), gender by party, X2 = 30.1 with 2 degrees of freedom.
    found = independence([[762, 327, 468], [484, 239, 477]])
    assert (found.exact, found.df) == (False, 2)
    assert found.chi2 == pytest.approx(30.07, abs=5e-3)
    assert found.cramers_v == pytest.approx(0.104, abs=5e-4)


def test_a_larger_table_with_few_people_is_drawn_and_always_gives_the_same_p() -> None:
    table = [[4, 1, 0], [1, 3, 1], [0, 1, 4]]
    found = independence(table)
    assert found.exact
    assert found == independence(table)
    assert found.p == pytest.approx(0.01686, abs=0.004)  # every table with these margins, enumerated


def test_empty_rows_and_columns_change_nothing() -> None:
    assert independence([[3, 0, 1], [0, 0, 0], [1, 0, 3]]) == independence([[3, 1], [1, 3]])


@pytest.mark.parametrize("table", [[[3, 1]], [[3, 0], [5, 0]], [[-1, 2], [3, 4]]])
def test_what_cannot_be_compared_is_refused(table: list[list[int]]) -> None:
    with pytest.raises(ValueError):
        independence(table)


def test_four_of_fifteen_comparisons_are_findings_as_published() -> None:
    assert [one.found for one in benjamini_hochberg(PUBLISHED)] == [True] * 4 + [False] * 11


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_corrected_values_are_those_of_statsmodels_in_the_order_given(p_values: list[float]) -> None:
    _, theirs, _, _ = multipletests(p_values, method="fdr_bh")
    assert [one.q for one in benjamini_hochberg(p_values)] == pytest.approx(theirs)


def test_a_p_value_outside_0_and_1_is_refused() -> None:
    with pytest.raises(ValueError, match="p-value"):
        benjamini_hochberg([0.2, 1.5])
