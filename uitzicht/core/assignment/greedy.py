"""One after the other: each leaver takes the best of what is left. A yardstick, and the answer when there is no other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from uitzicht.core.assignment.hours import hours_by_day
from uitzicht.core.assignment.vocabulary import Interviewer, Leaver, Meeting, Name, Problem, monday_of
from uitzicht.core.assignment.weights import OVER_FAIR_SHARE, day_cost


def one_by_one(problem: Problem) -> list[Meeting]:
    """Whoever has the fewest days and interviewers to choose from goes first. Never breaks a hard rule, and may leave
    out somebody whom a better plan has room for."""
    left = Left.of(problem)
    meetings = []
    for leaver in sorted(problem.leavers, key=lambda one: (len(one.days) * len(one.cost), one.target, str(one.name))):
        best = min(_options(leaver, left, problem.fair_share), default=None)
        if best is not None:
            _, _, starts_at, number = best
            meetings.append(Meeting(leaver.name, problem.interviewers[number].name, starts_at))
            left.take(problem.interviewers[number], starts_at)
    return meetings


def _options(leaver: Leaver, left: "Left", fair_share: int) -> Iterator[tuple[int, int, datetime, int]]:
    """(points, conversations of the interviewer, hour, number of the interviewer); the smallest is best."""
    for number, interviewer in enumerate(left.interviewers):
        if interviewer.name not in leaver.cost:
            continue
        load = left.load[interviewer.name]
        pair = leaver.cost[interviewer.name] + OVER_FAIR_SHARE * (load >= fair_share)
        for day in leaver.days:
            starts_at = left.first_hour(interviewer, day)
            if starts_at is not None:
                yield pair + day_cost(day, leaver.target), load, starts_at, number


@dataclass
class Left:
    """What no conversation has taken yet."""

    interviewers: tuple[Interviewer, ...]
    hours: dict[tuple[Name, date], list[datetime]]
    rooms: dict[datetime, int] | None
    weeks: Counter[tuple[Name, date]] = field(default_factory=Counter)
    load: Counter[Name] = field(default_factory=Counter)

    @classmethod
    def of(cls, problem: Problem) -> "Left":
        hours: dict[tuple[Name, date], list[datetime]] = {}
        for one in problem.interviewers:
            for starts_at in sorted(one.free):
                hours.setdefault((one.name, starts_at.date()), []).append(starts_at)
        rooms = None if problem.rooms is None else dict(problem.rooms)
        load = Counter({one.name: sum(one.booked.values()) for one in problem.interviewers})
        return cls(problem.interviewers, hours_by_day(problem), rooms, load=load)

    @classmethod
    def after(cls, problem: Problem, meetings: list[Meeting]) -> "Left":
        left = cls.of(problem)
        people = {one.name: one for one in problem.interviewers}
        for meeting in meetings:
            left.take(people[meeting.interviewer], meeting.starts_at)
        return left

    def take(self, interviewer: Interviewer, starts_at: datetime) -> None:
        day = starts_at.date()
        self.hours[interviewer.name, day].remove(starts_at)
        self.weeks[interviewer.name, monday_of(day)] += 1
        self.load[interviewer.name] += 1
        if self.rooms is not None:
            self.rooms[starts_at] -= 1

    def first_hour(self, interviewer: Interviewer, day: date) -> datetime | None:
        """The first hour of ``day`` at which this interviewer and a room are free, inside the maximum of the week."""
        if not self.has_week(interviewer, day):
            return None
        return next((hour for hour in self.hours.get((interviewer.name, day), ()) if self.has_room(hour)), None)

    def has_week(self, interviewer: Interviewer, day: date) -> bool:
        week = monday_of(day)
        return self.weeks[interviewer.name, week] < interviewer.room_in(week)

    def has_room(self, starts_at: datetime) -> bool:
        return self.rooms is None or self.rooms.get(starts_at, 0) > 0
