"""The effect of an action is found beside a comparison, and nothing is found where nothing happened."""

import numpy as np
import pytest
import statsmodels.api as sm

from uitzicht.core.statistics.effects import Period, before_and_after, interrupted_series, leavers_needed


def test_a_change_that_all_units_share_is_no_effect() -> None:
    found = before_and_after(Period(20, 100), Period(10, 100), Period(200, 1000), Period(100, 1000))
    assert found.ratio == pytest.approx(1)
    assert found.interval.low < 1 < found.interval.high


def test_a_halving_beyond_the_comparison_is_found() -> None:
    found = before_and_after(Period(80, 400), Period(40, 400), Period(400, 2000), Period(400, 2000))
    assert found.ratio == pytest.approx(0.5)
    assert found.interval.high < 1
    error = np.sqrt(1 / 80 + 1 / 40 + 2 / 400)
    assert found.interval.low == pytest.approx(0.5 * np.exp(-1.959964 * error))


def test_nobody_who_left_afterwards_still_gives_an_interval() -> None:
    found = before_and_after(Period(4, 100), Period(0, 100), Period(30, 900), Period(31, 900))
    assert 0 < found.interval.low < found.ratio < found.interval.high


def test_the_step_in_a_series_is_that_of_a_poisson_regression_by_statsmodels() -> None:
    chance = np.random.default_rng(3)
    time = np.arange(12)
    events = chance.poisson(40 * np.where(time >= 6, 0.6, 1.0))
    others = chance.poisson(np.full(12, 90.0))
    found = interrupted_series(events.tolist(), [200.0] * 12, others.tolist(), [450.0] * 12, at=6)
    after = np.tile((time >= 6).astype(float), 2)
    first = np.repeat([1.0, 0.0], 12)
    slope = np.tile(time - 6.0, 2)
    design = np.column_stack([np.ones(24), first, slope, first * slope, after, first * after])
    model = sm.GLM(
        np.r_[events, others], design, family=sm.families.Poisson(), exposure=np.repeat([200.0, 450.0], 12)
    ).fit()
    assert np.log(found.ratio) == pytest.approx(model.params[-1], abs=1e-6)
    width = max(1.0, model.pearson_chi2 / model.df_resid) ** 0.5 * model.bse[-1]
    assert np.log(found.interval.high / found.ratio) == pytest.approx(1.959964 * width, rel=1e-5)


def test_halving_needs_about_66_leavers_as_schoenfelds_formula_says() -> None:
    assert leavers_needed(0.5) == 66
    assert leavers_needed(0.8) == leavers_needed(1 / 0.8) > leavers_needed(0.5)


@pytest.mark.parametrize("at", [2, 5])
def test_a_series_with_too_little_before_or_after_is_refused(at: int) -> None:
    with pytest.raises(ValueError, match="periods"):
        interrupted_series([3] * 6, [10.0] * 6, [5] * 6, [20.0] * 6, at=at)


@pytest.mark.parametrize("ratio", [1.0, 0.0, -2.0])
def test_no_effect_has_no_number_of_leavers(ratio: float) -> None:
    with pytest.raises(ValueError, match="effect"):
        leavers_needed(ratio)
