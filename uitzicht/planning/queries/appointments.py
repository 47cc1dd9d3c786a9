"""Appointments, what leavers ask about them, and the days that suit."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import dates_from, work_of
from uitzicht.departures.vocabulary import Kind
from uitzicht.people.models import User
from uitzicht.people.queries import active_with_role
from uitzicht.people.vocabulary import Role
from uitzicht.planning import rules
from uitzicht.planning.models import Appointment, Avoided, Room, Wish


def standing() -> QuerySet[Appointment]:
    """Appointments that were not called off."""
    return Appointment.objects.filter(cancelled_at=None).select_related("departure__person", "interviewer")


def open_wishes() -> QuerySet[Wish]:
    """What leavers ask about their appointment and nobody answered yet, the oldest first."""
    waiting = Wish.objects.filter(departure__stage__in=rules.OPEN_TO_WISHES).exclude(departure__kind=Kind.DEATH)
    return waiting.select_related("departure__person", "departure__appointment__interviewer").order_by("asked_at")


def wish_of(departure: Departure) -> Wish | None:
    return open_wishes().filter(departure=departure).first()


def could_be_avoided(departure: Departure) -> QuerySet[User]:
    """Everybody who holds conversations, by name, except the leaver."""
    return active_with_role(Role.INTERVIEWER).exclude(person=departure.person_id).order_by("name")


def avoided_by(departure: Departure) -> set[int]:
    """Keys of the accounts that the leaver would rather not meet. For rules and the leaver's own page only."""
    return set(Avoided.objects.filter(departure=departure).values_list("interviewer", flat=True))


def avoided_by_each(departures: Iterable[Departure]) -> dict[UUID, set[int]]:
    """The same for many, by key of the departure."""
    found: dict[UUID, set[int]] = {departure.pk: set() for departure in departures}
    for departure, interviewer in Avoided.objects.filter(departure__in=found).values_list("departure", "interviewer"):
        found[departure].add(interviewer)
    return found


def days_that_suit(departure: Departure, *, on: date) -> list[date]:
    """The days of work, seen from ``on``, on which the conversation can take place."""
    dates = dates_from(departure, on=on)
    if dates.earliest_on is None or dates.latest_on is None:
        return []
    work = work_of(departure, first=dates.earliest_on, last=dates.latest_on)
    days = ((dates.earliest_on + timedelta(days=n)) for n in range((dates.latest_on - dates.earliest_on).days + 1))
    return [day for day in days if day in work]


def hold(interviewer: User, room: Room | None = None) -> None:
    """Until the end of the transaction nobody else plans with this interviewer or in this room: an hour is given once."""
    User.objects.select_for_update().get(pk=interviewer.pk)
    if room is not None:
        Room.objects.select_for_update().get(pk=room.pk)


def taken_hours(interviewer: User, *, around: datetime, besides: Departure) -> list[tuple[datetime, int]]:
    """(start, minutes) of the other conversations of ``interviewer`` within a day of ``around``."""
    others = Appointment.objects.filter(interviewer=interviewer)
    return _hours_of(others, around, besides)


def taken_in(room: Room, *, around: datetime, besides: Departure) -> list[tuple[datetime, int]]:
    """(start, minutes) of the other conversations in ``room`` within a day of ``around``."""
    return _hours_of(Appointment.objects.filter(room=room), around, besides)


def _hours_of(found: QuerySet[Appointment], around: datetime, besides: Departure) -> list[tuple[datetime, int]]:
    day = timedelta(days=1)
    others = found.filter(cancelled_at=None, starts_at__range=(around - day, around + day)).exclude(departure=besides)
    return list(others.values_list("starts_at", "minutes"))
