"""The last day worked, and the days on which a conversation suits.

The rule is simple on purpose: leave and time off in lieu are taken at the very end, in whole days of work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from uitzicht.core.calendar.workdays import ONE_DAY, workdays

TARGET = timedelta(days=7)  # about one week before: near enough to speak freely, far enough to have calm
EARLIEST = timedelta(days=21)


class Reason(StrEnum):
    """Why a window is not the usual one."""

    EARLIEST_IS_TODAY = "earliest_is_today"  # the usual first day has passed already
    TARGET_PASSED = "target_passed"  # the usual target has passed: the soonest day is the best one now
    TARGET_MOVED = "target_moved"  # one week before is no day of work: the nearest earlier one


@dataclass(frozen=True, slots=True)
class Window:
    """Days of work with ``earliest_on <= target_on <= latest_on < last day worked``."""

    earliest_on: date
    target_on: date
    latest_on: date
    reasons: tuple[Reason, ...] = ()

    def __contains__(self, day: date) -> bool:
        return self.earliest_on <= day <= self.latest_on


def last_day_worked(ends_on: date, leave_days: int, recup_days: int, pattern: str, holidays: Iterable[date]) -> date:
    """The last day of work on or before ``ends_on``, once the leave and recup days (whole days of work) are taken."""
    if leave_days < 0 or recup_days < 0:
        raise ValueError("leave and recup days are counted from 0")
    return workdays(pattern, holidays).back(ends_on, leave_days + recup_days)


def conversation_window(last_day: date, pattern: str, holidays: Iterable[date], today: date) -> Window | None:
    """When the conversation can be: about 21 to 1 days of the calendar before the last day worked, 7 at best.

    None when no day of work is left between today and the last day worked, which itself never counts.
    """
    work = workdays(pattern, holidays)
    latest_on = work.on_or_before(last_day - ONE_DAY)
    usual_target, usual_earliest = last_day - TARGET, min(last_day - EARLIEST, latest_on)
    earliest_on = work.on_or_after(max(usual_earliest, today))
    if earliest_on > latest_on:
        return None
    target_on = work.on_or_before(usual_target)
    reasons = [Reason.EARLIEST_IS_TODAY] if today > usual_earliest else []
    if target_on < earliest_on:
        reasons.append(Reason.TARGET_PASSED if target_on < today else Reason.TARGET_MOVED)
        target_on = earliest_on
    elif target_on != usual_target:
        reasons.append(Reason.TARGET_MOVED)
    return Window(earliest_on, target_on, latest_on, tuple(reasons))
