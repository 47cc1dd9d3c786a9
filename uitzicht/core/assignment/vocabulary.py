"""The problem and a piece of its answer."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

Name = Hashable
"""Whatever identifies a leaver or an interviewer."""


@dataclass(frozen=True, slots=True)
class Leaver:
    """``days``: the days on which this person can be asked to talk, at any hour. ``cost``: by interviewer who is allowed
    (everybody else never is), what the pair costs; 0 is best, see ``weights``."""

    name: Name
    target: date
    days: frozenset[date]
    cost: Mapping[Name, int]


@dataclass(frozen=True, slots=True)
class Interviewer:
    """``free``: when a conversation can start, none overlapping another, in local time, the best hours of each day first.
    ``per_week``: the most conversations in a week from Monday on. ``booked``: those that stand already, by the Monday of their week."""

    name: Name
    free: tuple[datetime, ...]
    per_week: int
    booked: Mapping[date, int] = field(default_factory=dict)

    def room_in(self, week: date) -> int:
        """How many more conversations the week of this Monday can take."""
        return max(self.per_week - self.booked.get(week, 0), 0)


@dataclass(frozen=True, slots=True)
class Problem:
    """``rooms``: how many conversations can start at one hour, by hour; None: as many as there are interviewers. An hour
    that ``rooms`` does not name has no room. Raises ValueError on two of one name."""

    leavers: tuple[Leaver, ...]
    interviewers: tuple[Interviewer, ...]
    rooms: Mapping[datetime, int] | None = None

    def __post_init__(self) -> None:
        for people in (self.leavers, self.interviewers):
            if len({one.name for one in people}) < len(people):
                raise ValueError("everybody in an assignment has a name of their own")

    @property
    def fair_share(self) -> int:
        """Conversations of one interviewer, those that stand included, when all have about as many."""
        if not self.interviewers:
            return 0
        booked = sum(sum(one.booked.values()) for one in self.interviewers)
        return -(-(len(self.leavers) + booked) // len(self.interviewers))


@dataclass(frozen=True, slots=True)
class Meeting:
    leaver: Name
    interviewer: Name
    starts_at: datetime


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
