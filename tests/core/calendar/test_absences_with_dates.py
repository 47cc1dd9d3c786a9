from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar import (
    Absence,
    AbsenceKind,
    Reason,
    conversation_window,
    days_absent,
    last_day_worked,
    workdays,
)

FULL_TIME = "1111100"
ENDS = date(2026, 3, 31)  # a Tuesday
LONG_BEFORE = date(2026, 1, 8)
patterns = st.lists(st.text("01", min_size=7, max_size=7), min_size=1, max_size=3).map("/".join)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
absences = st.builds(
    lambda kind, start, length: Absence(kind, start, start + timedelta(days=length)),
    st.sampled_from(AbsenceKind),
    days,
    st.integers(0, 90),
)


def absent(kind, first_on, last_on):
    return Absence(AbsenceKind(kind), first_on, last_on)


def test_an_absence_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="before it begins"):
        absent("leave", ENDS, ENDS - timedelta(days=1))


def test_leave_with_dates_until_the_end_makes_the_last_day_earlier():
    leave = absent("leave", date(2026, 3, 25), ENDS)
    assert last_day_worked(ENDS, 0, 0, FULL_TIME, (), [leave]) == date(2026, 3, 24)
    assert last_day_worked(ENDS, 2, 0, FULL_TIME, (), [leave]) == date(2026, 3, 20)


def test_leave_in_between_leaves_the_last_day_alone():
    leave = absent("leave", date(2026, 3, 16), date(2026, 3, 20))
    assert last_day_worked(ENDS, 0, 0, FULL_TIME, (), [leave]) == ENDS


def test_released_from_work_today_there_is_no_day_left():
    today = date(2026, 3, 10)
    exempt = absent("exempt", today + timedelta(days=1), ENDS)
    last = last_day_worked(ENDS, 0, 0, FULL_TIME, (), [exempt])
    assert last == today
    assert conversation_window(last, FULL_TIME, (), today, [exempt]) is None


def test_who_is_ill_until_the_end_worked_last_before_it():
    ill = absent("suspended", date(2025, 6, 2), ENDS)
    assert last_day_worked(ENDS, 0, 0, FULL_TIME, (), [ill]) == date(2025, 5, 30)


def test_leave_in_the_week_of_the_target_moves_it_before_the_leave_and_warns():
    leave = absent("leave", date(2026, 3, 19), date(2026, 3, 27))
    window = conversation_window(ENDS, FULL_TIME, (), LONG_BEFORE, [leave])
    assert window.target_on == date(2026, 3, 18)
    assert window.latest_on == date(2026, 3, 30)
    assert window.reasons == (Reason.TARGET_MOVED, Reason.AWAY_BEFORE_THE_END)


def test_who_retires_in_eight_months_has_the_usual_window_at_the_end():
    window = conversation_window(ENDS, FULL_TIME, (), ENDS - timedelta(days=240))
    assert (window.earliest_on, window.target_on, window.reasons) == (ENDS - timedelta(21), ENDS - timedelta(7), ())


@given(
    days,
    patterns.filter(lambda text: "1" in text),
    st.frozensets(days, max_size=5),
    st.lists(absences, max_size=4),
    st.integers(0, 25),
    st.integers(0, 25),
    st.integers(-30, 300),
)
def test_the_target_is_a_day_of_work_from_today_on_and_before_the_last_one(
    ends_on, pattern, off, away, leave, recup, ahead
):
    today = ends_on - timedelta(days=ahead)
    last = last_day_worked(ends_on, leave, recup, pattern, off, away)
    work = workdays(pattern, off)
    assert last in work
    assert last not in days_absent(away)
    window = conversation_window(last, pattern, off, today, away)
    if window is None:
        return
    assert today <= window.earliest_on <= window.target_on <= window.latest_on < last
    for day in (window.earliest_on, window.target_on, window.latest_on):
        assert day in work
        assert day not in days_absent(away)
