"""Planning a conversation, inviting to it, calling it off."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.departures import services as departures
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import dates_from, work_of
from uitzicht.departures.rules import ensure_stage_may_follow
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.people.models import User
from uitzicht.planning import invitation, queries, rules
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.models import Answer, Appointment, Room, Wish
from uitzicht.planning.services.calendars import keep_in_step
from uitzicht.privacy import audit


@transaction.atomic
def schedule_appointment(
    departure: Departure,
    *,
    interviewer: User,
    starts_at: datetime,
    minutes: int,
    place_kind: str,
    place: str,
    room: Room | None = None,
    judged: Sequence[Candidate] | None = None,
    by: str,
    at: datetime,
) -> Appointment:
    """Plan, or move what was planned, which answers whatever the leaver asked. Refuses a moment that does not suit and an
    interviewer with a tie or no time, and a room that is taken. What other calendars say is no reason to refuse: whoever
    plans has seen it (``availability``). ``judged``: the candidates, where the caller has just read them."""
    rules.ensure_may_be_invited(departure.kind == Kind.DEATH)
    ensure_stage_may_follow(departure.stage, Stage.PLANNED)
    rules.ensure_minutes(minutes)
    ensure_moment_suits(departure, starts_at, at)
    found = queries.candidates(departure, on=timezone.localdate(at)) if judged is None else judged
    candidate = _ensure_independent(departure, interviewer, found)
    queries.hold(interviewer, room)
    taken = queries.taken_hours(interviewer, around=starts_at, besides=departure)
    rules.ensure_free(interviewer.name, starts_at, minutes, taken)
    if room is not None:
        rules.ensure_room_free(
            room.name, starts_at, minutes, queries.taken_in(room, around=starts_at, besides=departure)
        )
    before = Appointment.objects.filter(departure=departure).first()
    appointment = before or Appointment(departure=departure, sequence=-1)
    appointment.interviewer, appointment.starts_at, appointment.minutes = interviewer, starts_at, minutes
    appointment.place_kind, appointment.place, appointment.room = place_kind, place, room
    appointment.why = list(candidate.merits)
    appointment.sequence += 1
    appointment.planned_by, appointment.planned_at = by, at
    appointment.invited_at = appointment.cancelled_at = appointment.accepted_at = None
    appointment.reminded_at = appointment.asked_again_at = None
    appointment.interviewer_answer = Answer.NONE
    appointment.save()
    Wish.objects.filter(departure=departure).delete()
    departure.appointment = appointment
    departures.advance(departure, Stage.PLANNED, by=by, at=at)
    return appointment


@transaction.atomic
def send_invitation(appointment: Appointment, *, as_proposed: bool = False, by: str, at: datetime) -> None:
    """Mail the leaver and the interviewer, and nobody else; may be repeated. Refuses when no mail can be sent.
    ``as_proposed``: this is the moment that the leaver asked for, and the mail says so."""
    departure = appointment.departure
    rules.ensure_may_be_invited(departure.kind == Kind.DEATH)
    invitation.ensure_address(departure.person)
    former = appointment.invited_interviewer
    if former is not None and former != appointment.interviewer:
        invitation.tell_former_interviewer(appointment, former, by=by, at=at)
    invitation.invite(appointment, as_proposed=as_proposed, by=by, at=at)
    appointment.invited_at, appointment.invited_interviewer = at, appointment.interviewer
    appointment.save(update_fields=["invited_at", "invited_interviewer"])
    departures.advance(departure, Stage.INVITED, by=by, at=at)
    keep_in_step(appointment, at=at)


@transaction.atomic
def cancel_appointment(appointment: Appointment, *, to: Stage = Stage.REGISTERED, by: str, at: datetime) -> None:
    """Call it off. ``to``: REGISTERED (plan again) or DECLINED (no conversation wanted). Who was invited gets word of it."""
    departure = appointment.departure
    departures.advance(departure, to, by=by, at=at)
    appointment.cancelled_at = at
    appointment.sequence += 1
    invited = appointment.invited_interviewer
    appointment.invited_at = appointment.invited_interviewer = None
    appointment.save()
    audit.record("appointment.cancelled", by=by, at=at, subject=departures.subject(departure))
    if invited is not None:
        invitation.call_off(appointment, invited, by=by, at=at)
    keep_in_step(appointment, at=at)


def ensure_moment_suits(departure: Departure, starts_at: datetime, at: datetime) -> None:
    """Refuses, seen from ``at``, what ``rules.ensure_moment_fits`` refuses."""
    local, now = timezone.localtime(starts_at), timezone.localtime(at)
    dates = dates_from(departure, on=now.date())
    work = work_of(departure, first=local.date(), last=local.date())
    rules.ensure_moment_fits(local, dates, work, first_name=departure.person.first_name, now=now)


def _ensure_independent(departure: Departure, interviewer: User, found: Sequence[Candidate]) -> Candidate:
    independent = [candidate.user.name for candidate in found if candidate.independent]
    chosen = next((candidate for candidate in found if candidate.user == interviewer), None)
    name = departure.person.first_name
    if chosen is None:
        raise (
            rules.nobody_independent(name)
            if not independent
            else rules.not_an_interviewer(interviewer.name, independent)
        )
    rules.ensure_independent(interviewer.name, name, chosen.ties, independent)
    return chosen
