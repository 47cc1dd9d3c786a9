"""Time passes: what everybody does, told by generators that stop until their next moment, in the order of the clock."""

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

Course = Generator[datetime, None, None]
"""Yields the moment of its next step, and takes that step when it is resumed."""

Progress = Callable[[str, int, int], None]


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock moment at the place of work."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def live(courses: Iterable[Course], *, until: datetime, tell: Progress) -> None:
    """Take every step up to ``until``, the earliest first; later ones have not come yet."""
    waiting: list[tuple[datetime, int, Course]] = []
    for place, course in enumerate(courses):
        _go_on(waiting, place, course)
    first = waiting[0][0] if waiting else until
    total = max(1, (until - first) // timedelta(days=1))
    told = -1
    while waiting and waiting[0][0] <= until:
        at, place, course = heapq.heappop(waiting)
        if (day := min(total, (at - first) // timedelta(days=1))) // 10 > told:
            told = day // 10
            tell("three years", day, total)
        _go_on(waiting, place, course)
    tell("three years", total, total)


def _go_on(waiting: list[tuple[datetime, int, Course]], place: int, course: Course) -> None:
    at = next(course, None)
    if at is not None:
        heapq.heappush(waiting, (at, place, course))
