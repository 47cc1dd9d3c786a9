from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar import last_day_worked, workdays

weeks = st.text("01", min_size=7, max_size=7)
patterns = st.lists(weeks, min_size=1, max_size=4).map("/".join).filter(lambda text: "1" in text)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
LONG_THEN_SHORT = "1111100/1110000"


@pytest.mark.parametrize(
    "pattern", ["1111100/", "/1111100", "1111100/111", "0000000/0000000", "/".join(5 * ["1111100"])]
)
def test_two_to_four_whole_weeks_take_turns(pattern):
    with pytest.raises(ValueError, match="weekly pattern"):
        workdays(pattern, ())


def test_the_turn_does_not_stumble_over_a_year_of_53_weeks():
    """2026 has a week 53, and week 1 of 2027 is odd as well."""
    work = workdays("1000000/0100000", ())
    mondays = [date(2026, 12, 7) + timedelta(weeks=n) for n in range(6)]
    worked = [monday in work for monday in mondays]
    assert worked in ([True, False] * 3, [False, True] * 3)


def test_a_week_off_costs_no_leave():
    """Ten days of work in the long week and the short one together: leave passes over the free days."""
    work = workdays(LONG_THEN_SHORT, ())
    ends_on = date(2026, 12, 31)
    last = last_day_worked(ends_on, 4, 0, LONG_THEN_SHORT, ())
    between = [last + timedelta(days=n) for n in range(1, (ends_on - last).days + 1)]
    assert sum(day in work for day in between) == 4


@given(patterns, days)
def test_after_its_round_a_pattern_begins_again(pattern, day):
    work, round_ = workdays(pattern, ()), timedelta(weeks=pattern.count("/") + 1)
    assert (day in work) == (day + round_ in work)


@given(patterns, days, st.integers(0, 20))
def test_ahead_and_back_undo_each_other_on_days_of_work(pattern, day, count):
    work = workdays(pattern, ())
    start = work.on_or_after(day)
    assert work.back(work.ahead(start, count), count) == start
