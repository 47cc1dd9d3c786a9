"""The assignment as an integer programme.

Columns: ``talk`` (leaver, interviewer, day), 0 or 1; ``hour`` (interviewer, hour), 0 or 1; ``over`` (interviewer), the
conversations above the fair share. A leaver can talk at any hour of a day, so who takes which hour of the day is no
question of the programme: it only has to give each interviewer as many hours of a day as conversations. That keeps it
small (about 90,000 columns for 300 leavers and 20 interviewers) and, where no rooms are counted, a network flow, whose
relaxation is whole by itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

import numpy as np
from scipy import sparse

from uitzicht.core.assignment.hours import preferred
from uitzicht.core.assignment.vocabulary import Leaver, Meeting, Name, Problem, monday_of
from uitzicht.core.assignment.weights import OVER_FAIR_SHARE, day_cost

Triple = tuple[Leaver, Name, date]


@dataclass
class Rows:
    """Constraints ``low <= row . x <= high``, collected one by one."""

    data: list[float] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> None:
        for column, value in terms:
            self.columns.append(column)
            self.data.append(value)
        self.starts.append(len(self.columns))
        self.low.append(low)
        self.high.append(high)

    def matrix(self, width: int) -> sparse.csr_array:
        return sparse.csr_array((self.data, self.columns, self.starts), shape=(len(self.low), width))


@dataclass(frozen=True)
class Model:
    """``talks``, ``hours``: what the first and the second block of columns mean. ``objective``: points of each column;
    each conversation earns ``reward``, which is more than all points of a plan together."""

    problem: Problem
    talks: list[Triple]
    hours: list[tuple[Name, datetime]]
    objective: np.ndarray
    reward: int
    rows: Rows

    @property
    def width(self) -> int:
        return len(self.objective)

    @property
    def whole(self) -> np.ndarray:
        """1 where a column takes whole numbers; ``over`` follows from the others."""
        return (np.arange(self.width) < len(self.talks) + len(self.hours)).astype(int)

    @property
    def upper(self) -> np.ndarray:
        return np.where(self.whole == 1, 1.0, np.inf)

    def meetings(self, x: np.ndarray) -> list[Meeting]:
        """The plan behind a solution: the leavers of an interviewer's day take its hours in their order."""
        first = len(self.talks)
        chosen: dict[tuple[Name, date], list[datetime]] = defaultdict(list)
        for (name, starts_at), value in zip(self.hours, x[first : first + len(self.hours)], strict=True):
            if value > 0.5:
                chosen[name, starts_at.date()].append(starts_at)
        hours, found = preferred(self.problem, chosen), []
        for number in np.flatnonzero(x[:first] > 0.5):
            leaver, name, day = self.talks[number]
            found.append(Meeting(leaver.name, name, hours[name, day].pop(0)))
        return found


def build(problem: Problem) -> Model:
    hours = [(one.name, starts_at) for one in problem.interviewers for starts_at in one.free]
    has_hours = {(name, starts_at.date()) for name, starts_at in hours}
    talks = [
        (leaver, name, day)
        for leaver in problem.leavers
        for name in leaver.cost
        for day in sorted(leaver.days)
        if (name, day) in has_hours
    ]
    talk_cost = [leaver.cost[name] + day_cost(day, leaver.target) for leaver, name, day in talks]
    reward = 1 + len(problem.leavers) * (max(talk_cost, default=0) + OVER_FAIR_SHARE)
    points = [*(cost - reward for cost in talk_cost), *[0] * len(hours), *[OVER_FAIR_SHARE] * len(problem.interviewers)]
    rows = Rows()
    _each_leaver_once(rows, talks)
    _as_many_hours_as_talks(rows, talks, hours)
    _weekly_maximum(rows, problem, hours, first=len(talks))
    _rooms(rows, problem, hours, first=len(talks))
    _over_fair_share(rows, problem, hours, first=len(talks))
    return Model(problem, talks, hours, np.array(points, dtype=float), reward, rows)


def _each_leaver_once(rows: Rows, talks: list[Triple]) -> None:
    columns: dict[Name, list[int]] = defaultdict(list)
    for number, (leaver, _, _) in enumerate(talks):
        columns[leaver.name].append(number)
    for mine in columns.values():
        rows.add(((number, 1) for number in mine), 0, 1)


def _as_many_hours_as_talks(rows: Rows, talks: list[Triple], hours: list[tuple[Name, datetime]]) -> None:
    terms: dict[tuple[Name, date], list[tuple[int, float]]] = defaultdict(list)
    for number, (_, name, day) in enumerate(talks):
        terms[name, day].append((number, 1))
    for number, (name, starts_at) in enumerate(hours, start=len(talks)):
        terms[name, starts_at.date()].append((number, -1))
    for balance in terms.values():
        rows.add(balance, 0, 0)


def _weekly_maximum(rows: Rows, problem: Problem, hours: list[tuple[Name, datetime]], *, first: int) -> None:
    people = {one.name: one for one in problem.interviewers}
    columns: dict[tuple[Name, date], list[int]] = defaultdict(list)
    for number, (name, starts_at) in enumerate(hours, start=first):
        columns[name, monday_of(starts_at.date())].append(number)
    for (name, week), mine in columns.items():
        rows.add(((number, 1) for number in mine), 0, people[name].room_in(week))


def _rooms(rows: Rows, problem: Problem, hours: list[tuple[Name, datetime]], *, first: int) -> None:
    if problem.rooms is None:
        return
    columns: dict[datetime, list[int]] = defaultdict(list)
    for number, (_, starts_at) in enumerate(hours, start=first):
        columns[starts_at].append(number)
    for starts_at, mine in columns.items():
        rows.add(((number, 1) for number in mine), 0, problem.rooms.get(starts_at, 0))


def _over_fair_share(rows: Rows, problem: Problem, hours: list[tuple[Name, datetime]], *, first: int) -> None:
    """``over`` is at least what an interviewer takes on beyond what is left of the fair share."""
    columns: dict[Name, list[int]] = defaultdict(list)
    for number, (name, _) in enumerate(hours, start=first):
        columns[name].append(number)
    for number, one in enumerate(problem.interviewers, start=first + len(hours)):
        left = max(problem.fair_share - sum(one.booked.values()), 0)
        rows.add([*((column, 1.0) for column in columns[one.name]), (number, -1.0)], -np.inf, left)
