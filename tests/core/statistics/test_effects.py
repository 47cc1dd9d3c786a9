"""The effect of an action is found beside a comparison, and nothing is found where nothing happened."""

import numpy as np
import pytest
import statsmodels.api as sm

from uitzicht.core.statistics.effects import (
    Period,
    before_and_after,
    interrupted_beside,
    interrupted_series,
    leavers_needed,
    leavers_to_expect,
    slope_inflation,
)


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


def test_with_as_many_leavers_after_as_before_what_must_be_expected_is_schoenfelds_number() -> None:
    allowed = np.log(0.5) ** 2 / (1.959964 + 0.841621) ** 2
    assert leavers_to_expect(33, 0.5) == np.ceil(2 / (allowed - 1 / 33)) == 65
    assert 33 + 65 * 0.5 == pytest.approx(leavers_needed(0.5), abs=1)


def test_few_comparison_units_ask_for_more_leavers_and_a_slope_for_more_still() -> None:
    alone = leavers_to_expect(100, 0.5)
    beside = leavers_to_expect(100, 0.5, others_before=200)
    sloped = leavers_to_expect(100, 0.5, others_before=200, inflation=2.0)
    assert alone is not None
    assert beside is not None
    assert sloped is not None
    assert alone == 40 < beside < sloped


@pytest.mark.parametrize(("before", "others"), [(0, None), (16, None), (100, 0), (20, 20)])
def test_too_few_leavers_before_are_never_made_up_for(before: int, others: int | None) -> None:
    assert leavers_to_expect(before, 0.5, others_before=others) is None


def test_a_slope_beside_a_step_asks_four_times_as_much_of_three_and_two_periods() -> None:
    assert slope_inflation([-2.5, -1.5, -0.5, 0.5, 1.5], 3) == pytest.approx(4.0)
    assert slope_inflation([-5.5 + i for i in range(12)], 6) == pytest.approx(1 / (1 - 36 / 47.6667), rel=1e-4)


def test_a_series_with_a_period_left_out_takes_its_moments_from_the_calendar() -> None:
    level, slope, step = 0.2, -0.1, 0.6
    times = [-3.5, -2.5, -1.5, 0.5, 1.5]
    mean = [1000 * level * np.exp(slope * t) * (step if t > 0 else 1) for t in times]
    others = [5000 * level * np.exp(slope * t) for t in times]
    events, beside = [round(one) for one in mean], [round(one) for one in others]
    found = interrupted_series(events, [1000.0] * 5, beside, [5000.0] * 5, 3, times)
    assert found.ratio == pytest.approx(step, rel=0.02)
    with pytest.raises(ValueError, match="moment"):
        interrupted_series(events, [1000.0] * 5, beside, [5000.0] * 5, 3, times[1:])


def test_a_step_beside_years_that_both_share_is_that_of_a_poisson_regression_with_a_level_for_each_year() -> None:
    chance = np.random.default_rng(5)
    common = chance.uniform(0.6, 1.4, size=8)
    step = np.where(np.arange(8) >= 5, 0.6, 1.0)
    events, others = chance.poisson(60 * common * step), chance.poisson(150 * common)
    found = interrupted_beside(events.tolist(), [300.0] * 8, others.tolist(), [700.0] * 8, 5)
    time, after = np.arange(8) - 5.0, (np.arange(8) >= 5).astype(float)
    nothing = np.zeros(8)
    years = np.vstack([np.eye(8), np.eye(8)])
    own = np.column_stack([np.r_[np.ones(8), nothing], np.r_[time, nothing], np.r_[after, nothing]])
    exposure = np.repeat([300.0, 700.0], 8)
    model = sm.GLM(np.r_[events, others], np.hstack([years, own]), sm.families.Poisson(), exposure=exposure).fit()
    assert np.log(found.ratio) == pytest.approx(model.params[-1], abs=1e-6)
    assert np.log(found.interval.high / found.ratio) >= 1.959964 * model.bse[-1] - 1e-6


def test_a_bad_year_that_both_had_does_not_widen_the_step() -> None:
    common = np.array([1.0, 1.5, 0.7, 1.2, 0.8])
    events, others = np.round(400 * common * [1, 1, 1, 0.5, 0.5]), np.round(1200 * common)
    series = events.astype(int).tolist(), [2000.0] * 5, others.astype(int).tolist(), [6000.0] * 5
    beside, alone = interrupted_beside(*series, 3), interrupted_series(*series, 3)
    assert beside.ratio == pytest.approx(0.5, rel=0.01)
    assert beside.interval.high < 1 < alone.interval.high


def test_a_step_where_nobody_left_afterwards_has_no_ratio() -> None:
    with pytest.raises(ValueError, match="both sides"):
        interrupted_beside([9, 9, 9, 0, 0], [50.0] * 5, [30] * 5, [150.0] * 5, 3)
    with pytest.raises(ValueError, match="periods"):
        interrupted_beside([9, 9, 9, 0], [50.0] * 4, [30] * 4, [150.0] * 4, 3)
