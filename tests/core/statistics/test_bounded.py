"""Two means of which only the means are known differ only when they do so at the largest variance they allow."""

import pytest
from scipy.stats import norm, ttest_ind

from uitzicht.core.statistics.bounded import mean_difference


def test_the_worked_example() -> None:
    assert mean_difference(2.0, 60, 4.2, 50, half_step=0.05) == pytest.approx(2 * norm.cdf(-5.48345), rel=1e-3)


def test_it_is_never_more_eager_than_a_test_of_the_scores() -> None:
    one, other = [1, 2, 2, 3, 3, 3, 4, 4] * 5, [2, 3, 3, 4, 4, 4, 5, 5] * 5
    means = sum(one) / len(one), sum(other) / len(other)
    assert mean_difference(means[0], 40, means[1], 40) >= ttest_ind(one, other).pvalue


def test_what_rounding_may_have_added_is_no_difference() -> None:
    assert mean_difference(3.0, 50, 3.1, 50, half_step=0.05) == pytest.approx(1)
    assert mean_difference(1, 50, 1, 50) == 1


@pytest.mark.parametrize("wrong", [(0.9, 20, 3, 20), (3, 0, 3, 20), (3, 20, 5.1, 20)])
def test_means_off_the_scale_and_nobody_are_refused(wrong: tuple[float, int, float, int]) -> None:
    with pytest.raises(ValueError, match="scale"):
        mean_difference(*wrong)
