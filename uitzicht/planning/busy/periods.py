"""From the text of a calendar to the hours that it takes: repetitions, time zones, whole days, cancelled and free events.

Recurrence (RFC 5545, 3.3.10) is computed by ``recurring_ical_events``; nothing but begin and end leaves this file."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

Period = tuple[datetime, datetime]
"""[begin, end), instants in UTC."""

TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY"})
"""No meeting repeats like that; computing it could take for ever."""


def busy_in(
    text: bytes | str, *, first: datetime, last: datetime, zone: ZoneInfo, own: re.Pattern[str]
) -> list[Period]:
    """What is busy in [first, last). ``zone``: for whole days and times without a zone. ``own``: the UIDs of our own
    appointments, which are known better than from a copy. Raises ValueError on text that is no calendar."""
    found: list[Period] = []
    for calendar in _calendars(text):
        found += _of_events(calendar, first, last, zone, own)
        found += _of_free_busy(calendar, zone)
    return merged((max(begin, first), min(end, last)) for begin, end in found if begin < last and end > first)


def merged(periods: Iterable[Period]) -> list[Period]:
    """The same time in as few periods as possible, in order; empty ones fall away."""
    found: list[Period] = []
    for begin, end in sorted(period for period in periods if period[0] < period[1]):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found


def _calendars(text: bytes | str) -> list[icalendar.Calendar]:
    found = [one for one in icalendar.Calendar.from_ical(text, multiple=True) if one.name == "VCALENDAR"]
    if not found:
        raise ValueError("no calendar")
    return found


def _of_events(
    calendar: icalendar.Calendar, first: datetime, last: datetime, zone: ZoneInfo, own: re.Pattern[str]
) -> Iterator[Period]:
    calendar.subcomponents = [one for one in calendar.subcomponents if not _never_counts(one, own)]
    for event in recurring_ical_events.of(calendar, skip_bad_series=True).between(first, last):
        if _takes_time(event):
            yield _instant(event.start, zone), _instant(event.end, zone)


def _of_free_busy(calendar: icalendar.Calendar, zone: ZoneInfo) -> Iterator[Period]:
    """VFREEBUSY (RFC 5545, 3.6.4): what a server tells that shows no events."""
    for component in calendar.walk("VFREEBUSY"):
        entries = component.get("FREEBUSY", [])
        for entry in entries if isinstance(entries, list) else [entries]:
            if entry.params.get("FBTYPE", "BUSY") != "FREE":
                yield _instant(entry.start, zone), _instant(entry.end, zone)


def _never_counts(component: Any, own: re.Pattern[str]) -> bool:
    if component.name != "VEVENT":
        return False
    rules = component.get("RRULE", [])
    often = {str(part) for rule in (rules if isinstance(rules, list) else [rules]) for part in rule.get("FREQ", [])}
    return bool(own.fullmatch(str(component.get("UID", "")))) or bool(often & TOO_OFTEN)


def _takes_time(event: Any) -> bool:
    """Not what is cancelled or shown as free (the second also as Outlook says it)."""
    free = str(event.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT"
    outlook = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE"
    return not free and not outlook and str(event.get("STATUS", "")).upper() != "CANCELLED"


def _instant(value: date | datetime, zone: ZoneInfo) -> datetime:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time.min)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
