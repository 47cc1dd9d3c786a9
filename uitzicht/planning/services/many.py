"""Planning many departures at once. A plan is a proposal: no appointment exists before it is accepted as a whole.

The solver works outside any transaction: an embedded database has one writer at a time, and a conversation that is being
written down elsewhere must not wait for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from django.db import transaction
from django.utils import timezone

from uitzicht.core import assignment
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.planning import queries, rules
from uitzicht.planning.availability import free_rooms
from uitzicht.planning.many.problem import Asked, Taken, ask, figures_of
from uitzicht.planning.models import Appointment, MassPlan, PlaceKind
from uitzicht.planning.services.appointments import ensure_moment_suits, schedule_appointment, send_invitation
from uitzicht.privacy import audit

SENT_AT_ONCE = 50
SOLVER_SECONDS = 15.0  # each of its steps; the two together stay well under a minute


@dataclass(frozen=True, slots=True)
class Refused:
    """Why one row of a plan cannot become an appointment."""

    departure: Departure
    refusal: Refusal


def make_plan(
    departures: Sequence[Departure],
    *,
    minutes: int,
    place_kind: str,
    place: str,
    made_by: User,
    by: str,
    at: datetime,
) -> MassPlan:
    """``place`` empty: the plan chooses a room for each. Nothing is settled yet. Refuses an empty choice."""
    rules.ensure_minutes(minutes)
    rules.ensure_somebody_chosen(len(departures))
    plan = MassPlan(made_by=made_by, made_at=at, minutes=minutes, place_kind=place_kind, place=place)
    _solve(plan, departures, locked=[], at=at)
    with transaction.atomic():
        plan.save(force_insert=True)
        audit.record("plan.made", by=by, at=at, subject=subject(plan), detail=_counts(plan))
    return plan


def plan_again(
    plan: MassPlan, departures: Sequence[Departure], locked: Iterable[str], *, by: str, at: datetime
) -> MassPlan:
    """Keep the rows of the departures ``locked`` (keys) and plan all others anew. ``departures``: those of the plan that can
    still be planned; the others drop out."""
    rules.ensure_open_plan(plan.accepted_at is not None)
    chosen, possible = set(locked), {str(departure.pk) for departure in departures}
    kept = [row | {"locked": True} for row in plan.rows if row["departure"] in chosen & possible]
    _solve(plan, departures, locked=kept, at=at)
    with transaction.atomic():
        plan.save()
        audit.record("plan.made", by=by, at=at, subject=subject(plan), detail=_counts(plan))
    return plan


@transaction.atomic
def change_row(
    plan: MassPlan, departure: Departure, *, interviewer: User, starts_at: datetime, by: str, at: datetime
) -> None:
    """Another interviewer or moment for one departure, decided by a person and therefore locked. Refuses whatever
    ``schedule_appointment`` would, and an hour that the plan gave to somebody else."""
    rules.ensure_open_plan(plan.accepted_at is not None)
    ensure_moment_suits(departure, starts_at, at)
    found = queries.candidates(departure, on=timezone.localdate(at))
    independent = [one.user.name for one in found if one.independent]
    ties = next(one.ties for one in found if one.user == interviewer)
    rules.ensure_independent(interviewer.name, departure.person.first_name, ties, independent)
    others = [row for row in plan.rows if row["departure"] != str(departure.pk)]
    taken = queries.taken_hours(interviewer, around=starts_at, besides=departure)
    mine = [(MassPlan.moment_of(row), plan.minutes) for row in others if row["interviewer"] == interviewer.pk]
    rules.ensure_free(interviewer.name, starts_at, plan.minutes, [*taken, *mine])
    row = {
        "departure": str(departure.pk),
        "interviewer": interviewer.pk,
        "starts_at": starts_at.isoformat(),
        "room": _free_room(plan, departure, others, starts_at),
        "locked": True,
    }
    plan.rows = _in_order([*others, row])
    plan.left_out = [one for one in plan.left_out if one["departure"] != str(departure.pk)]
    plan.save()
    audit.record("plan.changed", by=by, at=at, subject=subject(plan))


@transaction.atomic
def leave_out(plan: MassPlan, departure: Departure, *, by: str, at: datetime) -> None:
    """Take one departure out of the plan, to be planned on its own."""
    rules.ensure_open_plan(plan.accepted_at is not None)
    plan.rows = [row for row in plan.rows if row["departure"] != str(departure.pk)]
    plan.left_out = [one for one in plan.left_out if one["departure"] != str(departure.pk)]
    plan.save()
    audit.record("plan.changed", by=by, at=at, subject=subject(plan))


def accept_plan(plan: MassPlan, departures: Sequence[Departure], *, by: str, at: datetime) -> list[Refused]:
    """All appointments or none: returns what stands in the way, and then nothing was kept. Nobody is invited yet."""
    rules.ensure_open_plan(plan.accepted_at is not None)
    known = {str(departure.pk): departure for departure in departures}
    judged = queries.candidates_of(departures, on=timezone.localdate(at))
    users = {user.pk: user for user in queries.interviewers()}
    rooms = {str(room.pk): room for room in queries.rooms_in_use()}
    refused = []
    with transaction.atomic():
        for row in plan.rows:
            departure = known.get(row["departure"])
            if departure is None:
                continue  # cancelled, invited or planned otherwise since
            room = rooms.get(row["room"] or "")
            try:
                schedule_appointment(
                    departure,
                    interviewer=users[row["interviewer"]],
                    starts_at=MassPlan.moment_of(row),
                    minutes=plan.minutes,
                    place_kind=plan.place_kind,
                    place=plan.place or (room.place if room else ""),
                    room=room,
                    judged=judged[departure.pk],
                    by=by,
                    at=at,
                )
            except Refusal as refusal:
                refused.append(Refused(departure, refusal))
        if refused:
            transaction.set_rollback(True)
        else:
            plan.accepted_at = at
            plan.save(update_fields=["accepted_at"])
            audit.record("plan.accepted", by=by, at=at, subject=subject(plan), detail=_counts(plan))
    return refused


def send_invitations(appointments: Sequence[Appointment], *, by: str, at: datetime) -> tuple[int, list[Refused]]:
    """The first ``SENT_AT_ONCE`` of them, so that a page never waits for hundreds of mails: (how many left, what failed).
    Each stands on its own, for a mail that left cannot be taken back."""
    sent, refused = 0, []
    for appointment in appointments[:SENT_AT_ONCE]:
        try:
            send_invitation(appointment, by=by, at=at)
        except Refusal as refusal:
            refused.append(Refused(appointment.departure, refusal))
        else:
            sent += 1
    return sent, refused


def subject(plan: MassPlan) -> str:
    return f"plan:{plan.pk}"


def _solve(plan: MassPlan, departures: Sequence[Departure], *, locked: list[dict[str, Any]], at: datetime) -> None:
    fixed = {row["departure"] for row in locked}
    asked = ask(
        [departure for departure in departures if str(departure.pk) not in fixed],
        besides=departures,
        taken=[Taken(row["interviewer"], row["room"], MassPlan.moment_of(row)) for row in locked],
        minutes=plan.minutes,
        use_rooms=plan.place_kind == PlaceKind.ROOM and not plan.place,
        at=at,
    )
    began = perf_counter()
    solution = assignment.assign(asked.problem, seconds=SOLVER_SECONDS)
    seconds = perf_counter() - began
    plan.figures = figures_of(asked, solution, seconds=seconds, locked=len(locked))
    plan.rows = _in_order([*locked, *_rows(asked, solution)])
    plan.left_out = [
        {
            "departure": str(one.leaver),
            "obstacle": one.obstacle.value,
            "who": list(one.who),
            "day": one.day.isoformat() if one.day else None,
        }
        for one in assignment.obstacles(asked.problem, solution.meetings)
    ]


def _rows(asked: Asked, solution: assignment.Solution) -> list[dict[str, Any]]:
    """Each conversation with a room of its own, where rooms are chosen by the plan."""
    free = {starts_at: list(rooms) for starts_at, rooms in (asked.free or {}).items()}
    return [
        {
            "departure": str(one.leaver),
            "interviewer": one.interviewer,
            "starts_at": one.starts_at.isoformat(),
            "room": str(free[one.starts_at].pop(0).pk) if asked.free is not None else None,
            "locked": False,
        }
        for one in solution.meetings
    ]


def _free_room(plan: MassPlan, departure: Departure, others: list[dict[str, Any]], starts_at: datetime) -> str | None:
    """A room that neither a calendar nor the plan needs then; refuses when there is none. None where a place is named."""
    if plan.place or plan.place_kind != PlaceKind.ROOM:
        return None
    length = timedelta(minutes=plan.minutes)
    used = {row["room"] for row in others if abs(MassPlan.moment_of(row) - starts_at) < length}
    free = [str(room.pk) for room, is_free in free_rooms(starts_at, plan.minutes, besides=departure) if is_free]
    rules.ensure_a_room_left(left := [room for room in free if room not in used])
    return left[0]


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (MassPlan.moment_of(row), row["departure"]))


def _counts(plan: MassPlan) -> dict[str, Any]:
    return {"planned": len(plan.rows), "left_out": len(plan.left_out)}
