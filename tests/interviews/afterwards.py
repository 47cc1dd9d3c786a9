"""The set-up of every test about what follows a conversation: held, with a summary that nobody but its interviewer knows."""

from datetime import datetime, timedelta

from django.utils import timezone

from tests import world
from tests.cast import Cast
from tests.interviews.setting import BRAM, NOON, talking
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview
from uitzicht.people.models import Person
from uitzicht.questionnaires.content import load
from uitzicht.questionnaires.queries import current_version
from uitzicht.questionnaires.services import publish_version

TEXT = "Kanarie-8801: fijn team, te weinig uitdaging."
BESIDE = "Kanarie-8802: het team was fijn, tot de laatste maand."
LAST_DAY = datetime(2026, 3, 27).date()  # of Sofie, whose contract ends that day
DAY = timedelta(days=1)


def held(cast: Cast, *, text: str = TEXT) -> Interview:
    """Sofie and Bram have spoken on ``NOON``; the summary is written, not sent."""
    interview = talking(cast)
    return _finish(interview, text, at=NOON)


def held_today(cast: Cast, person: Person | None = None, *, text: str = TEXT, hour: int = 10) -> Interview:
    """The same, seen from the clock of this machine, for tests of pages; the last day worked is some weeks away."""
    at = timezone.now()
    if current_version() is None:
        publish_version(load(1), by=BRAM, at=at)
    departure = world.leaving(person or cast.leaver, on=timezone.localdate(at) + timedelta(days=30), at=at)
    appointment = world.planned(departure, cast.interviewer, at=at, hour=hour)
    interview = services.open_interview(appointment, by=BRAM, at=at)
    return _finish(interview, text, at=at)


def gone(interview: Interview) -> None:
    """As if the last day worked was yesterday."""
    departure = interview.departure
    yesterday = timezone.localdate() - DAY
    departure.earliest_on = departure.target_on = departure.latest_on = yesterday - DAY
    departure.last_day_worked_on, departure.ends_on = yesterday, yesterday + 10 * DAY
    departure.notified_on = yesterday - 30 * DAY
    departure.save()


def _finish(interview: Interview, text: str, *, at: datetime) -> Interview:
    if text:
        services.save_summary(interview, text, revision=0, by=BRAM, at=at)
    services.finish_interview(interview, by=BRAM, at=at)
    interview.refresh_from_db()
    return interview
