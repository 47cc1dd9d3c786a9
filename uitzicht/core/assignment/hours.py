"""Which hours of a day: those that come first in an interviewer's own order, as far as rooms allow."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from uitzicht.core.assignment.vocabulary import Name, Problem

Day = tuple[Name, date]
"""An interviewer and a day."""


def hours_by_day(problem: Problem) -> dict[Day, list[datetime]]:
    """The free hours of each interviewer and day, in the order of ``Interviewer.free``."""
    found: dict[Day, list[datetime]] = {}
    for one in problem.interviewers:
        for starts_at in one.free:
            found.setdefault((one.name, starts_at.date()), []).append(starts_at)
    return found


def preferred(problem: Problem, chosen: Mapping[Day, list[datetime]]) -> dict[Day, list[datetime]]:
    """As many hours of each day as ``chosen`` has, moved one by one to better ones. What fitted still fits."""
    used = Counter(hour for hours in chosen.values() for hour in hours)
    free, found = hours_by_day(problem), {}
    for day, hours in chosen.items():
        rank = {hour: number for number, hour in enumerate(free[day])}
        mine = set(hours)
        for better in free[day]:
            last = max(mine, key=lambda hour: rank[hour])
            if rank[better] >= rank[last]:
                break
            if better not in mine and (problem.rooms is None or used[better] < problem.rooms.get(better, 0)):
                mine = (mine - {last}) | {better}
                used[last] -= 1
                used[better] += 1
        found[day] = sorted(mine)
    return found
