"""Reading departures; ``visible_to`` is the one door."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from uitzicht.core.calendar import workdays
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.models import Departure
from uitzicht.departures.rules import Dates, compute_dates
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
    """Nothing is left to do after a death or once the conversation was erased, so those are not among these."""
    still_here = Q(last_day_worked_on__gte=on) & ~Q(stage=Stage.CANCELLED) & ~Q(kind=Kind.DEATH)
    return departures.filter(still_here | Q(stage=Stage.HELD) & ~Q(interview__status="erased"))


def to_plan(user: User, *, on: date) -> QuerySet[Departure]:
    """Who can still be asked to talk and has no appointment yet, the most pressing first."""
    waiting = visible_to(user).filter(stage=Stage.REGISTERED, latest_on__gte=on)
    return waiting.order_by("target_on", "last_day_worked_on")


def dates_from(departure: Departure, *, on: date) -> Dates:
    """The dates seen from ``on``: what has passed no longer counts. No statement."""
    return compute_dates(
        kind=departure.kind,
        ends_on=departure.ends_on,
        leave_days=departure.leave_days,
        recup_days=departure.recup_days,
        working_days=departure.working_days,
        country=settings.UITZICHT.country,
        today=on,
    )


def appointment_of(departure: Departure) -> Any:
    """The standing appointment (a ``planning.Appointment``: a room this one does not import), or None."""
    appointment = getattr(departure, "appointment", None)
    return appointment if appointment is not None and appointment.cancelled_at is None else None


def days_of_work(departure: Departure, *, first: date, last: date) -> int:
    """How many days this person works from ``first`` to ``last``, both included."""
    off = public_holidays(settings.UITZICHT.country, first.year, max(first.year, last.year))
    work = workdays(departure.working_days, off)
    return sum(first + timedelta(days=i) in work for i in range((last - first).days + 1))


def not_leaving(people: QuerySet[Person]) -> QuerySet[Person]:
    """Of these people, who has no departure that still has its conversation ahead."""
    return people.exclude(departures__stage__in=BEFORE_THE_TALK).order_by("last_name", "first_name")
