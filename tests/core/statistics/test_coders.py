"""Agreement of coders and of two moments gives the published kappas, alphas and shifts."""

import numpy as np
import pytest
from statsmodels.stats.contingency_tables import SquareTable
from statsmodels.stats.inter_rater import cohens_kappa

from uitzicht.core.statistics.coders import (
    Scale,
    Strength,
    Weights,
    cohen_kappa,
    krippendorff_alpha,
    marginal_homogeneity,
    strength,
)

# Two neurologists on multiple sclerosis, Winnipeg patients: the example of Landis and Koch (1977).
WINNIPEG = [[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]]
# Krippendorff (2011), "Computing Krippendorff's alpha-reliability": four observers, twelve units.
_ = None
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]


def test_kappa_gives_the_value_of_landis_and_koch() -> None:
    found = cohen_kappa(WINNIPEG)
    assert found.value == pytest.approx(0.208, abs=5e-4)
    assert strength(found.value) is Strength.FAIR


@pytest.mark.parametrize(
    ("kappa", "word"),
    [
        (-0.1, "poor"),
        (0.0, "slight"),
        (0.2, "slight"),
        (0.21, "fair"),
        (0.6, "moderate"),
        (0.7, "substantial"),
        (1.0, "almost_perfect"),
    ],
)
def test_the_words_of_landis_and_koch_stand_at_their_borders(kappa: float, word: str) -> None:
    assert strength(kappa) == word


@pytest.mark.parametrize(
    ("weights", "theirs"), [(Weights.NONE, None), (Weights.LINEAR, "linear"), (Weights.QUADRATIC, "quadratic")]
)
def test_kappa_and_its_interval_are_those_of_statsmodels(weights: Weights, theirs: str | None) -> None:
    found, expected = cohen_kappa(WINNIPEG, weights), cohens_kappa(np.array(WINNIPEG), wt=theirs)
    assert found.value == pytest.approx(expected.kappa)
    assert (found.interval.low, found.interval.high) == pytest.approx((expected.kappa_low, expected.kappa_upp))


@pytest.mark.parametrize(("scale", "alpha"), [(Scale.NOMINAL, 0.743), (Scale.ORDINAL, 0.815), (Scale.INTERVAL, 0.849)])
def test_alpha_gives_the_published_values(scale: Scale, alpha: float) -> None:
    assert krippendorff_alpha(OBSERVERS, scale) == pytest.approx(alpha, abs=5e-4)


def test_full_agreement_is_1_for_all_of_them() -> None:
    assert cohen_kappa([[5, 0], [0, 7]]).value == 1
    assert krippendorff_alpha([[1, 2, 1], [1, 2, 1]]) == 1


def test_a_shift_gives_the_statistic_of_stuart_and_maxwell() -> None:
    # Stuart (1955): unaided distance vision of the right and left eye of 7,477 women; statistic 11.96 with 3 degrees.
    vision = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]
    found = marginal_homogeneity(vision)
    assert (round(found.chi2, 2), found.df) == (11.96, 3)
    assert found.p == pytest.approx(SquareTable(np.array(vision)).homogeneity().pvalue)


def test_two_answers_are_mcnemars_test() -> None:
    assert marginal_homogeneity([[10, 15], [5, 20]]).chi2 == pytest.approx((15 - 5) ** 2 / 20)


@pytest.mark.parametrize("table", [[[1, 2, 3], [4, 5, 6]], [[0, 0], [0, 0]]])
def test_a_table_that_is_not_two_answers_is_refused(table: list[list[int]]) -> None:
    for function in (cohen_kappa, marginal_homogeneity):
        with pytest.raises(ValueError):
            function(table)


def test_nobody_who_changed_is_refused_rather_than_called_homogeneous() -> None:
    with pytest.raises(ValueError, match="differently"):
        marginal_homogeneity([[10, 0], [0, 20]])


def test_one_and_the_same_answer_has_no_kappa_and_no_alpha() -> None:
    with pytest.raises(ValueError):
        cohen_kappa([[9, 0], [0, 0]])
    with pytest.raises(ValueError):
        krippendorff_alpha([[1, 1], [1, 1]])
