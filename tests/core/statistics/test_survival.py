"""Survival curves, log-rank and life tables give the published values, with and without delayed entry."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uitzicht.core.statistics.survival import (
    Spells,
    cumulative_incidence,
    kaplan_meier,
    life_table,
    log_rank,
    nelson_aalen,
    spells,
)

# Freireich and others (1963): weeks of remission; 1 is relapse.
SIX_MP = spells(
    [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
)
PLACEBO = spells([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], [1] * 21)
# Miller (1981), acute myelogenous leukemia: maintained and not.
MAINTAINED = spells([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0])
NOT_MAINTAINED = spells([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1])


@pytest.mark.parametrize(("week", "share"), [(5, 1.0), (6, 0.857), (10, 0.753), (22, 0.538), (23, 0.448), (35, 0.448)])
def test_kaplan_meier_gives_the_published_curve_of_freireich(week: int, share: float) -> None:
    assert kaplan_meier(SIX_MP).at(week) == pytest.approx(share, abs=5e-4)


def test_greenwoods_interval_on_the_log_log_scale_is_that_of_the_textbooks() -> None:
    found = kaplan_meier(SIX_MP).interval_at(23)
    assert (round(found.low, 3), round(found.high, 3)) == (0.188, 0.680)


def test_the_median_is_23_weeks_and_8_weeks() -> None:
    assert kaplan_meier(SIX_MP).first_below(0.5) == 23
    assert kaplan_meier(PLACEBO).first_below(0.5) == 8


def test_a_median_that_was_not_reached_is_not_given() -> None:
    assert kaplan_meier(SIX_MP).first_below(0.1) is None


def test_nelson_aalen_adds_up_leavers_over_those_at_risk() -> None:
    found = nelson_aalen(SIX_MP)
    assert found.at(7) == pytest.approx(3 / 21 + 1 / 17)
    assert (found.low < found.value).all()
    assert (found.value < found.high).all()


@pytest.mark.parametrize(("groups", "statistic"), [((SIX_MP, PLACEBO), 16.793), ((MAINTAINED, NOT_MAINTAINED), 3.396)])
def test_log_rank_gives_the_published_statistic(groups: tuple[Spells, Spells], statistic: float) -> None:
    found = log_rank(groups)
    assert found.chi2 == pytest.approx(statistic, abs=5e-4)
    assert found.df == 1
    assert sum(found.observed) == pytest.approx(sum(found.expected))


def test_who_is_hired_long_before_observation_is_at_risk_from_then_on_only() -> None:
    observed = spells([3, 5, 8], [1, 1, 1], entry=[0, 4, 4])
    curve = kaplan_meier(observed)
    assert curve.at_risk.tolist() == [1, 2, 1]
    assert curve.value.tolist() == [0, 0, 0]  # the one person at risk early on left: the trap that the docstring names


def test_one_cause_alone_is_one_minus_kaplan_meier_with_greenwoods_variance() -> None:
    curve, alone = kaplan_meier(SIX_MP), cumulative_incidence(SIX_MP, ["any"] * len(SIX_MP))["any"]
    assert alone.value == pytest.approx(1 - curve.value)
    n, d = curve.at_risk, curve.leavers
    error = curve.value * np.sqrt(np.cumsum(d / (n * (n - d))))
    share = alone.value
    expected = share ** np.exp(1.959964 * error / np.abs(share * np.log(share)))
    assert alone.low == pytest.approx(expected, rel=1e-5)


def test_causes_and_those_who_stay_add_up_to_everybody() -> None:
    cause = ["career", "family", "career"] * 7
    parts = cumulative_incidence(PLACEBO, cause)
    for week in (1, 4, 8, 15, 23):
        assert sum(part.at(week) for part in parts.values()) + kaplan_meier(PLACEBO).at(week) == pytest.approx(1)


def test_a_life_table_gives_the_example_of_cutler_and_ederer() -> None:
    rows = [(126, 47, 19), (60, 5, 17), (38, 2, 15), (21, 2, 9), (10, 0, 6)]
    survival = [row.survival for row in life_table(rows)]
    assert survival == pytest.approx([0.60, 0.54, 0.50, 0.44, 0.44], abs=5e-3)


@pytest.mark.parametrize("row", [(10, -1, 0), (10, 8, 3)])
def test_an_interval_that_loses_more_than_it_has_is_refused(row: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="interval"):
        life_table([row])


@pytest.mark.parametrize(("entry", "exit"), [([5.0], [5.0]), ([-1.0], [2.0]), ([0.0], [float("nan")])])
def test_a_spell_that_cannot_be_is_refused(entry: list[float], exit: list[float]) -> None:
    with pytest.raises(ValueError, match="spell"):
        spells(exit, [1], entry)


def test_a_log_rank_test_without_anybody_who_left_is_refused() -> None:
    with pytest.raises(ValueError, match="log-rank"):
        log_rank([spells([1, 2], [0, 0]), spells([3], [0])])


observations = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20), st.booleans()), min_size=1, max_size=40)


@settings(deadline=None)
@given(observations, st.randoms())
def test_survival_falls_from_1_never_below_0_whatever_the_order(
    rows: list[tuple[int, int, bool]], chance: object
) -> None:
    def curve(people: list[tuple[int, int, bool]]) -> np.ndarray:
        entry, stay, left = zip(*people, strict=True)
        return kaplan_meier(spells(np.array(entry) + np.array(stay), left, entry)).value

    value = curve(rows)
    assert ((value >= 0) & (value <= 1)).all()
    assert (np.diff(value) <= 0).all()
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert curve(shuffled) == pytest.approx(value)
