"""The appointment as an iCalendar file (RFC 5545, RFC 5546): neutral words, because calendars are looked into."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings

from uitzicht.planning.models import Appointment
from uitzicht.planning.time_zone import time_zone

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def calendar_file(
    appointment: Appointment,
    *,
    method: str,
    summary: str,
    description: str,
    attendees: Iterable[tuple[str, str]],
    at: datetime,
) -> bytes:
    """``method``: REQUEST, CANCEL or PUBLISH; ``attendees``: (name, address). Times carry the time zone of the installation."""
    event = icalendar.Event()
    event.add("uid", f"{appointment.pk}@{urlsplit(settings.UITZICHT.base_url).hostname}")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", _local(appointment.starts_at))
    event.add("dtend", _local(appointment.ends_at))
    event.add("summary", summary)
    event.add("description", description)
    event.add("location", appointment.place)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    event.add("organizer", _address(settings.UITZICHT.organisation, settings.DEFAULT_FROM_EMAIL))
    for name, address in attendees:
        event.add("attendee", _attendee(name, address))
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Uitzicht//planning//")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(time_zone(settings.TIME_ZONE, around=appointment.starts_at))
    calendar.add_component(event)
    return calendar.to_ical()


def _local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE))


def _address(name: str, address: str) -> icalendar.vCalAddress:
    found = icalendar.vCalAddress(f"mailto:{address}")
    found.params["CN"] = icalendar.vText(name)
    return found


def _attendee(name: str, address: str) -> icalendar.vCalAddress:
    found = _address(name, address)
    found.params["ROLE"] = icalendar.vText("REQ-PARTICIPANT")
    found.params["PARTSTAT"] = icalendar.vText("NEEDS-ACTION")
    found.params["RSVP"] = icalendar.vText("TRUE")
    return found
