"""Judges that share no code with what they judge."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import holidays
import vobject  # type: ignore[import-untyped]


def days_of_work(after: date, until: date) -> int:
    """Days from Monday to Friday in (after, until] that are no public holiday in Belgium."""
    free = holidays.country_holidays("BE", years=range(after.year, until.year + 1))
    days = [after + timedelta(days=n + 1) for n in range((until - after).days)]
    return sum(day.weekday() < 5 and day not in free for day in days)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one where that month is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def structure(element: object) -> Iterator[dict[str, object]]:
    """Every element of the structure tree of a tagged PDF."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for child in element:
            yield from structure(child)
    elif isinstance(element, dict):
        yield element
        yield from structure(element.get("/K", []))


@dataclass
class Calendar:
    """A calendar program that only knows RFC 5546: a request puts an event in or replaces an older one, a cancellation takes
    it out, and whatever is older than what it holds changes nothing."""

    events: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)

    def take(self, text: str) -> None:
        read = vobject.readOne(text)
        event = read.vevent
        key, sequence = event.uid.value, int(event.sequence.value)
        if sequence < self.sequences.get(key, 0):
            return
        self.sequences[key] = sequence
        if read.method.value == "CANCEL":
            del self.events[key]
        else:
            self.events[key] = (event.dtstart.value, event.dtend.value)
