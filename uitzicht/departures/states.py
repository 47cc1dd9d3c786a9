"""The state of a conversation in a few lines: what is done, what is next. Never what was said."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Kind, Stage


@dataclass(frozen=True, slots=True)
class State:
    """``code``: which line; ``mark``: "", half or full; ``word``: which sentence stands beside it; ``on``: its date."""

    code: str
    mark: str
    word: str
    on: date | None = None


ORDER = (Stage.REGISTERED, Stage.PLANNED, Stage.INVITED, Stage.PREPARED, Stage.HELD, Stage.CODED, Stage.RELEASED)


def states_of(departure: Departure, appointment: Any, *, on: date) -> list[State]:
    """Empty when there is no conversation to speak of: after a death, or when it was declined or cancelled."""
    stage = Stage(departure.stage)
    if departure.kind == Kind.DEATH or stage not in ORDER:
        return []
    reached = ORDER.index(stage)
    return [
        _invitation(appointment, reached),
        State("preparation", _mark(reached, 3), "done" if reached >= 3 else "to_do"),
        _talk(appointment, reached),
        *_summary(departure, reached, on),
        State("processing", _mark(reached, 5, half=4), "done" if reached >= 5 else "to_do"),
        _release(departure, reached, on),
    ]


def _release(departure: Departure, reached: int, on: date) -> State:
    if reached >= ORDER.index(Stage.RELEASED):
        return State("release", "full", "done")
    return State("release", "", "after" if departure.last_day_worked_on >= on else "next", departure.last_day_worked_on)


def _invitation(appointment: Any, reached: int) -> State:
    if reached >= 4 and (appointment is None or appointment.invited_at is None):
        return State("invitation", "full", "done")
    if appointment is None:
        return State("invitation", "", "to_plan")
    if appointment.invited_at is None:
        return State("invitation", "half", "to_send")
    return State("invitation", "full", "sent", timezone.localdate(appointment.invited_at))


def _talk(appointment: Any, reached: int) -> State:
    day = timezone.localdate(appointment.starts_at) if appointment else None
    return State("talk", _mark(reached, 4), "held" if reached >= 4 else "planned" if day else "to_plan", day)


SUMMARY_MARKS = {"waiting": "half", "corrected": "half", "confirmed": "full", "lapsed": "none", "erased": "none"}


def _summary(departure: Departure, reached: int, on: date) -> list[State]:
    """Once the talk was held (its sheet is an ``interviews.Interview``: a room this one does not import)."""
    interview: Any = getattr(departure, "interview", None)
    if interview is None or reached < 4:
        return []
    word = str(interview.summary_state_for_hr(on).value)
    return [State("summary", SUMMARY_MARKS.get(word, ""), word)]


def _mark(reached: int, full: int, half: int = 99) -> str:
    return "full" if reached >= full else "half" if reached >= half else ""
