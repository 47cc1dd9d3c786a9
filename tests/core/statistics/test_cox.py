"""Hazard ratios are those of statsmodels, ties and delayed entry included."""

import numpy as np
import pytest
from statsmodels.duration.hazard_regression import PHReg

from tests.core.statistics.test_survival import PLACEBO, SIX_MP
from uitzicht.core.statistics.cox import cox
from uitzicht.core.statistics.survival import spells

BOTH = spells(np.r_[SIX_MP.exit, PLACEBO.exit], np.r_[SIX_MP.left, PLACEBO.left])
ON_PLACEBO = np.repeat([0.0, 1.0], 21)[:, None]


def test_freireichs_trial_gives_the_published_coefficient() -> None:
    fit = cox(BOTH, ON_PLACEBO)
    assert fit.ratios[0].log_ratio == pytest.approx(1.509, abs=5e-4)
    assert fit.ratios[0].standard_error == pytest.approx(0.410, abs=5e-4)
    assert fit.log_likelihood == pytest.approx(-86.380, abs=5e-4)


def test_ties_and_delayed_entry_give_what_statsmodels_gives() -> None:
    chance = np.random.default_rng(7)
    x = chance.normal(size=(600, 3))
    stay = np.ceil(10 * chance.exponential(np.exp(-x @ [0.4, -0.3, 0.0])))
    # Entries between departures: statsmodels counts who enters at the very moment of a departure as at risk, we do not.
    entry = np.minimum(np.floor(chance.exponential(3, 600)), stay - 1) + 0.5
    end = np.minimum(stay, np.floor(entry) + np.ceil(chance.exponential(12, 600)))
    left = end == stay
    ours = cox(spells(end, left, entry), x)
    theirs = PHReg(end, x, status=left.astype(int), entry=entry, ties="breslow").fit()
    assert [ratio.log_ratio for ratio in ours.ratios] == pytest.approx(theirs.params, abs=1e-6)
    assert [ratio.standard_error for ratio in ours.ratios] == pytest.approx(theirs.bse, abs=1e-6)
    assert [ratio.p for ratio in ours.ratios] == pytest.approx(theirs.pvalues, abs=1e-6)


def test_the_unit_of_time_does_not_matter() -> None:
    in_days = spells(BOTH.exit * 7, BOTH.left)
    assert cox(in_days, ON_PLACEBO).ratios[0].ratio == pytest.approx(cox(BOTH, ON_PLACEBO).ratios[0].ratio)


def test_a_column_that_repeats_another_is_refused() -> None:
    with pytest.raises(ValueError, match="column"):
        cox(BOTH, np.hstack([ON_PLACEBO, ON_PLACEBO]))


def test_a_column_that_separates_who_left_is_refused() -> None:
    with pytest.raises(ValueError, match="column|top"):
        cox(spells([1, 2, 3, 9, 9, 9], [1, 1, 1, 0, 0, 0]), np.array([[1.0], [1], [1], [0], [0], [0]]))


def test_nobody_who_left_is_refused() -> None:
    with pytest.raises(ValueError, match="somebody left"):
        cox(spells([1, 2], [0, 0]), np.array([[0.0], [1.0]]))
