"""When a follow-up is sent and until when it can be answered; what may be handed in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypedDict

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.privacy.clocks import months_after
from uitzicht.questionnaires.queries import Question
from uitzicht.questionnaires.vocabulary import POINTS

MOST_REMINDERS = 2
BETWEEN_MAILS = timedelta(days=10)
OPEN_FOR = timedelta(days=60)
MINUTES = 5
TOO_FEW = 5


class Answer(TypedDict):
    """What was answered to one closed question; never any text."""

    notes: str
    score: int | None
    choice: str | None


def due_on(ends_on: date, months: int) -> date:
    """The day of the first mail."""
    return months_after(ends_on, months)


def last_day(due: date) -> date:
    """The last day on which anything is mailed, and on which the link opens."""
    return due + OPEN_FOR


def months_between(ends_on: date, due: date) -> int:
    return (due.year - ends_on.year) * 12 + due.month - ends_on.month


def answer_to(question: Question, value: str) -> Answer:
    """The answer that a chosen value stands for; a Refusal when the question does not offer it."""
    if value not in {choice.key for choice in question.choices}:
        message = _("Question {item} does not offer this answer. Choose one of the answers shown, or none.")
        raise Refusal("follow_up.answer_not_offered", message, item=question.key)
    if question.type in POINTS:
        return {"notes": "", "score": int(value), "choice": None}
    return {"notes": "", "score": None, "choice": value}


def chosen(answer: Answer | None) -> str:
    """The value of an answer as a form holds it; "" for none."""
    if answer is None:
        return ""
    return str(answer["choice"] if answer["score"] is None else answer["score"])


def ensure_something(answers: Mapping[str, Answer], reasons: list) -> None:
    """An empty sheet says nothing, and would count as an answer."""
    if not answers and not reasons:
        message = _("Nothing is filled in yet, so there is nothing to hand in. One answer is enough.")
        raise Refusal("follow_up.empty", message)


def ensure_same_link(found: object) -> None:
    """The link may have closed, or been replaced by a newer mail, while the page stood open."""
    if found is None:
        message = _("This link has closed while the page was open. Use the link in the newest mail.")
        raise Refusal("follow_up.closed", message)


def ensure_seen(revision: int, current: int) -> None:
    """What is handed in is what its writer saw last."""
    if revision != current:
        message = _("Your answers were changed in another window. Look at them once more, then hand them in.")
        raise Refusal("follow_up.changed", message)
