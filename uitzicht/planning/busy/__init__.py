"""When somebody's calendar, or that of a room, is busy. Only begin and end are kept, in memory, for ten minutes."""

from uitzicht.planning.busy.periods import Period, busy_in, merged
from uitzicht.planning.busy.reading import Busy, busy_times
from uitzicht.planning.busy.trouble import Trouble
from uitzicht.planning.busy.writing import remove_event, write_event

__all__ = ["Busy", "Period", "Trouble", "busy_in", "busy_times", "merged", "remove_event", "write_event"]
