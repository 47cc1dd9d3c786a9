"""Departures and appointments as tests need them: the usual one, with what a test changes."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from tests.cast import NOW, Cast
from uitzicht.departures.models import Departure
from uitzicht.departures.services import register_departure
from uitzicht.people.models import Person
from uitzicht.planning.models import Appointment
from uitzicht.planning.services import schedule_appointment

BRUSSELS = ZoneInfo("Europe/Brussels")
BY = "Noor Verlinden <noor@havenlicht.example>"


def register(person: Person, *, at: datetime = NOW, **changes: Any) -> Departure:
    """Sofie's usual departure, seen from NOW: last day worked Thursday 26 March, target Thursday 19 March 2026."""
    usual = {
        "kind": "resignation",
        "notified_on": date(2026, 2, 10),
        "ends_on": date(2026, 3, 31),
        "leave_days": 3,
        "recup_days": 0,
        "working_days": "1111100",
        "destination": "",
        "desirability": "",
    }
    return register_departure(person, **(usual | changes), by=BY, at=at)


def register_from_today(person: Person, *, days: int = 30, **changes: Any) -> Departure:
    """A departure whose contract ends so many days from the real today, for tests that walk through pages."""
    now = timezone.now()
    today = timezone.localdate(now)
    usual = {"notified_on": today - timedelta(days=20), "ends_on": today + timedelta(days=days), "leave_days": 0}
    return register(person, at=now, **(usual | changes))


def schedule(departure: Departure, cast: Cast, *, at: datetime = NOW, **changes: Any) -> Appointment:
    """With Bram, on the target day at two in the afternoon."""
    assert departure.target_on is not None
    usual = {
        "interviewer": cast.interviewer,
        "starts_at": datetime.combine(departure.target_on, time(14), BRUSSELS),
        "minutes": 60,
        "place_kind": "room",
        "place": "Kamer Vuurtoren",
    }
    return schedule_appointment(departure, **(usual | changes), by=BY, at=at)
