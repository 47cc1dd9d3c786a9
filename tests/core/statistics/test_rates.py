"""The interval of a rate is the exact Poisson interval."""

from datetime import date

import pytest

from uitzicht.core.statistics.rates import decomposed, person_years, poisson_rate, rate_ratio, stability


@pytest.mark.parametrize(
    ("events", "low", "high"),  # the ends for counts as printed in tables of Garwood's interval
    [
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.242, 7.225),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
    ],
)
def test_the_ends_are_those_of_published_tables(events: int, low: float, high: float) -> None:
    found = poisson_rate(events, 1)
    assert found.low == pytest.approx(low, abs=6e-4)
    assert found.high == pytest.approx(high, abs=6e-4)


def test_86_leavers_of_484_give_the_interval_of_the_design() -> None:
    found = poisson_rate(86, 484)
    assert (round(100 * found.low, 1), round(100 * found.high, 1)) == (14.2, 21.9)


@pytest.mark.parametrize(("events", "exposure"), [(-1, 10), (1, 0)])
def test_what_cannot_be_a_rate_is_refused(events: int, exposure: float) -> None:
    with pytest.raises(ValueError):
        poisson_rate(events, exposure)


def test_the_parts_of_turnover_add_up_to_the_published_whole() -> None:
    # Securex (2024): 10.78 voluntary, 5.64 involuntary and 1.34 pension or death of 100 employees make 17.76.
    parts = decomposed({"voluntary": 1078, "involuntary": 564, "other": 134}, 10_000)
    assert [round(100 * part.value, 2) for part in parts.values()] == [10.78, 5.64, 1.34]
    assert round(100 * sum(part.value for part in parts.values()), 2) == 17.76


def test_person_years_count_the_days_inside_the_period_only() -> None:
    stays = [
        (date(2020, 1, 1), None),  # all of 2025
        (date(2025, 7, 1), date(2025, 7, 31)),  # 30 days of it
        (date(2024, 1, 1), date(2025, 1, 1)),  # gone before it began
        (date(2026, 1, 1), None),  # came after it
    ]
    assert person_years(stays, date(2025, 1, 1), date(2026, 1, 1)) == pytest.approx((365 + 30) / 365.25)


def test_stability_tells_how_many_of_a_year_ago_are_still_here() -> None:
    value, interval = stability(170, 200)
    assert value == 0.85
    assert interval.low < 0.85 < interval.high


def test_a_ratio_of_rates_gives_the_exact_interval() -> None:
    # Breast cancer after fluoroscopy, Boice and Monson (1977), as in Rothman: 41 in 28,010 and 15 in 19,017 person-years.
    found = rate_ratio(41, 28_010, 15, 19_017)
    assert found.value == pytest.approx(1.86, abs=5e-3)
    assert (round(found.interval.low, 1), round(found.interval.high, 1)) == (1.0, 3.6)


def test_swapping_the_groups_turns_the_ratio_over() -> None:
    one, other = rate_ratio(9, 100, 20, 150), rate_ratio(20, 150, 9, 100)
    assert one.value
    assert other.value
    assert one.value * other.value == pytest.approx(1)
    assert one.interval.low * other.interval.high == pytest.approx(1)
    assert one.p == pytest.approx(other.p)


def test_a_group_in_which_nobody_left_has_an_interval_without_a_top() -> None:
    found = rate_ratio(6, 100, 0, 100)
    assert found.value is None
    assert found.interval.high == float("inf")
    assert found.interval.low > 0


@pytest.mark.parametrize(("events", "exposure", "others"), [(0, 10, 0), (1, 0, 1), (-1, 10, 3)])
def test_a_ratio_about_nobody_is_refused(events: int, exposure: float, others: int) -> None:
    with pytest.raises(ValueError, match="ratio"):
        rate_ratio(events, exposure, others, 10)
