import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.planning.calendars import BRUSSELS, at, event, ics
from uitzicht.planning.busy import busy_in, merged

FIRST, LAST = at(1, 0), at(1, 0, month=5)
OURS = re.compile(r"[0-9a-f-]{36}@exit\.example")


def busy(*events, first=FIRST, last=LAST):
    return busy_in(ics(*events), first=first, last=last, zone=BRUSSELS, own=OURS)


def test_a_meeting_takes_its_hour_whatever_zone_it_is_written_in():
    assert busy(event(DTSTART="20260317T090000Z", DTEND="20260317T100000Z")) == [(at(17, 10), at(17, 11))]
    local = event(
        **{"DTSTART;TZID=America/New_York": "20260317T090000", "DTEND;TZID=America/New_York": "20260317T100000"}
    )
    assert busy(local) == [(at(17, 14), at(17, 15))]


def test_a_time_without_a_zone_is_that_of_the_house():
    assert busy(event(DTSTART="20260317T090000", DURATION="PT90M")) == [(at(17, 9), at(17, 10, 30))]


def test_a_weekly_meeting_keeps_its_hour_when_the_clock_changes():
    weekly = event(
        **{
            "DTSTART;TZID=Europe/Brussels": "20260324T090000",
            "DTEND;TZID=Europe/Brussels": "20260324T100000",
            "RRULE": "FREQ=WEEKLY;COUNT=2",
        }
    )
    assert busy(weekly) == [(at(24, 9), at(24, 10)), (at(31, 9), at(31, 10))]  # the clock changes on 29 March
    assert busy(weekly)[1][0] - busy(weekly)[0][0] == timedelta(days=7) - timedelta(hours=1)


def test_a_series_that_began_long_ago_with_an_exception_and_a_moved_one():
    series = event(
        "series",
        **{
            "DTSTART;TZID=Europe/Brussels": "20240102T140000",
            "DTEND;TZID=Europe/Brussels": "20240102T150000",
            "RRULE": "FREQ=WEEKLY;BYDAY=TU",
            "EXDATE;TZID=Europe/Brussels": "20260317T140000",
        },
    )
    moved = event(
        "series",
        **{
            "RECURRENCE-ID;TZID=Europe/Brussels": "20260310T140000",
            "DTSTART;TZID=Europe/Brussels": "20260311T080000",
            "DTEND;TZID=Europe/Brussels": "20260311T093000",
        },
    )
    found = busy(series, moved, first=at(9, 0), last=at(28, 0))
    assert found == [(at(11, 8), at(11, 9, 30)), (at(24, 14), at(24, 15))]


def test_a_whole_day_is_a_day_of_the_house():
    assert busy(event(**{"DTSTART;VALUE=DATE": "20260317", "DTEND;VALUE=DATE": "20260318"})) == [(at(17, 0), at(18, 0))]


@pytest.mark.parametrize(
    "free", [{"TRANSP": "TRANSPARENT"}, {"STATUS": "CANCELLED"}, {"X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}]
)
def test_what_is_free_or_cancelled_takes_no_time(free):
    assert busy(event(DTSTART="20260317T090000Z", DTEND="20260317T100000Z", **free)) == []


def test_our_own_appointment_does_not_stand_in_its_own_way():
    own = "0" * 8 + "-0000-0000-0000-" + "0" * 12 + "@exit.example"
    assert busy(event(own, DTSTART="20260317T090000Z", DTEND="20260317T100000Z")) == []


def test_free_and_busy_as_servers_tell_it():
    told = "\r\n".join(
        [
            "BEGIN:VFREEBUSY",
            "UID:1",
            "DTSTAMP:20260301T000000Z",
            "FREEBUSY:20260317T080000Z/20260317T090000Z,20260318T080000Z/PT2H",
            "FREEBUSY;FBTYPE=FREE:20260319T080000Z/PT2H",
            "END:VFREEBUSY",
        ]
    )
    assert busy(told) == [(at(17, 9), at(17, 10)), (at(18, 9), at(18, 11))]


def test_what_reaches_over_the_edge_is_cut():
    long = event(DTSTART="20260228T000000Z", DTEND="20260302T000000Z")
    assert busy(long) == [(FIRST, datetime(2026, 3, 2, tzinfo=UTC))]


def test_an_event_of_every_second_is_left_out():
    assert busy(event(DTSTART="20260317T090000Z", DTEND="20260317T100000Z", RRULE="FREQ=SECONDLY")) == []


@pytest.mark.parametrize("text", ["", "<html>sign in</html>", "BEGIN:VCALENDAR"])
def test_text_that_is_no_calendar_is_refused(text):
    with pytest.raises(ValueError):
        busy_in(text, first=FIRST, last=LAST, zone=BRUSSELS, own=OURS)


def test_times_that_touch_become_one():
    assert merged([(at(17, 10), at(17, 11)), (at(17, 9), at(17, 10)), (at(17, 9), at(17, 9))]) == [
        (at(17, 9), at(17, 11))
    ]
