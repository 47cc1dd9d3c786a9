from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar import last_day_worked, workdays

FULL_TIME = "1111100"
patterns = st.text("01", min_size=7, max_size=7).filter(lambda text: "1" in text)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
a_few = st.integers(0, 25)


@pytest.mark.parametrize(
    ("ends_on", "leave", "recup", "pattern", "expected"),
    [
        (date(2026, 3, 20), 0, 0, FULL_TIME, date(2026, 3, 20)),  # a Friday
        (date(2026, 3, 22), 0, 0, FULL_TIME, date(2026, 3, 20)),  # a Sunday: the Friday before
        (date(2026, 3, 22), 3, 0, FULL_TIME, date(2026, 3, 17)),  # three days of leave, Wednesday to Friday
        (date(2026, 3, 22), 2, 1, FULL_TIME, date(2026, 3, 17)),  # leave and recup weigh the same
        (date(2026, 3, 22), 3, 0, "1110000", date(2026, 3, 11)),  # works Monday to Wednesday
        (date(2026, 3, 20), 0, 0, "0000011", date(2026, 3, 15)),  # works at the weekend
    ],
)
def test_leave_and_recup_are_taken_at_the_very_end(ends_on, leave, recup, pattern, expected):
    assert last_day_worked(ends_on, leave, recup, pattern, ()) == expected


def test_a_holiday_costs_no_day_of_leave():
    easter_monday = date(2026, 4, 6)
    assert last_day_worked(date(2026, 4, 7), 1, 0, FULL_TIME, ()) == easter_monday
    assert last_day_worked(date(2026, 4, 7), 1, 0, FULL_TIME, {easter_monday}) == date(2026, 4, 3)


@pytest.mark.parametrize(("leave", "recup"), [(-1, 0), (0, -1)])
def test_days_off_are_never_negative(leave, recup):
    with pytest.raises(ValueError):
        last_day_worked(date(2026, 3, 20), leave, recup, FULL_TIME, ())


@given(days, a_few, a_few, patterns, st.frozensets(days, max_size=5))
def test_it_is_a_day_of_work_with_exactly_the_days_off_between_it_and_the_end(ends_on, leave, recup, pattern, off):
    work = workdays(pattern, off)
    last = last_day_worked(ends_on, leave, recup, pattern, off)
    assert last in work
    assert last <= ends_on
    after = [date.fromordinal(n) for n in range(last.toordinal() + 1, ends_on.toordinal() + 1)]
    assert sum(day in work for day in after) == leave + recup


@given(days, a_few, a_few, patterns)
def test_another_day_of_leave_makes_it_earlier(ends_on, leave, recup, pattern):
    assert last_day_worked(ends_on, leave + 1, recup, pattern, ()) < last_day_worked(ends_on, leave, recup, pattern, ())
