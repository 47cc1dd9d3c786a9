"""When somebody works, when they last do, and when to talk: pure functions of dates."""

from uitzicht.core.calendar.departure import Reason, Window, conversation_window, last_day_worked
from uitzicht.core.calendar.workdays import Workdays, workdays

__all__ = ["Reason", "Window", "Workdays", "conversation_window", "last_day_worked", "workdays"]
