from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar import workdays

patterns = st.text("01", min_size=7, max_size=7).filter(lambda text: "1" in text)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize("pattern", ["", "0000000", "11111", "11111002", "1111122", "maandag"])
def test_a_pattern_needs_seven_marks_and_one_day_of_work(pattern):
    with pytest.raises(ValueError, match="weekly pattern"):
        workdays(pattern, ())


def test_a_holiday_is_no_day_of_work():
    monday = date(2026, 4, 6)
    assert monday in workdays("1111100", ())
    assert monday not in workdays("1111100", {monday})


@given(patterns, days)
def test_the_nearest_day_of_work_is_never_more_than_a_week_away(pattern, day):
    work = workdays(pattern, ())
    before, after = work.on_or_before(day), work.on_or_after(day)
    assert before in work
    assert after in work
    assert before <= day <= after
    assert day - before < timedelta(7) > after - day


@given(patterns, days, st.integers(0, 30))
def test_going_back_passes_exactly_that_many_days_of_work(pattern, day, count):
    work = workdays(pattern, ())
    start, end = work.on_or_before(day), work.back(day, count)
    passed = [start - timedelta(i) for i in range((start - end).days) if start - timedelta(i) in work]
    assert len(passed) == count
