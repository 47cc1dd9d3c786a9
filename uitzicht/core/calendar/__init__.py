"""When a contract ends, when somebody works and last does, and when to talk: pure functions of dates."""

from uitzicht.core.calendar.absence import Absence, AbsenceKind, days_absent
from uitzicht.core.calendar.departure import Reason, Window, conversation_window, last_day_worked
from uitzicht.core.calendar.workdays import Workdays, week_of, weeks_of, workdays

__all__ = [
    "Absence",
    "AbsenceKind",
    "Reason",
    "Window",
    "Workdays",
    "conversation_window",
    "days_absent",
    "last_day_worked",
    "week_of",
    "weeks_of",
    "workdays",
]
