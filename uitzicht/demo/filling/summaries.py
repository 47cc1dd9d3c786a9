"""From the summary that was read back to a confirmed one, and to those who may read it."""

from datetime import date, timedelta

from uitzicht.demo.filling import letters
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import World
from uitzicht.demo.generator.organisation import Exit
from uitzicht.departures.links import LEAVER
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import interview_of

DAY = timedelta(days=1)
CORRECTED = ("corrected", "agreed")
CONFIRMED = ("pages", "agreed")


def summary_course(exit_: Exit, world: World) -> Course:
    """The day after the conversation the summary goes to the leaver, unless they agreed at the table; then it is theirs to
    confirm, to correct, and to share."""
    own, talk_on = exit_.own, exit_.diary.talk_on
    if not own.summary or talk_on is None:
        return
    minute = int(exit_.leaver.employee.number[1:]) % 60
    if own.summary != "table":
        yield (at := moment(talk_on + DAY, 9, minute))
        if (interview := _finished(exit_, world)) is None:
            return
        letters.ask_to_confirm(interview, world, by=interview.interviewer.signature, at=at)
        yield from _answer(exit_, talk_on + DAY * (2 + minute % 2), world)
    if own.readers:
        yield (at := moment(talk_on + DAY * 5, 20, minute))
        if (interview := _finished(exit_, world)) is not None:
            interviews.share_summary(interview, [world.users[key] for key in own.readers], by=LEAVER, at=at)


def _answer(exit_: Exit, on: date, world: World) -> Course:
    """On the leaver's own pages."""
    yield (at := moment(on, 19))
    interview = _finished(exit_, world)
    if interview is None:
        return
    if exit_.own.summary in CORRECTED:
        interviews.correct_summary(interview, exit_.correction, by=LEAVER, at=at)
    if exit_.own.summary in CONFIRMED:
        interviews.confirm_summary(interview, by=LEAVER, at=at)


def _finished(exit_: Exit, world: World) -> Interview | None:
    """The conversation as it stands now; None when it did not take place after all."""
    departure = world.departure_of(exit_)
    interview = None if departure is None else interview_of(departure)
    return interview if interview is not None and interview.finished_at is not None else None
