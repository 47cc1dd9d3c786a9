"""What leavers say about their appointment."""

from datetime import datetime, timedelta

from django.utils import timezone

from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import World
from uitzicht.demo.generator.organisation import Exit
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.people.models import User
from uitzicht.planning.queries import days_that_suit
from uitzicht.planning.services import accept_appointment, ask_for

HOURS = (10, 14)


def wish_course(exit_: Exit, world: World) -> Course:
    """That it suits, the evening of the invitation; or something else, the evening before the visitor comes."""
    days, own = exit_.diary, exit_.own
    if days.invited_on is None or not (own.accepts or own.wish):
        return
    yesterday = timezone.localdate(world.now) - timedelta(days=1)
    yield (at := moment(yesterday if own.wish else days.invited_on, 20, int(exit_.leaver.employee.number[1:]) % 60))
    departure = world.departure_of(exit_)
    appointment = None if departure is None else appointment_of(departure)
    if departure is None or appointment is None or appointment.starts_at <= at:
        return
    if own.wish == "time":
        _ask(departure, at, proposed_at=_other_moments(departure, appointment.starts_at, at))
    elif own.wish == "interviewer":
        _ask(departure, at, avoid=[appointment.interviewer])
    else:
        accept_appointment(appointment, by=LEAVER, at=at)


def _ask(
    departure: Departure, at: datetime, *, proposed_at: list[datetime] | None = None, avoid: list[User] | None = None
) -> None:
    if proposed_at or avoid:
        ask_for(
            departure,
            proposed_at=proposed_at or [],
            other_interviewer=bool(avoid),
            avoid=avoid or [],
            by=LEAVER,
            at=at,
        )


def _other_moments(departure: Departure, planned_at: datetime, at: datetime) -> list[datetime]:
    """Two, late in the time that is left."""
    taken = timezone.localdate(planned_at)
    days = [day for day in days_that_suit(departure, on=timezone.localdate(at)) if day != taken]
    return [moment(day, hour) for day, hour in zip(reversed(days), HOURS, strict=False)]
