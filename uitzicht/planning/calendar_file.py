"""The appointment as an iCalendar file (RFC 5545, RFC 5546): neutral words, because calendars are looked into."""

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings

from uitzicht.planning.models import Appointment
from uitzicht.planning.time_zone import time_zone

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
PRODUCT = "-//Uitzicht//planning//"


def calendar_file(
    appointment: Appointment,
    *,
    method: str | None,
    summary: str,
    description: str,
    attendees: Iterable[tuple[str, str]],
    at: datetime,
) -> bytes:
    """``method``: REQUEST, CANCEL or PUBLISH, or None for what is kept in a calendar; ``attendees``: (name, address), none
    for what nobody has to answer. Times carry the time zone of the installation."""
    event = event_of(appointment, summary=summary, description=description, at=at)
    event["STATUS"] = icalendar.vText("CANCELLED" if method == CANCEL else "CONFIRMED")
    for name, address in attendees:
        event.add("attendee", _attendee(name, address))
    if "ATTENDEE" in event:
        event.add("organizer", _address(settings.UITZICHT.organisation, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    calendar.add_component(time_zone(settings.TIME_ZONE, around=appointment.starts_at))
    calendar.add_component(event)
    return calendar.to_ical()


def event_of(appointment: Appointment, *, summary: str, description: str, at: datetime) -> icalendar.Event:
    """The event alone, without anybody who has to answer."""
    event = icalendar.Event()
    event.add("uid", uid_of(appointment.pk))
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", _local(appointment.starts_at))
    event.add("dtend", _local(appointment.ends_at))
    event.add("summary", summary)
    event.add("description", description)
    event.add("location", appointment.place)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add("status", "CONFIRMED")
    return event


def uid_of(appointment: UUID) -> str:
    """One for the whole life of an appointment, in every calendar."""
    return f"{appointment}@{_host()}"


def own_uids() -> re.Pattern[str]:
    """Matches every UID of ours; its first group is the key of the appointment."""
    return re.compile(rf"([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})@{re.escape(_host())}")


def _host() -> str:
    return urlsplit(settings.UITZICHT.base_url).hostname or "uitzicht"


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
