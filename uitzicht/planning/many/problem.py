"""What the assignment needs to know: who can be asked when, by whom, and which hours are free. A dozen statements,
however many departures there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from uitzicht.core import assignment
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import closing_days, dates_from, work_of
from uitzicht.departures.rules import Dates
from uitzicht.people.models import User
from uitzicht.planning import queries, rules
from uitzicht.planning.availability import Agenda, agendas
from uitzicht.planning.busy import busy_times
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.models import Room

BEST_HOUR = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the planner. ``dates`` and ``judged`` by key of the departure; ``free``: the rooms of each hour, None
    where rooms are not chosen by the plan; ``problem``: all of it as plain values."""

    departures: Sequence[Departure]
    dates: dict[UUID, Dates]
    judged: dict[UUID, list[Candidate]]
    free: dict[datetime, list[Room]] | None
    problem: assignment.Problem


@dataclass(frozen=True, slots=True)
class Taken:
    """What earlier decisions of the same plan take: hours of an interviewer, and rooms."""

    interviewer: int
    room: str | None
    starts_at: datetime


def ask(
    departures: Sequence[Departure],
    *,
    besides: Sequence[Departure],
    taken: Iterable[Taken],
    minutes: int,
    use_rooms: bool,
    at: datetime,
) -> Asked:
    """``departures``: to plan now; ``besides``: whose present appointments take no time, because the plan moves them;
    ``taken``: the locked rows."""
    on = timezone.localdate(at)
    closed, taken = closing_days(), list(taken)
    dates = {departure.pk: dates_from(departure, on=on, closed=closed) for departure in departures}
    suit = {departure.pk: _days(departure, dates[departure.pk], closed) for departure in departures}
    judged = queries.candidates_of(departures, on=on)
    days = sorted({day for mine in suit.values() for day in mine})
    users = list(queries.interviewers())
    read = agendas(users, first=days[0], last=days[-1], besides=besides) if days else {}
    people = tuple(
        _interviewer(user, read[user.pk], days, taken, minutes=minutes, after=at) for user in users if user.pk in read
    )
    leavers = tuple(
        assignment.Leaver(
            departure.pk,
            dates[departure.pk].target_on or on,
            frozenset(suit[departure.pk]),
            {one.user.pk: _cost(one, departure) for one in judged[departure.pk] if one.independent},
        )
        for departure in departures
    )
    free = _rooms({hour for one in people for hour in one.free}, days, taken, besides, minutes) if use_rooms else None
    rooms = None if free is None else {starts_at: len(rooms) for starts_at, rooms in free.items()}
    return Asked(departures, dates, judged, free, assignment.Problem(leavers, people, rooms))


def slots_for(agenda: Agenda, days: Iterable[date], *, minutes: int, after: datetime) -> tuple[datetime, ...]:
    """Free moments in local time that never overlap: whole hours, two or three apart where a talk takes longer. Each
    day begins with the hour at which people are freshest. The
    maximum of the week is left to the assignment, which can say that it was in the way."""
    opens_at = agenda.hours.opens_at
    whole = opens_at if opens_at == time(opens_at.hour) else time(min(opens_at.hour + 1, 23))
    if whole >= agenda.hours.closes_at:
        return ()
    open_agenda = replace(agenda, hours=replace(agenda.hours, opens_at=whole), load=rules.Load())
    apart = -(-minutes // 60)
    found = open_agenda.slots(days, minutes=minutes, after=after)
    usable = (starts_at for starts_at in found if starts_at.hour % apart == 0)
    return tuple(sorted(usable, key=lambda one: (one.date(), abs(one.hour - BEST_HOUR), one.hour)))


def _days(departure: Departure, dates: Dates, closed: frozenset[date]) -> list[date]:
    first, last = dates.earliest_on, dates.latest_on
    if first is None or last is None:
        return []
    work = work_of(departure, first=first, last=last, closed=closed)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day in work]


def _cost(candidate: Candidate, departure: Departure) -> int:
    merits = {merit["merit"] for merit in candidate.merits}
    return assignment.pair_cost(
        same_language=candidate.user.language == departure.person.language,
        shared_a_team=not merits & {"outside", "never_same_team"},
    )


def _interviewer(
    user: User, agenda: Agenda, days: Sequence[date], taken: Sequence[Taken], *, minutes: int, after: datetime
) -> assignment.Interviewer:
    mine = [(one.starts_at, one.starts_at + timedelta(minutes=minutes)) for one in taken if one.interviewer == user.pk]
    free = slots_for(replace(agenda, talks=(*agenda.talks, *mine)), days, minutes=minutes, after=after)
    booked = Counter({date.fromisocalendar(*week, 1): count for week, count in agenda.load.talks.items()})
    for starts_at, _ in mine:
        day = timezone.localdate(starts_at)
        booked[day - timedelta(days=day.weekday())] += 1
    most = agenda.load.most
    return assignment.Interviewer(user.pk, free, len(free) if most is None else most, dict(booked))


def _rooms(
    hours: Iterable[datetime],
    days: Sequence[date],
    taken: Sequence[Taken],
    besides: Sequence[Departure],
    minutes: int,
) -> dict[datetime, list[Room]]:
    """The rooms that are free at each hour: open, without a conversation, and not taken in their own calendar."""
    if not days:
        return {}
    rooms = list(queries.rooms_in_use())
    talks = queries.talks_in(rooms, first=days[0], last=days[-1] + timedelta(days=1), besides=besides)
    busy = busy_times(rooms, first=days[0], last=days[-1])
    found: dict[datetime, list[Room]] = {starts_at: [] for starts_at in hours}
    for room in rooms:
        mine = [
            (one.starts_at, one.starts_at + timedelta(minutes=minutes)) for one in taken if one.room == str(room.pk)
        ]
        periods = busy[room.pk].periods if room.pk in busy else ()
        agenda = Agenda(rules.Hours(room.weekdays, room.opens_at, room.closes_at), (*talks[room.pk], *mine), periods)
        for starts_at in slots_for(agenda, days, minutes=minutes, after=timezone.make_aware(datetime(1970, 1, 2))):
            if starts_at in found:
                found[starts_at].append(room)
    return found


def figures_of(asked: Asked, solution: assignment.Solution, *, seconds: float, locked: int) -> dict[str, Any]:
    """What a plan says of itself, beside what planning one by one would have given."""
    simple = assignment.one_by_one(asked.problem)
    return {
        "outcome": solution.outcome.value,
        "planned": len(solution.meetings),
        "locked": locked,
        "cost": solution.cost,
        "gap": solution.gap,
        "simple_planned": len(simple),
        "simple_cost": assignment.plan_cost(asked.problem, simple),
        "seconds": round(seconds, 1),
    }
