"""Who is free when: our own appointments, working hours, other calendars, and how much one week can bear.

``agendas`` reads everything for many people at once (three statements, and each calendar at most once in ten minutes);
everything after it is computed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.planning import queries, rules
from uitzicht.planning.busy import Busy, Trouble, busy_times, merged
from uitzicht.planning.models import Diary, InterviewerDiary, Room

USUAL_MINUTES = 60
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The time of one interviewer or room. ``talks``: own appointments; ``busy``: what another calendar holds;
    ``trouble``: why that calendar could not be read. ``settled``: somebody set the hours; else they are the usual ones."""

    hours: rules.Hours
    talks: tuple[rules.Period, ...] = ()
    busy: tuple[rules.Period, ...] = ()
    load: rules.Load = field(default_factory=rules.Load)
    trouble: Trouble | None = None
    settled: bool = False

    def slots(self, days: Iterable[date], *, minutes: int, after: datetime) -> list[datetime]:
        """The moments at which a conversation can begin, in local time."""
        taken = merged((*self.talks, *self.busy))
        zone = ZoneInfo(settings.TIME_ZONE)
        return rules.slots(days, self.hours, taken, self.load, minutes=minutes, zone=zone, after=after)


def free_slots(
    departure: Departure, interviewer: User, *, at: datetime, minutes: int = USUAL_MINUTES
) -> list[datetime]:
    """Where the leaver's days and the interviewer's hours meet, whole hours from the first working hour on."""
    days = queries.days_that_suit(departure, on=timezone.localdate(at))
    if not days:
        return []
    agenda = agendas([interviewer], first=days[0], last=days[-1], besides=[departure])[interviewer.pk]
    return agenda.slots(days, minutes=minutes, after=at)


def agendas(
    interviewers: Sequence[User], *, first: date, last: date, besides: Sequence[Departure] = ()
) -> dict[int, Agenda]:
    """By key of the account, for [first, last] and the whole weeks around. ``besides``: departures whose own appointment
    may move, so that it takes no time."""
    diaries = queries.diaries_of(interviewers)
    talks = queries.talks_of(interviewers, first=_monday(first), last=_monday(last) + WEEK, besides=besides)
    busy = busy_times(diaries.values(), first=first, last=last)
    return {user.pk: _agenda(diaries[user.pk], talks[user.pk], busy) for user in interviewers}


def free_rooms(starts_at: datetime, minutes: int, *, besides: Departure | None = None) -> list[tuple[Room, bool]]:
    """Every room in use, and whether it is free then: open, without another conversation, and not taken in its calendar."""
    rooms = list(queries.rooms_in_use())
    on = timezone.localdate(starts_at)
    talks = queries.talks_in(rooms, first=on, last=on + timedelta(days=1), besides=[besides] if besides else [])
    busy = busy_times(rooms, first=on, last=on)
    return [(room, not _clashes(_agenda(room, talks[room.pk], busy), starts_at, minutes)) for room in rooms]


@dataclass(frozen=True, slots=True)
class Objections:
    """What speaks against a moment without forbidding it."""

    outside_hours: bool = False
    busy: bool = False
    week_is_full: bool = False
    room_busy: bool = False

    def __bool__(self) -> bool:
        return self.outside_hours or self.busy or self.week_is_full or self.room_busy


def objections(
    departure: Departure, interviewer: User, *, starts_at: datetime, minutes: int, room: Room | None
) -> Objections:
    """What the calendars say about a moment that somebody chose; an unreadable calendar says nothing."""
    on = timezone.localdate(starts_at)
    agenda = agendas([interviewer], first=on, last=on, besides=[departure])[interviewer.pk]
    free = {one.pk: is_free for one, is_free in free_rooms(starts_at, minutes, besides=departure)} if room else {}
    return Objections(
        outside_hours=agenda.settled and _outside(agenda.hours, starts_at, minutes),
        busy=not rules.is_free(starts_at, minutes, agenda.busy),
        week_is_full=agenda.settled and not agenda.load.has_room(on),
        room_busy=room is not None and not free.get(room.pk, True),
    )


def spoken_objections(found: Objections, interviewer: str, room: str) -> list[str]:
    """In the language of the reader; what is in the way stands in no calendar of ours, so it is not told either."""
    said = {
        gettext("{interviewer} does not work at that hour."): found.outside_hours,
        gettext("The calendar of {interviewer} is taken at that hour."): found.busy,
        gettext("{interviewer} has as many conversations that week as one week can bear."): found.week_is_full,
        gettext("{room} is taken or closed at that hour."): found.room_busy,
    }
    return [text.format(interviewer=interviewer, room=room) for text, holds in said.items() if holds]


def _agenda(diary: Diary, talks: Sequence[rules.Period], busy: Mapping[UUID, Busy]) -> Agenda:
    read = busy.get(diary.pk, Busy())
    hours = rules.Hours(diary.weekdays, diary.opens_at, diary.closes_at)
    weeks = Counter(rules.week_of(timezone.localdate(begin)) for begin, _ in talks)
    most = diary.most_a_week if isinstance(diary, InterviewerDiary) else None
    load = rules.Load(weeks, most)
    return Agenda(hours, tuple(talks), read.periods, load, read.trouble, settled=not diary._state.adding)


def _clashes(agenda: Agenda, starts_at: datetime, minutes: int) -> bool:
    taken = (*agenda.talks, *agenda.busy)
    return _outside(agenda.hours, starts_at, minutes) or not rules.is_free(starts_at, minutes, taken)


def _outside(hours: rules.Hours, starts_at: datetime, minutes: int) -> bool:
    zone = ZoneInfo(settings.TIME_ZONE)
    held = hours.on(starts_at.astimezone(zone).date(), zone)
    if held is None:
        return True
    opens_at, closes_at = (moment.astimezone(UTC) for moment in held)
    return starts_at < opens_at or starts_at + timedelta(minutes=minutes) > closes_at


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
