"""What the leaver says about the appointment, and the answer. Who they would rather not meet stands in no line of the
trail and on no page of a colleague."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from uitzicht.departures import services as departures
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.people.models import User
from uitzicht.planning import invitation, queries, rules
from uitzicht.planning.models import Appointment, Avoided, Wish
from uitzicht.planning.services.appointments import cancel_appointment, ensure_moment_suits, schedule_appointment
from uitzicht.privacy import audit


@transaction.atomic
def accept_appointment(appointment: Appointment, *, by: str, at: datetime) -> None:
    """The leaver says that it suits; said twice it changes nothing. What they asked before no longer holds."""
    rules.ensure_still_ahead(appointment.starts_at, at)
    Wish.objects.filter(departure=appointment.departure).delete()
    if appointment.accepted_at is None:
        appointment.accepted_at = at
        appointment.save(update_fields=["accepted_at"])
        audit.record("appointment.accepted", by=by, at=at, subject=departures.subject(appointment.departure))


@transaction.atomic
def ask_for(
    departure: Departure,
    *,
    proposed_at: Sequence[datetime],
    other_interviewer: bool,
    avoid: Sequence[User],
    by: str,
    at: datetime,
) -> None:
    """Replace what was asked before. ``proposed_at``: up to three moments that suit the leaver, best first; each must be
    one that could be planned. ``avoid``: everybody they would rather not meet; whoever is to hold the conversation counts
    as avoided when somebody else is asked for, so that nobody can tell the one from the other."""
    rules.ensure_may_be_invited(departure.kind == Kind.DEATH)
    rules.ensure_open_to_wishes(departure.stage)
    rules.ensure_few_moments(proposed_at)
    for moment in proposed_at:
        ensure_moment_suits(departure, moment, at)
    appointment = appointment_of(departure)
    avoided = {user.pk for user in avoid}
    if appointment is not None:
        other_interviewer = other_interviewer or appointment.interviewer_id in avoided
        avoided |= {appointment.interviewer_id} if other_interviewer else set()
    before, had_wish = queries.avoided_by(departure), queries.wish_of(departure) is not None
    asks = bool(proposed_at) or other_interviewer or appointment is None
    rules.ensure_something_asked(asks or had_wish or avoided != before)
    _replace_avoided(departure, avoided)
    _replace_wish(departure, asks, proposed_at, other_interviewer, at)
    detail = {"moments": len(proposed_at), "other_interviewer": other_interviewer}
    audit.record("appointment.asked", by=by, at=at, subject=departures.subject(departure), detail=detail)


@transaction.atomic
def accept_proposal(departure: Departure, starts_at: datetime, *, by: str, at: datetime) -> Appointment:
    """Move the appointment to a moment that the leaver proposed; the rest of it stays, and it counts as accepted."""
    appointment, wish = _asked_about(departure)
    rules.ensure_proposed(starts_at, wish.moments)
    moved = schedule_appointment(
        departure,
        interviewer=appointment.interviewer,
        starts_at=starts_at,
        minutes=appointment.minutes,
        place_kind=appointment.place_kind,
        place=appointment.place,
        room=appointment.room,
        by=by,
        at=at,
    )
    moved.accepted_at = at
    moved.save(update_fields=["accepted_at"])
    return moved


@transaction.atomic
def keep_appointment(departure: Departure, *, by: str, at: datetime) -> None:
    """No proposed moment can be met: the appointment stays as it is, and the leaver gets word of it."""
    appointment, wish = _asked_about(departure)
    wish.delete()
    audit.record("appointment.kept", by=by, at=at, subject=departures.subject(departure))
    invitation.tell_it_stays(appointment, by=by, at=at)


@transaction.atomic
def decline_conversation(departure: Departure, *, by: str, at: datetime) -> None:
    """The leaver wants no conversation. Asking for one undoes it."""
    Wish.objects.filter(departure=departure).delete()
    appointment = appointment_of(departure)
    if appointment is None:
        departures.close_departure(departure, Stage.DECLINED, by=by, at=at)
    else:
        cancel_appointment(appointment, to=Stage.DECLINED, by=by, at=at)


def _asked_about(departure: Departure) -> tuple[Appointment, Wish]:
    """The standing appointment and what is asked about it; refuses when only a new plan can answer that."""
    appointment, wish = appointment_of(departure), queries.wish_of(departure)
    if appointment is None or wish is None or wish.other_interviewer:
        raise rules.needs_a_plan(departure.person.first_name)
    return appointment, wish


def _replace_avoided(departure: Departure, avoided: set[int]) -> None:
    Avoided.objects.filter(departure=departure).exclude(interviewer__in=avoided).delete()
    Avoided.objects.bulk_create(
        [Avoided(departure=departure, interviewer_id=pk) for pk in avoided - queries.avoided_by(departure)]
    )


def _replace_wish(
    departure: Departure, asks: bool, proposed_at: Sequence[datetime], other_interviewer: bool, at: datetime
) -> None:
    if not asks:
        Wish.objects.filter(departure=departure).delete()
        return
    values = {
        "proposed_at": [moment.isoformat() for moment in proposed_at],
        "other_interviewer": other_interviewer,
        "asked_at": at,
    }
    Wish.objects.update_or_create(departure=departure, defaults=values)
