"""Reading the reply that a calendar sends (iTIP, RFC 5546): an .ics file, or the whole mail that carries it."""

import email
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email import policy
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.planning.calendar_file import own_uids

MOST_BYTES = 2**20
COUNTER = "COUNTER"
ANSWERS = frozenset({"ACCEPTED", "DECLINED", "TENTATIVE", COUNTER})


@dataclass(frozen=True, slots=True)
class Reply:
    """``answer``: one of ``ANSWERS``; ``starts_at``: the moment that a COUNTER proposes, else None."""

    appointment: UUID
    sequence: int
    attendee: str
    answer: str
    starts_at: datetime | None = None


def read_reply(raw: bytes) -> Reply:
    """Refuses what is no reply to an invitation of ours."""
    if len(raw) > MOST_BYTES:
        raise _no_reply()
    try:
        calendar = icalendar.Calendar.from_ical(_calendar_text(raw))
        return _read(calendar)
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        # What the parser raises on text that anybody may have sent.
        raise _no_reply() from problem


def _read(calendar: icalendar.Calendar) -> Reply:
    method = str(calendar.get("METHOD", "")).upper()
    event = calendar.walk("VEVENT")[0]
    known = own_uids().fullmatch(str(event["UID"]))
    if method not in ("REPLY", COUNTER) or known is None:
        raise _no_reply()
    attendee = _only(event["ATTENDEE"])
    answer = COUNTER if method == COUNTER else str(attendee.params["PARTSTAT"]).upper()
    if answer not in ANSWERS:
        raise _no_reply()
    return Reply(
        appointment=UUID(known[1]),
        sequence=int(event.get("SEQUENCE", 0)),
        attendee=str(attendee).lower().removeprefix("mailto:").strip(),
        answer=answer,
        starts_at=_instant(event.decoded("DTSTART")) if answer == COUNTER else None,
    )


def _only(attendees: Any) -> Any:
    """A reply names one attendee; where a calendar leaves others in a counter, the one who answered stands first."""
    return attendees[0] if isinstance(attendees, list) else attendees


def _instant(value: date) -> datetime:
    if not isinstance(value, datetime):
        raise _no_reply()
    local = value if value.tzinfo else value.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))
    return local.astimezone(UTC)


def _calendar_text(raw: bytes) -> bytes | str:
    if raw.lstrip()[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        return raw
    for part in email.message_from_bytes(raw, policy=policy.default).walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise _no_reply()


def _no_reply() -> Refusal:
    return Refusal(
        "planning.no_reply",
        _("This is no reply to an invitation of ours. Give the .ics file of the reply, or the whole mail."),
    )
