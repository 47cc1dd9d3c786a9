"""Why somebody was left out of a plan, and what would make room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uitzicht.core.assignment.greedy import Left
from uitzicht.core.assignment.vocabulary import Interviewer, Leaver, Meeting, Name, Problem, monday_of


class Obstacle(StrEnum):
    NOBODY_ALLOWED = "nobody_allowed"  # no interviewer without a tie
    NO_DAY = "no_day"  # no day on which this person can be asked
    NO_FREE_HOUR = "no_free_hour"  # nobody who may has a free hour on those days, whatever the plan
    WEEK_FULL = "week_full"  # hours are left, above somebody's maximum of the week
    NO_ROOM = "no_room"  # somebody is free when no room is
    TAKEN = "taken"  # others have all the hours that would suit


@dataclass(frozen=True, slots=True)
class Remedy:
    """``who``: for whom one more conversation, hour or room would do, best first; ``day``: on which day, where it is one
    day or (``WEEK_FULL``) one week."""

    leaver: Name
    obstacle: Obstacle
    who: tuple[Name, ...] = ()
    day: date | None = None


def obstacles(problem: Problem, meetings: Iterable[Meeting]) -> list[Remedy]:
    """One for each leaver without a conversation in this plan, in the order of the problem."""
    made = list(meetings)
    planned = {meeting.leaver for meeting in made}
    left = Left.after(problem, made)
    return [_remedy(leaver, problem, left) for leaver in problem.leavers if leaver.name not in planned]


def _remedy(leaver: Leaver, problem: Problem, left: Left) -> Remedy:
    allowed = sorted(
        (one for one in problem.interviewers if one.name in leaver.cost), key=lambda one: leaver.cost[one.name]
    )
    names = tuple(one.name for one in allowed)
    if not allowed:
        return Remedy(leaver.name, Obstacle.NOBODY_ALLOWED)
    if not leaver.days:
        return Remedy(leaver.name, Obstacle.NO_DAY)
    if not any(starts_at.date() in leaver.days for one in allowed for starts_at in one.free):
        return Remedy(leaver.name, Obstacle.NO_FREE_HOUR, names)
    return _near_miss(leaver, allowed, left) or Remedy(leaver.name, Obstacle.TAKEN, names)


def _near_miss(leaver: Leaver, allowed: list[Interviewer], left: Left) -> Remedy | None:
    """The day nearest to the target on which one thing alone is in the way."""
    for day in sorted(leaver.days, key=lambda one: (abs((one - leaver.target).days), one)):
        for one in allowed:
            hours = left.hours.get((one.name, day), ())
            if not hours:
                continue
            if any(left.has_room(hour) for hour in hours):
                return Remedy(leaver.name, Obstacle.WEEK_FULL, (one.name,), monday_of(day))
            if left.has_week(one, day):
                return Remedy(leaver.name, Obstacle.NO_ROOM, (one.name,), day)
    return None
