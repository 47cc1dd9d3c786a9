from datetime import date

import pytest
from django.core.cache import cache

from tests.planning.calendars import at, diary_of, event, ics, publishing
from tests.planning.radicale import PASSWORD, USER, running
from uitzicht.planning import busy
from uitzicht.planning.access import Access
from uitzicht.planning.busy import Trouble, busy_times

MARCH = {"first": date(2026, 3, 10), "last": date(2026, 3, 20)}
MEETING = ics(event(DTSTART="20260317T090000Z", DTEND="20260317T100000Z"))
TAKEN = ((at(17, 10), at(17, 11)),)


@pytest.fixture(scope="module")
def radicale(tmp_path_factory):
    with running(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def publisher():
    with publishing() as found:
        found.text = MEETING
        yield found


def read(diary):
    return busy_times([diary], **MARCH)[diary.pk]


def test_of_a_caldav_server_with_a_series(cast, radicale):
    address = radicale.calendar("reading")
    series = event(
        "series",
        **{
            "DTSTART;TZID=Europe/Brussels": "20240102T140000",
            "DTEND;TZID=Europe/Brussels": "20240102T150000",
            "RRULE": "FREQ=WEEKLY;BYDAY=TU",
        },
    )
    radicale.put(address, "one", MEETING)
    radicale.put(address, "series", ics(series))
    found = read(diary_of(cast.interviewer, Access("caldav", address, USER, PASSWORD)))
    assert found.trouble is None
    assert set(TAKEN) < set(found.periods)
    assert (at(24, 14), at(24, 15)) in found.periods
    assert len(found.periods) == 6  # five Tuesdays of March, and the meeting


def test_a_wrong_password_is_told_as_such(cast, radicale):
    address = radicale.calendar("closed")
    assert read(diary_of(cast.interviewer, Access("caldav", address, USER, "anders"))).trouble == Trouble.REFUSED


def test_of_a_published_file_behind_a_password(cast, publisher):
    diary = diary_of(cast.interviewer, Access("ics", publisher.address, "bram", "sesam"))
    assert read(diary).periods == TAKEN
    assert publisher.authorization.startswith("Basic ")


def test_it_is_asked_once_in_ten_minutes(cast, publisher):
    diary = diary_of(cast.interviewer, Access("ics", publisher.address))
    assert read(diary) == read(diary)
    assert publisher.asked == 1


def test_nothing_but_begin_and_end_is_kept(cast, publisher, monkeypatch):
    kept = []
    monkeypatch.setattr(cache, "set", lambda key, value, timeout: kept.append((key, value)))
    read(diary_of(cast.interviewer, Access("ics", publisher.address)))
    assert "Tandarts" not in repr(kept)
    assert publisher.address not in repr(kept)


def test_another_password_asks_again(cast, publisher):
    diary = diary_of(cast.interviewer, Access("ics", publisher.address))
    read(diary)
    diary.delete()
    read(diary_of(cast.interviewer, Access("ics", publisher.address, "bram", "sesam")))
    assert publisher.asked == 2


@pytest.mark.parametrize(
    ("status", "text", "trouble"),
    [
        (401, "", Trouble.REFUSED),
        (403, "", Trouble.REFUSED),
        (404, "", Trouble.UNREADABLE),
        (500, "", Trouble.SILENT),
        (302, "", Trouble.UNREADABLE),
        (200, "<html>sign in</html>", Trouble.UNREADABLE),
        (200, ics("BEGIN:VEVENT", "UID:1", "DTSTART:gisteren", "END:VEVENT"), None),
    ],
)
def test_what_a_server_does_wrong_is_told_and_not_raised(cast, publisher, status, text, trouble):
    publisher.status, publisher.text = status, text
    publisher.headers = {"Location": "http://127.0.0.1:1/"} if status == 302 else {}
    found = read(diary_of(cast.interviewer, Access("ics", publisher.address)))
    assert (found.trouble, found.periods) == (trouble, ())


@pytest.mark.parametrize("kind", ["ics", "caldav"])
def test_a_server_that_is_not_there_is_silent(cast, kind):
    found = read(diary_of(cast.interviewer, Access(kind, "http://127.0.0.1:9/x")))
    assert found.trouble == Trouble.SILENT


def test_a_caldav_address_that_is_no_calendar_is_told(cast, publisher):
    publisher.text = "<html>"
    assert read(diary_of(cast.interviewer, Access("caldav", publisher.address))).trouble is not None


@pytest.mark.parametrize("host", ["169.254.169.254", "[fe80::1]", "0.0.0.0", "224.0.0.1"])
def test_the_machines_own_link_is_never_called(cast, monkeypatch, host):
    def called(*arguments, **values):
        raise AssertionError("called")

    monkeypatch.setattr(busy.feed.requests, "get", called)
    assert read(diary_of(cast.interviewer, Access("ics", f"http://{host}/latest"))).trouble == Trouble.SILENT


def test_without_a_calendar_there_is_nothing_to_ask(cast):
    assert busy_times([diary_of(cast.interviewer)], **MARCH) == {}


def test_a_file_without_end_is_given_up(cast, publisher, monkeypatch):
    monkeypatch.setattr(busy.feed, "MOST_BYTES", 100)
    assert read(diary_of(cast.interviewer, Access("ics", publisher.address))).trouble == Trouble.UNREADABLE
