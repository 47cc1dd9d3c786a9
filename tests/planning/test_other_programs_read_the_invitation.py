"""By parsers that share nothing with the one that wrote it: vobject, and dateutil for the time zone."""

import io
from datetime import UTC, datetime

import pytest
import vobject
from dateutil.tz import tzical
from django.core import mail

from tests.cast import NOW
from tests.departures.cases import BRUSSELS, BY, register, schedule
from uitzicht.planning.services import cancel_appointment, send_invitation


def calendars():
    return [next(a.content for a in message.alternatives if "calendar" in a.mimetype) for message in mail.outbox]


@pytest.mark.parametrize(("day", "utc_hour"), [(19, 13), (20, 13)])
def test_the_hour_is_the_same_everywhere(cast, day, utc_hour):
    start = datetime(2026, 3, day, 14, tzinfo=BRUSSELS)
    send_invitation(schedule(register(cast.leaver), cast, starts_at=start), by=BY, at=NOW)
    for text in calendars():
        event = vobject.readOne(text).vevent
        assert event.dtstart.value.astimezone(UTC) == datetime(2026, 3, day, utc_hour, tzinfo=UTC)
        assert event.dtend.value > event.dtstart.value
        zone = tzical(io.StringIO(text.replace("\r\n", "\n"))).get("Europe/Brussels")
        assert start.replace(tzinfo=zone).astimezone(UTC) == start.astimezone(UTC)


def test_what_stands_and_what_is_called_off(cast):
    appointment = schedule(register(cast.leaver), cast)
    send_invitation(appointment, by=BY, at=NOW)
    cancel_appointment(appointment, by=BY, at=NOW)
    read = [vobject.readOne(text) for text in calendars()]
    assert [one.method.value for one in read] == ["REQUEST", "REQUEST", "CANCEL", "CANCEL"]
    assert [one.vevent.sequence.value for one in read] == ["0", "0", "1", "1"]
    assert {one.vevent.uid.value for one in read} == {read[0].vevent.uid.value}
    assert {one.vevent.__getattr__("class").value for one in read} == {"PRIVATE"}


def test_replies_go_to_an_address_and_not_to_a_name(cast, settings):
    settings.DEFAULT_FROM_EMAIL = "Uitzicht <uitzicht@havenlicht.example>"
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    for text in calendars():
        assert vobject.readOne(text).vevent.organizer.value == "mailto:uitzicht@havenlicht.example"
