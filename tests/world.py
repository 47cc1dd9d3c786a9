"""A small organisation in which everything has happened once: a departure at each stage that pages need, and a release.

Built through the real services only, so that it proves the way from a staff list to a published insight each time.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from tests import survey
from tests.cast import Cast
from uitzicht.coding import services as coding
from uitzicht.departures.links import make_link
from uitzicht.departures.models import Departure
from uitzicht.departures.services import register_departure
from uitzicht.departures.vocabulary import Desirability, Kind
from uitzicht.history.mapping import load_mapping
from uitzicht.history.services import import_exits
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview
from uitzicht.people.models import Person, User
from uitzicht.planning import services as planning
from uitzicht.planning.models import Appointment, PlaceKind
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version
from uitzicht.release.models import Release
from uitzicht.release.services import make_release

BY = "the test <test@havenlicht.example>"


@dataclass
class World:
    cast: Cast
    departure: Departure
    appointment: Appointment
    interview: Interview
    link: str
    release: Release


def assemble(cast: Cast) -> World:
    """Sofie leaves: planned with Bram, talk open. Sixty leavers of before are imported and released."""
    at = timezone.now()
    publish_version(content.load(1), by=BY, at=at)
    departure = leaving(cast.leaver, on=timezone.localdate(at) + timedelta(days=30), at=at)
    appointment = planned(departure, cast.interviewer, at=at)
    interview = interviews.open_interview(appointment, by=BY, at=at)
    mapping = load_mapping(survey.mapping(), file="invented.toml")
    import_exits(survey.survey(60, 4), file="invented.csv", mapping=mapping, by=BY, at=at)
    release = make_release(by=BY, at=at, on=timezone.localdate(at))
    return World(cast, departure, appointment, interview, make_link(departure, at=at), release)


def leaving(person: Person, *, on: date, at: datetime, kind: str = Kind.RESIGNATION) -> Departure:
    """A departure of ``person`` whose contract ends ``on``."""
    return register_departure(
        person,
        kind=kind,
        notified_on=min(timezone.localdate(at), on - timedelta(days=28)),
        ends_on=on,
        leave_days=0,
        recup_days=0,
        working_days="1111100",
        destination="",
        desirability=Desirability.UNDESIRED,
        by=BY,
        at=at,
    )


def planned(departure: Departure, interviewer: User, *, at: datetime, hour: int = 10) -> Appointment:
    """An appointment on the target day."""
    day = datetime.combine(departure.target_on, datetime.min.time()).replace(hour=hour)
    return planning.schedule_appointment(
        departure,
        interviewer=interviewer,
        starts_at=timezone.make_aware(day),
        minutes=60,
        place_kind=PlaceKind.ROOM,
        place="Kamer Vuurtoren",
        by=BY,
        at=at,
    )


def held_and_coded(
    departure: Departure, interviewer: User, *, at: datetime, score: int, reason: str, notes: str = ""
) -> Interview:
    """A whole conversation: planned, held, coded; every A gets ``score``."""
    appointment = planned(departure, interviewer, at=at)
    interview = interviews.open_interview(appointment, by=BY, at=at)
    for area in survey.AREAS:
        interviews.save_answer(
            interview, f"{area}.satisfaction", notes="", score=score, choice=None, revision=0, by=BY, at=at
        )
    interviews.save_answer(
        interview,
        "content.variety",
        notes=notes or "Vertelde rustig.",
        score=None,
        choice=None,
        revision=0,
        by=BY,
        at=at,
    )
    interviews.save_reasons(interview, [{"reason": reason, "force": "push"}], revision=0, by=BY, at=at)
    interviews.save_summary(interview, "Kort en goed.", revision=0, by=BY, at=at)
    interviews.finish_interview(interview, by=BY, at=at)
    interview.refresh_from_db()
    coding.finish_coding(interview, by=BY, at=at)
    interview.refresh_from_db()
    return interview
