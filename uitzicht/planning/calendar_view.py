"""The calendar of conversations: a week or a month of them, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from uitzicht.planning.models import Appointment

WEEK, MONTH = "week", "month"


@dataclass(frozen=True, slots=True)
class Span:
    """[first, last) as a page shows it; ``earlier`` and ``later``: a day of the spans beside it."""

    kind: str
    first: date
    last: date

    @property
    def earlier(self) -> date:
        return self.first - timedelta(days=1)

    @property
    def later(self) -> date:
        return self.last


@dataclass(frozen=True, slots=True)
class AgendaDay:
    on: date
    talks: tuple[Appointment, ...]


def span_around(day: date, kind: str) -> Span:
    """The week (from Monday) or the month of ``day``."""
    if kind == MONTH:
        first = day.replace(day=1)
        return Span(MONTH, first, (first + timedelta(days=32)).replace(day=1))
    monday = day - timedelta(days=day.weekday())
    return Span(WEEK, monday, monday + timedelta(days=7))


def agenda_days(talks: Iterable[Appointment], span: Span) -> list[AgendaDay]:
    """Each day of a week, its weekend only when something is planned then; of a month the days with a conversation."""
    by_day: dict[date, list[Appointment]] = {}
    for talk in talks:
        by_day.setdefault(timezone.localdate(talk.starts_at), []).append(talk)
    days = [span.first + timedelta(days=n) for n in range((span.last - span.first).days)]
    weekend = span.kind == WEEK and any(day in by_day for day in days[5:])
    shown = [day for n, day in enumerate(days) if day in by_day or (span.kind == WEEK and (n < 5 or weekend))]
    return [AgendaDay(day, tuple(by_day.get(day, ()))) for day in shown]
