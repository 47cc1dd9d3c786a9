"""The last day worked, and the days on which a conversation suits.

Leave and time off in lieu without dates are taken at the very end, in whole days of work; what has dates is taken then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from uitzicht.core.calendar.absence import Absence, days_absent
from uitzicht.core.calendar.workdays import ONE_DAY, workdays

TARGET = timedelta(days=7)  # about one week before: near enough to speak freely, far enough to have calm
EARLIEST = timedelta(days=21)


class Reason(StrEnum):
    """Why a window is not the usual one."""

    EARLIEST_IS_TODAY = "earliest_is_today"  # the usual first day has passed already
    TARGET_PASSED = "target_passed"  # the usual target has passed: the soonest day is the best one now
    TARGET_MOVED = "target_moved"  # one week before is no day of work: the nearest earlier one
    AWAY_BEFORE_THE_END = "away_before_the_end"  # an absence begins in the weeks in which the talk should be


@dataclass(frozen=True, slots=True)
class Window:
    """Days of work with ``earliest_on <= target_on <= latest_on < last day worked``."""

    earliest_on: date
    target_on: date
    latest_on: date
    reasons: tuple[Reason, ...] = ()

    def __contains__(self, day: date) -> bool:
        return self.earliest_on <= day <= self.latest_on


def last_day_worked(
    ends_on: date,
    leave_days: int,
    recup_days: int,
    pattern: str,
    off: Iterable[date],
    absences: Iterable[Absence] = (),
) -> date:
    """The last day of work on or before ``ends_on``, once the leave and recup days (whole days of work) are taken.

    ``off``: public holidays and closing days; ``absences``: what has dates, besides the days that are only counted.
    """
    if leave_days < 0 or recup_days < 0:
        raise ValueError("leave and recup days are counted from 0")
    return workdays(pattern, {*off, *days_absent(absences)}).back(ends_on, leave_days + recup_days)


def conversation_window(
    last_day: date, pattern: str, off: Iterable[date], today: date, absences: Iterable[Absence] = ()
) -> Window | None:
    """When the conversation can be: about 21 to 1 days of the calendar before the last day worked, 7 at best.

    None when no day of work is left between today and the last day worked, which itself never counts.
    """
    absences = tuple(absences)
    work = workdays(pattern, {*off, *days_absent(absences)})
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
    if any(absence.first_on <= last_day and usual_earliest <= absence.last_on for absence in absences):
        reasons.append(Reason.AWAY_BEFORE_THE_END)
    return Window(earliest_on, target_on, latest_on, tuple(reasons))
