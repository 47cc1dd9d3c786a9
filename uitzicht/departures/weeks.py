"""The working week as people fill it in and read it."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS

from uitzicht.core.calendar import week_of, weeks_of
from uitzicht.core.calendar.workdays import BETWEEN_WEEKS, DAYS_A_WEEK


def written(*weeks: Iterable[str]) -> str:
    """The pattern of these weeks; each the numbers of its days of work ("0" is Monday)."""
    return BETWEEN_WEEKS.join("".join("1" if str(i) in set(week) else "0" for i in WEEKDAYS) for week in weeks)


def chosen(pattern: str) -> list[list[str]]:
    """The reverse of ``written``."""
    return [[str(i) for i in sorted(week)] for week in weeks_of(pattern)]


def named(pattern: str) -> list[list[str]]:
    """The names of the days of work of each week."""
    return [[str(WEEKDAYS[i]) for i in sorted(week)] for week in weeks_of(pattern)]


def next_monday(turn: int, count: int, *, on: date) -> date:
    """The Monday, of this week or soon after it, of the week whose turn it is."""
    monday = on - timedelta(days=on.weekday())
    while week_of(monday, count) != turn:
        monday += timedelta(days=DAYS_A_WEEK)
    return monday
