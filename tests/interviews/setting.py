"""The set-up of every test about a conversation: Sofie leaves, Bram speaks with her, the questionnaire is published."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.cast import NOW, Cast
from uitzicht.departures.models import Departure
from uitzicht.departures.services import register_departure
from uitzicht.interviews.models import Interview
from uitzicht.interviews.services import open_interview
from uitzicht.people.models import Person
from uitzicht.planning.models import Appointment
from uitzicht.planning.services import schedule_appointment
from uitzicht.questionnaires.content import load
from uitzicht.questionnaires.services import publish_version

HR = "Noor Verlinden <noor@havenlicht.example>"
BRAM = "Bram Nijs <bram@havenlicht.example>"
NOON = datetime(2026, 3, 17, 14, 0, tzinfo=ZoneInfo("Europe/Brussels"))  # a Tuesday, a week later


def leaving(person: Person) -> Departure:
    return register_departure(
        person, kind="resignation", notified_on=date(2026, 2, 2), ends_on=date(2026, 3, 27), by=HR, at=NOW
    )


def planned(cast: Cast, person: Person | None = None, *, hours_later: int = 0) -> Appointment:
    """An appointment of the interviewer with the leaver, or with ``person``."""
    publish_version(load(1), by=HR, at=NOW)
    return schedule_appointment(
        leaving(person or cast.leaver),
        interviewer=cast.interviewer,
        starts_at=NOON + timedelta(hours=hours_later),
        minutes=60,
        place_kind="room",
        place="Kleine zaal",
        by=HR,
        at=NOW,
    )


def talking(cast: Cast) -> Interview:
    """The conversation with the leaver, just begun."""
    return open_interview(planned(cast), by=BRAM, at=NOON)
