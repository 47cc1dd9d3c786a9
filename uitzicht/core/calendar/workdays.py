"""The days on which one person works."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_A_WEEK = 7
MOST_WEEKS = 4
BETWEEN_WEEKS = "/"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """``day in workdays`` asks whether this person works that day. Made by ``workdays``, which checks the pattern."""

    weeks: tuple[frozenset[int], ...]
    off: frozenset[date]

    def __contains__(self, day: date) -> bool:
        return day.weekday() in self.weeks[week_of(day, len(self.weeks))] and day not in self.off

    def on_or_before(self, day: date) -> date:
        """The nearest day of work, looking back."""
        while day not in self:
            day -= ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The nearest day of work, looking ahead."""
        while day not in self:
            day += ONE_DAY
        return day

    def back(self, day: date, count: int) -> date:
        """``count`` days of work before ``day``, itself a day of work when ``count`` is 0 and ``day`` is one."""
        day = self.on_or_before(day)
        for _ in range(count):
            day = self.on_or_before(day - ONE_DAY)
        return day

    def ahead(self, day: date, count: int) -> date:
        """The ``count``-th day of work after ``day``; ``day`` itself when ``count`` is 0."""
        for _ in range(count):
            day = self.on_or_after(day + ONE_DAY)
        return day


def workdays(pattern: str, off: Iterable[date]) -> Workdays:
    """``pattern``: see ``weeks_of``; ``off``: public holidays, closing days and other days nobody expects this person.

    Raises ValueError on another pattern.
    """
    return Workdays(weeks_of(pattern), frozenset(off))


def weeks_of(pattern: str) -> tuple[frozenset[int], ...]:
    """The days of work (Monday is 0) of each week of ``pattern``.

    A week is seven characters, Monday first, 1 for a day of work ("1111100"). Weeks that take turns are written with
    a stroke ("1111100/1110000"), two to four of them; ``week_of`` says whose turn it is. At least one 1.
    """
    weeks = pattern.split(BETWEEN_WEEKS)
    well_written = all(len(week) == DAYS_A_WEEK and not set(week) - {"0", "1"} for week in weeks)
    if not well_written or len(weeks) > MOST_WEEKS or "1" not in pattern:
        raise ValueError(
            f"{pattern!r} is not a weekly pattern: write seven times 0 or 1, Monday first, with a 1; "
            "weeks that take turns are divided by a stroke"
        )
    return tuple(frozenset(i for i, worked in enumerate(week) if worked == "1") for week in weeks)


def week_of(day: date, count: int) -> int:
    """Which of ``count`` weeks that take turns ``day`` lies in.

    Counted through without a break from the first Monday of the calendar: numbered weeks would stumble over a
    year of 53 weeks, such as 2026.
    """
    return (day.toordinal() - 1) // DAYS_A_WEEK % count
