"""Months later: asked by mail, answered by some, stopped by a few."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import translation

from uitzicht.demo.filling import letters
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import World
from uitzicht.demo.generator.later import Later
from uitzicht.demo.generator.organisation import Exit
from uitzicht.demo.models import WayIn
from uitzicht.demo.vocabulary import LATER
from uitzicht.departures.links import LEAVER
from uitzicht.followups import services as followups
from uitzicht.followups.models import FollowUp
from uitzicht.followups.questions import Part, follow_up_parts
from uitzicht.followups.rules import BETWEEN_MAILS, MOST_REMINDERS, answer_to, due_on
from uitzicht.interviews.rules import Reason
from uitzicht.privacy.policies import policy_in_force
from uitzicht.questionnaires.queries import current_version

DAY = timedelta(days=1)
NIGHT, EVENING = 3, 21  # hours: mails leave at night, people answer in the evening


def follow_up_course(exit_: Exit, world: World, *, by: str) -> Course:
    """Mailed when it is due, reminded of twice at most, answered or stopped by some."""
    if "follow_up" not in exit_.own.consents or exit_.agreed_on is None:
        return
    minute = int(exit_.leaver.employee.number[1:]) % 60
    first = max(due_on(exit_.leaver.ends_on, policy_in_force().follow_up_months), exit_.agreed_on + DAY)
    yield moment(first, NIGHT, minute)
    planned = _planned(exit_, world)
    if planned is None:
        return
    replies_on = None if exit_.later is None else planned.due_on + exit_.later.days * DAY
    for day in _mails(planned.due_on, replies_on):
        yield (at := moment(day, NIGHT, minute))
        secret = letters.ask_again(planned, world, by=by, at=at)
        if exit_.later is None:
            _let_visitors_in(planned, secret)
    if exit_.later is not None and replies_on is not None:
        yield (at := moment(replies_on, EVENING, minute))
        _reply(planned, exit_.later, secret, at)


def _let_visitors_in(follow_up: FollowUp, secret: str) -> None:
    """The newest letter that nobody answers is the one by which a visitor comes in; its link stays the one in the mail."""
    WayIn.objects.update_or_create(door=LATER, defaults={"departure": follow_up.departure, "secret": secret})


def _mails(first: date, replies_on: date | None) -> Iterator[date]:
    """The first mail and the reminders before a reply."""
    days = (first + number * BETWEEN_MAILS for number in range(MOST_REMINDERS + 1))
    return (day for day in days if replies_on is None or day <= replies_on)


def _planned(exit_: Exit, world: World) -> FollowUp | None:
    departure = world.departure_of(exit_)
    found = FollowUp.objects.filter(departure=departure, sent_at=None) if departure else FollowUp.objects.none()
    return found.select_related("departure__person").first()


def _reply(follow_up: FollowUp, later: Later, secret: str, at: datetime) -> None:
    """Everything on one screen; handing in seals it."""
    if not later.answers:
        followups.stop(follow_up, by=LEAVER, at=at)
        return
    screen = _one_screen(follow_up.departure.person.language)
    offered = {question.key: question for question in screen.questions}
    answers = {item: answer_to(offered[item], str(value)) for item, value in later.answers.items() if item in offered}
    reasons: list[Reason] = [{"reason": one["reason"], "force": one["force"]} for one in later.reasons]
    followups.save_part(follow_up, screen, answers, reasons, secret=secret, resume_at=1, at=at)
    follow_up.refresh_from_db()
    followups.hand_in(follow_up, secret=secret, revision=follow_up.revision, by=LEAVER, at=at)


def _one_screen(language: str) -> Part:
    with translation.override(language):
        parts = follow_up_parts(current_version(), language)
    questions = tuple(question for part in parts for question in part.questions)
    return Part(title="", lead="", questions=questions, asks_reasons=True)
