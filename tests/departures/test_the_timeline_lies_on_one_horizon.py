from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from uitzicht.departures.timeline import LEFT, RIGHT, ROOM_FOR_A_MONTH, ROOM_FOR_A_NAME, draw

LAST = date(2026, 3, 17)


def drawn(**changes):
    usual = {
        "notified_on": date(2026, 1, 8),
        "last_day_worked_on": LAST,
        "ends_on": date(2026, 3, 22),
        "earliest_on": date(2026, 2, 24),
        "latest_on": date(2026, 3, 16),
        "talk_on": date(2026, 3, 10),
        "talk_needs_you": True,
    }
    return draw(**(usual | changes))


def test_what_happens_stands_in_the_order_of_time():
    assert [moment.code for moment in drawn().moments] == ["notice", "talk", "last_day", "end"]


def test_the_sun_stands_only_on_a_conversation_to_come():
    shapes = [[moment.shape for moment in drawn(talk_needs_you=needs).moments] for needs in (True, False)]
    assert shapes[0][1] == "sun"
    assert "sun" not in shapes[1]


def test_a_contract_that_ends_on_the_last_day_worked_is_one_moment():
    timeline = drawn(ends_on=LAST)
    assert [moment.code for moment in timeline.moments] == ["notice", "talk", "last_day"]
    assert timeline.off is None


def test_without_a_window_or_an_appointment_the_line_still_stands():
    timeline = drawn(earliest_on=None, latest_on=None, talk_on=None)
    assert timeline.window is None
    assert [moment.code for moment in timeline.moments] == ["notice", "last_day", "end"]


@given(st.integers(0, 200), st.integers(1, 21), st.integers(0, 60))
def test_everything_is_inside_the_drawing_and_no_names_touch(after, before, notice):
    timeline = drawn(
        ends_on=LAST + timedelta(days=after),
        talk_on=LAST - timedelta(days=before),
        notified_on=LAST - timedelta(days=notice),
    )
    assert all(0 <= moment.x <= RIGHT for moment in timeline.moments)
    assert all(LEFT <= tick.x <= RIGHT for tick in timeline.ticks)
    for row in range(3):
        named = [moment.x for moment in timeline.moments if moment.row == row]
        assert all(b - a >= ROOM_FOR_A_NAME for a, b in pairwise(named))


def test_names_of_months_never_lie_over_each_other():
    for end in (date(2026, 12, 24), date(2026, 7, 31), date(2026, 2, 27)):
        months = draw(
            notified_on=end - timedelta(days=30),
            last_day_worked_on=end,
            ends_on=end,
            earliest_on=None,
            latest_on=None,
            talk_on=None,
            talk_needs_you=False,
        ).months
        assert months
        assert all(after.x - before.x >= ROOM_FOR_A_MONTH for before, after in pairwise(months))
