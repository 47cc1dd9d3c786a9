"""Reading departures; ``visible_to`` is the one door."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Max, Min, Q, QuerySet

from uitzicht.core.calendar import Absence, AbsenceKind, Workdays, days_absent, workdays
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.models import ClosingDay, Departure
from uitzicht.departures.rules import Dates, compute_dates
from uitzicht.departures.terms import Terms, absences_of
from uitzicht.departures.vocabulary import BEFORE_THE_TALK, Kind, Stage
from uitzicht.people.models import Person, User
from uitzicht.people.vocabulary import Role

UNDER_WAY = "open"


def visible_to(user: User) -> QuerySet[Departure]:
    """Every departure for the HR lead; for an interviewer those whose standing appointment is theirs; else none."""
    departures = Departure.objects.select_related("person", "unit", "position", "appointment__interviewer")
    if user.has_role(Role.HR_LEAD):
        return departures
    if user.has_role(Role.INTERVIEWER):
        return departures.filter(appointment__interviewer=user, appointment__cancelled_at=None)
    return departures.none()


def open_departures(user: User, *, on: date) -> QuerySet[Departure]:
    """Who still works here on ``on``, and who is gone while their conversation still has to be processed."""
    return under_way(visible_to(user), on=on)


def under_way(departures: QuerySet[Departure], *, on: date) -> QuerySet[Departure]:
    """Nothing is left to do after a death or once the conversation was erased, so those are not among these. Who no
    longer came to work when the notice was given (long absent, released at once) stays until the contract ends."""
    absent = Q(last_day_worked_on__lte=F("notified_on"), ends_on__gte=on, stage__in=BEFORE_THE_TALK)
    still_here = (Q(last_day_worked_on__gte=on) | absent) & ~Q(stage=Stage.CANCELLED) & ~Q(kind=Kind.DEATH)
    return departures.filter(still_here | Q(stage=Stage.HELD) & ~Q(interview__status="erased"))


def to_plan(user: User, *, on: date) -> QuerySet[Departure]:
    """Who can still be asked to talk and has no appointment yet, the most pressing first."""
    waiting = visible_to(user).filter(stage=Stage.REGISTERED, latest_on__gte=on)
    return waiting.order_by("target_on", "last_day_worked_on")


def dates_from(departure: Departure, *, on: date, closed: frozenset[date] | None = None) -> Dates:
    """The dates seen from ``on``: what has passed no longer counts. ``closed``: closing days, read when None."""
    return computed(Terms.of(departure), on=on, closed=closed)


def computed(terms: Terms, *, on: date, closed: frozenset[date] | None = None) -> Dates:
    """The dates that follow from ``terms``, seen from ``on``."""
    return compute_dates(
        kind=terms.kind,
        ends_on=terms.ends_on,
        leave_days=terms.leave_days,
        recup_days=terms.recup_days,
        reduction_days=terms.reduction_days,
        absences=terms.absences,
        working_days=terms.working_days,
        country=settings.UITZICHT.country,
        closed=closing_days() if closed is None else closed,
        today=on,
    )


def closing_days() -> frozenset[date]:
    """Every day on which the organisation is closed besides the public holidays. One statement."""
    closed = ClosingDay.objects.values_list("first_on", "last_on")
    return days_absent(Absence(AbsenceKind.LEAVE, first_on, last_on) for first_on, last_on in closed)


def closings(*, since: date | None = None) -> QuerySet[ClosingDay]:
    """Closing days in order; with ``since`` those that have not passed by then."""
    found = ClosingDay.objects.order_by("first_on", "pk")
    return found.filter(last_on__gte=since) if since else found


def work_of(departure: Departure, *, first: date, last: date, closed: frozenset[date] | None = None) -> Workdays:
    """On which days from ``first`` to ``last`` this person works: neither holidays, closing days nor absences."""
    off = public_holidays(settings.UITZICHT.country, first.year, max(first.year, last.year))
    closed = closing_days() if closed is None else closed
    return workdays(departure.working_days, off | closed | days_absent(absences_of(departure)))


def hired_on(person: Person, *, notified_on: date) -> date:
    """The first day of the contract that ended with a notice of that day: for who left before and came back, the first
    position since then; for who came back after it, the first position before it."""
    left = person.departures.exclude(stage=Stage.CANCELLED).filter(ends_on__lt=notified_on)
    left_on = left.aggregate(last=Max("ends_on"))["last"]
    back_since = person.started_on > notified_on
    if left_on is None and not back_since:
        return person.started_on
    held = person.positions.filter(valid_from__lte=notified_on)
    first = (held.filter(valid_from__gt=left_on) if left_on else held).aggregate(first=Min("valid_from"))["first"]
    if first is None:
        return person.started_on
    return first if back_since else max(first, person.started_on)


def appointment_of(departure: Departure) -> Any:
    """The standing appointment (a ``planning.Appointment``: a room this one does not import), or None."""
    appointment = getattr(departure, "appointment", None)
    return appointment if appointment is not None and appointment.cancelled_at is None else None


def days_of_work(departure: Departure, *, first: date, last: date, closed: frozenset[date] | None = None) -> int:
    """How many days this person works from ``first`` to ``last``, both included."""
    work = work_of(departure, first=first, last=last, closed=closed)
    return sum(first + timedelta(days=i) in work for i in range((last - first).days + 1))


def not_leaving(people: QuerySet[Person]) -> QuerySet[Person]:
    """Of these people, who has no departure that still has its conversation ahead."""
    return people.exclude(departures__stage__in=BEFORE_THE_TALK).order_by("last_name", "first_name")
