"""The farewell moment as an iCalendar file (RFC 5545): whose it is, when and where, and nothing else."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils.translation import gettext as _

from uitzicht.offboarding.farewell.models import Farewell


def calendar_file(farewell: Farewell, *, at: datetime) -> bytes:
    """For a planned moment; in UTC, so that it needs no time zone of its own. Nobody has to answer it."""
    assert farewell.starts_at is not None
    event = icalendar.Event()
    host = urlsplit(settings.UITZICHT.base_url).hostname or "uitzicht"
    event.add("uid", f"farewell-{farewell.departure_id}@{host}")
    event.add("sequence", farewell.sequence)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", farewell.starts_at.astimezone(UTC))
    event.add("dtend", (farewell.starts_at + timedelta(minutes=farewell.minutes)).astimezone(UTC))
    event.add("summary", _("Farewell of {name}").format(name=farewell.departure.person.name))
    event.add("location", farewell.place)
    event.add("status", "CONFIRMED")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Uitzicht//farewell//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
