"""Appointments, and the calendars that they have to fit in."""

from uitzicht.planning.models import appointments, calendars, many
from uitzicht.planning.models.appointments import Answer, Appointment, Avoided, PlaceKind, Wish
from uitzicht.planning.models.calendars import CalendarKind, Diary, FeedKey, InterviewerDiary, Room
from uitzicht.planning.models.many import MassPlan

PRIVACY = appointments.PRIVACY | calendars.PRIVACY | many.PRIVACY

__all__ = [
    "PRIVACY",
    "Answer",
    "Appointment",
    "Avoided",
    "CalendarKind",
    "Diary",
    "FeedKey",
    "InterviewerDiary",
    "MassPlan",
    "PlaceKind",
    "Room",
    "Wish",
]
