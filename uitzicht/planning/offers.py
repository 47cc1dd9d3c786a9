"""What the planning page offers: each independent interviewer with the free hours of one week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from uitzicht.departures.models import Departure
from uitzicht.planning import availability, queries, rules
from uitzicht.planning.candidates import Candidate

ONE_WEEK = timedelta(days=7)
USUAL_HOUR = time(10)


@dataclass(frozen=True, slots=True)
class Day:
    """``suits``: the leaver works then and the talk may be held. ``hours``: when the interviewer is free, None where an
    hour that is free on another day of the week is not on this one; empty when no hour is."""

    on: date
    suits: bool
    hours: tuple[datetime | None, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """``free``: every free moment; ``days``: those of the week shown; ``proposed``: the best of these, or None."""

    candidate: Candidate
    free: tuple[datetime, ...]
    days: tuple[Day, ...]
    proposed: datetime | None
    trouble: object = ""

    @property
    def field(self) -> str:
        return f"slot-{self.candidate.user.pk}"


@dataclass(frozen=True, slots=True)
class Offers:
    """``monday``: of the week shown; ``earlier`` and ``later``: the weeks beside it that can be shown."""

    monday: date
    earlier: date | None
    later: date | None
    each: tuple[Offer, ...]

    @property
    def best(self) -> datetime | None:
        return self.each[0].proposed if self.each else None


def offers(
    departure: Departure,
    candidates: Sequence[Candidate],
    *,
    week: date | None,
    wanted: datetime | None,
    minutes: int,
    at: datetime,
) -> Offers:
    """``week``: a day of the week to show; without it that of ``wanted`` (a moment to prefer), or of the target day."""
    days = queries.days_that_suit(departure, on=timezone.localdate(at))
    local = timezone.localtime(wanted) if wanted else None
    target_on = local.date() if local else departure.target_on
    monday, earlier, later = _weeks(days, week or target_on or days[0])
    agendas = availability.agendas(
        [candidate.user for candidate in candidates], first=days[0], last=days[-1], besides=[departure]
    )
    found = []
    for candidate in candidates:
        agenda = agendas[candidate.user.pk]
        free = tuple(agenda.slots(days, minutes=minutes, after=at))
        shown = [moment for moment in free if monday <= moment.date() < monday + ONE_WEEK]
        found.append(
            Offer(
                candidate,
                free,
                _days(monday, set(days), shown),
                _proposed(shown, local, target_on),
                agenda.trouble.words if agenda.trouble else "",
            )
        )
    return Offers(monday, earlier, later, tuple(found))


def _proposed(free: Sequence[datetime], wanted: datetime | None, target_on: date | None) -> datetime | None:
    """What is wanted and nothing else; without a wish the hour that suits best."""
    if wanted is not None:
        return wanted if wanted in free else None
    return rules.best_slot(free, target_on=target_on, wanted=USUAL_HOUR)


def _weeks(days: Sequence[date], wanted: date) -> tuple[date, date | None, date | None]:
    """The Monday of the wanted week, brought inside what is possible, and the Mondays beside it."""
    first, last = (day - timedelta(days=day.weekday()) for day in (days[0], days[-1]))
    monday = min(max(wanted - timedelta(days=wanted.weekday()), first), last)
    return monday, monday - ONE_WEEK if monday > first else None, monday + ONE_WEEK if monday < last else None


def _days(monday: date, suit: set[date], free: Sequence[datetime]) -> tuple[Day, ...]:
    """Monday to Friday, and the weekend where it can be used."""
    week = [monday + timedelta(days=n) for n in range(7)]
    last = max([4, *(day.weekday() for day in suit if day in week)])
    return tuple(Day(day, day in suit, _hours(day, free)) for day in week[: last + 1])


def _hours(day: date, free: Sequence[datetime]) -> tuple[datetime | None, ...]:
    own = {moment.time(): moment for moment in free if moment.date() == day}
    return tuple(own.get(clock) for clock in sorted({moment.time() for moment in free})) if own else ()
