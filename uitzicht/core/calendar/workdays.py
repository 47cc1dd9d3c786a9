"""The days on which one person works."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_A_WEEK = 7
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """``day in workdays`` asks whether this person works that day. Made by ``workdays``, which checks the pattern."""

    weekdays: frozenset[int]
    holidays: frozenset[date]

    def __contains__(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.holidays

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


def workdays(pattern: str, holidays: Iterable[date]) -> Workdays:
    """``pattern``: seven characters, Monday first, 1 for a day of work ("1111100"); at least one 1.

    Raises ValueError on another pattern.
    """
    if len(pattern) != DAYS_A_WEEK or set(pattern) - {"0", "1"} or "1" not in pattern:
        raise ValueError(f"{pattern!r} is not a weekly pattern: write seven times 0 or 1, Monday first, with a 1")
    return Workdays(frozenset(i for i, worked in enumerate(pattern) if worked == "1"), frozenset(holidays))
