from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar import Reason, conversation_window, workdays

FULL_TIME = "1111100"
LAST = date(2026, 3, 17)  # a Tuesday
LONG_BEFORE = date(2026, 1, 8)
patterns = st.text("01", min_size=7, max_size=7).filter(lambda text: "1" in text)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_the_target_is_a_week_before_and_the_latest_day_the_day_of_work_before():
    window = conversation_window(LAST, FULL_TIME, (), LONG_BEFORE)
    assert (window.earliest_on, window.target_on, window.latest_on) == (
        date(2026, 2, 24),
        date(2026, 3, 10),
        date(2026, 3, 16),
    )
    assert window.reasons == ()


def test_a_target_that_is_no_day_of_work_moves_to_the_nearest_earlier_one():
    window = conversation_window(LAST, FULL_TIME, {date(2026, 3, 10)}, LONG_BEFORE)
    assert window.target_on == date(2026, 3, 9)
    assert window.reasons == (Reason.TARGET_MOVED,)


def test_once_the_target_has_passed_the_soonest_day_of_work_is_best():
    window = conversation_window(LAST, FULL_TIME, (), date(2026, 3, 14))  # a Saturday
    assert window.target_on == window.earliest_on == window.latest_on == date(2026, 3, 16)
    assert window.reasons == (Reason.EARLIEST_IS_TODAY, Reason.TARGET_PASSED)


def test_on_the_day_before_the_last_one_there_is_just_room():
    assert conversation_window(LAST, FULL_TIME, (), date(2026, 3, 16)).latest_on == date(2026, 3, 16)


def test_on_the_last_day_worked_there_is_no_room_left():
    assert conversation_window(LAST, FULL_TIME, (), LAST) is None


def test_after_a_weekend_before_the_last_day_there_is_no_room_either():
    monday = date(2026, 3, 16)
    assert conversation_window(monday, FULL_TIME, (), date(2026, 3, 14)) is None


@given(days, patterns, st.frozensets(days, max_size=5), st.integers(-60, 60))
def test_a_window_holds_days_of_work_from_today_to_before_the_last_one(day, pattern, off, ahead):
    work = workdays(pattern, off)
    last, today = work.on_or_before(day), day - timedelta(days=ahead)
    window = conversation_window(last, pattern, off, today)
    if window is None:
        first = max(today, last - timedelta(21))
        between = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal())]
        assert not any(d in work for d in between)
        return
    assert today <= window.earliest_on <= window.target_on <= window.latest_on < last
    assert {window.earliest_on, window.target_on, window.latest_on} <= {
        d for n in range(window.earliest_on.toordinal(), last.toordinal()) if (d := date.fromordinal(n)) in work
    }
    assert window.target_on in window
    assert last not in window


@given(days, patterns)
def test_with_time_enough_the_target_is_one_to_two_weeks_before(day, pattern):
    last = workdays(pattern, ()).on_or_before(day)
    window = conversation_window(last, pattern, (), last - timedelta(days=100))
    assert timedelta(7) <= last - window.target_on < timedelta(14)
