"""The effect on turnover is read from releases, beside units where nothing was done, and not before there is enough."""

from datetime import date

import numpy as np
import pytest

from tests.actions.effect_documents import DEEP, EAST, NORTH, ROOT, SOUTH, an_aim, staffed, years
from uitzicht.actions.effect import rates
from uitzicht.actions.effect.units import comparison, shared
from uitzicht.actions.effect.vocabulary import Design, EffectState, Outcome, Why
from uitzicht.insight.published import Published

SINCE = date(2024, 1, 1)


def outcome(of: Published, **changes: object) -> Outcome:
    aim = an_aim(**changes)
    assert aim.effective_on
    return rates.outcome(of, aim, comparison(of, aim, []), since=aim.effective_on)


def halved() -> Published:
    periods = years(2022, 4)
    return staffed(
        periods,
        {
            NORTH: [(80, 400.0), (80, 400.0), (40, 400.0), (40, 400.0)],
            SOUTH: [(100, 500.0)] * 4,
            EAST: [(100, 500.0)] * 4,
        },
    )


def test_a_halving_is_shown_with_its_ratio_and_interval() -> None:
    found = outcome(halved())
    assert found.state is EffectState.SHOWN
    assert found.design is Design.BESIDE
    assert found.change == pytest.approx(0.5)
    assert found.interval
    assert found.interval.high == pytest.approx(0.5 * np.exp(1.959964 * np.sqrt(1 / 160 + 1 / 80 + 2 / 400)))


def test_what_changed_everywhere_is_no_effect() -> None:
    same = [(80, 400.0), (80, 400.0), (40, 400.0), (40, 400.0)]
    found = outcome(staffed(years(2022, 4), {NORTH: same, SOUTH: same, EAST: same}))
    assert found.state is EffectState.NOT_SHOWN
    assert found.change == pytest.approx(1)


def test_the_other_way_is_called_the_other_way() -> None:
    assert outcome(halved(), is_up=True).state is EffectState.OPPOSITE


def test_three_periods_before_and_two_after_make_a_series_when_leavers_suffice() -> None:
    many = staffed(years(2021, 5), {NORTH: [(400, 2000.0)] * 3 + [(200, 2000.0)] * 2, SOUTH: [(800, 4000.0)] * 5})
    assert outcome(many).design is Design.SERIES
    few = staffed(years(2021, 5), {NORTH: [(40, 200.0)] * 3 + [(20, 200.0)] * 2, SOUTH: [(80, 400.0)] * 5})
    assert outcome(few).design is Design.BESIDE


def test_a_trend_of_its_own_is_not_taken_for_an_effect() -> None:
    falling = [round(4000 * 0.8**at) for at in range(6)]
    of = staffed(years(2021, 6), {NORTH: [(events, 20000.0) for events in falling], SOUTH: [(4000, 20000.0)] * 6})
    found = outcome(of)
    assert found.design is Design.SERIES
    assert found.state is EffectState.NOT_SHOWN


def test_the_period_in_which_it_began_counts_on_neither_side() -> None:
    found = outcome(halved(), effective_on=date(2024, 5, 6))
    assert found.own
    assert found.own.before.count == 160
    assert found.own.after
    assert found.own.after.count == 40


def test_too_early_says_how_many_and_about_when() -> None:
    periods = [*years(2022, 3), ["2025", "2025-01-01", "2025-04-01"]]
    of = staffed(periods, {NORTH: [(40, 200.0)] * 3 + [(10, 50.0)], SOUTH: [(400, 2000.0)] * 3 + [(100, 500.0)]})
    found = outcome(of, effective_on=date(2025, 1, 1))
    assert found.state is EffectState.TOO_EARLY
    assert found.needed == 41 - 10  # (2 + 0.1) / (0.0612 - 1.1 / 120) = 41; 10 are to be expected so far
    assert found.expected_on
    assert date(2025, 12, 1) < found.expected_on < date(2026, 2, 1)
    assert found.interval


def test_before_anything_is_observed_there_is_a_number_but_no_interval() -> None:
    found = outcome(halved(), effective_on=date(2026, 1, 1))
    assert found.state is EffectState.TOO_EARLY
    assert found.needed
    assert found.interval is None


def test_nobody_who_left_afterwards_ends_the_waiting() -> None:
    of = staffed(years(2022, 4), {NORTH: [(40, 200.0)] * 2 + [(0, 200.0)] * 2, SOUTH: [(400, 2000.0)] * 4})
    assert outcome(of).state is EffectState.SHOWN


def test_with_few_departures_before_nothing_can_ever_be_told() -> None:
    of = staffed(years(2022, 4), {NORTH: [(4, 20.0)] * 4, SOUTH: [(400, 2000.0)] * 4})
    found = outcome(of)
    assert (found.state, found.why) == (EffectState.CANNOT_TELL, Why.FEW_BEFORE)


def test_without_comparable_units_before_and_after_stand_alone() -> None:
    of = staffed(years(2022, 4), {ROOT: [(200, 1000.0)] * 2 + [(100, 1000.0)] * 2})
    found = outcome(of, unit=ROOT)
    assert found.design is Design.ALONE
    assert found.state is EffectState.SHOWN
    assert found.others is None


def test_undesired_departures_are_followed_only_where_k_people_left() -> None:
    aim = {"question": "desirability.2023", "family": "desirability", "item": "undesired"}
    assert outcome(halved(), **aim).state is EffectState.SHOWN
    few = staffed(years(2022, 4), {NORTH: [(80, 400.0), (3, 400.0), (40, 400.0), (40, 400.0)], SOUTH: [(9, 90.0)] * 4})
    assert outcome(few, **aim).why is Why.BANDED


def test_more_stability_is_fewer_who_left_within_the_year() -> None:
    found = outcome(halved(), question="stability.2023", family="stability", item="still_here", is_up=True)
    assert found.state is EffectState.SHOWN
    assert found.change == pytest.approx(0.5)


def test_comparison_units_are_of_the_same_level_and_left_alone() -> None:
    of, aim = halved(), an_aim()
    assert comparison(of, aim, []) == (EAST, SOUTH)
    assert comparison(of, aim, [an_aim(unit=SOUTH)]) == (EAST,)
    assert comparison(of, aim, [an_aim(unit=SOUTH, family="", question="main_reason", item="terms")]) == (EAST, SOUTH)
    assert comparison(of, an_aim(unit=DEEP), []) == ()


def test_two_actions_on_one_figure_for_the_same_people_are_not_separable() -> None:
    of, aim = halved(), an_aim()
    others = [
        an_aim(unit=DEEP),
        an_aim(unit=ROOT, item="all"),
        an_aim(unit=SOUTH),
        an_aim(family="", question="main_reason", item="terms"),
        an_aim(effective_on=None),
    ]
    assert shared(of, aim, others) == [0, 1]


def test_an_action_that_worked_all_along_or_not_yet_is_in_nobodys_way() -> None:
    of, aim = halved(), an_aim()
    earlier, later = an_aim(effective_on=date(2021, 6, 1)), an_aim(effective_on=date(2026, 6, 1))
    within = an_aim(effective_on=date(2023, 6, 1))
    assert shared(of, aim, [earlier, later, within], observed_from=date(2022, 1, 1)) == [2]


def _simulated(chance: np.random.Generator, ratio: float) -> EffectState:
    periods = years(2022, 4)
    common = chance.uniform(0.7, 1.3, size=4)  # what changes everywhere

    def drawn(exposure: float, factor: float) -> list[tuple[int, float]]:
        steps = (1.0, 1.0, factor, factor)
        return [(int(chance.poisson(0.2 * exposure * c * s)), exposure) for c, s in zip(common, steps, strict=True)]

    return outcome(staffed(periods, {NORTH: drawn(200, ratio), SOUTH: drawn(600, 1.0), EAST: drawn(600, 1.0)})).state


def test_without_an_effect_one_in_twenty_is_said_to_show_at_most() -> None:
    chance = np.random.default_rng(20261124)
    states = [_simulated(chance, 1.0) for _ in range(400)]
    assert states.count(EffectState.SHOWN) / 400 <= 0.05
    assert states.count(EffectState.OPPOSITE) / 400 <= 0.05


def test_a_halving_is_found_with_the_power_that_was_asked_for() -> None:
    chance = np.random.default_rng(7)
    states = [_simulated(chance, 0.5) for _ in range(200)]
    assert states.count(EffectState.SHOWN) / 200 >= 0.8
    assert EffectState.OPPOSITE not in states
