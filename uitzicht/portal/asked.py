"""The questionnaire as a leaver answers it alone: its parts, its questions, and how far somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass

from uitzicht.departures.models import Departure
from uitzicht.interviews.queries import audience_behind
from uitzicht.portal.writing import NO_ANSWER, OwnAnswer, Writing, says_something
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.queries import Question, current_version, in_use, items_of, parts_of
from uitzicht.questionnaires.vocabulary import ItemType, Part

AT_THE_TABLE = frozenset({Part.OPENING, Part.GOODBYE})
"""Parts of a conversation that make no sense alone."""
TO_SOMEBODY = frozenset({"closing.ask"})
"""A question of the leaver: whoever answers alone would get no reply."""
EVENT = "leaving.event"
OF_THE_EVENT = frozenset({"leaving.event_when", "leaving.event_where", "leaving.event_expected"})
NO_EVENT = "none"


@dataclass(frozen=True, slots=True)
class OwnPart:
    key: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a part is. ``passed``: with an answer, or with the decision to give none. ``next``: the first question that
    was not passed, counted from 1."""

    part: OwnPart
    passed: int
    answered: int
    next: int

    @property
    def total(self) -> int:
        return len(self.part.questions)

    @property
    def mark(self) -> str:
        return "full" if self.passed == self.total else "half" if self.passed else ""


def version_of(writing: Writing) -> QuestionnaireVersion | None:
    """The version that was begun with, so that questions stay the same while somebody answers; else the current one."""
    begun = in_use().filter(number=writing["version"]).first() if writing["version"] else None
    return begun or current_version()


def own_parts(
    version: QuestionnaireVersion | None, language: str, departure: Departure, writing: Writing
) -> list[OwnPart]:
    """The parts with a question that makes sense alone, in order; none before a questionnaire is published."""
    if version is None:
        return []
    asked = [
        item
        for item in items_of(version, language, audience_behind(departure))
        if item.part not in AT_THE_TABLE and item.key not in TO_SOMEBODY and _follows(item.key, writing)
    ]
    parts = [
        OwnPart(part.key, part.title, tuple(item for item in asked if item.part == part.key))
        for part in parts_of(version, language)
    ]
    return [part for part in parts if part.questions]


def progress_of(parts: Sequence[OwnPart], writing: Writing) -> list[Progress]:
    return [_progress(part, writing) for part in parts]


def label_of(question: Question, given: OwnAnswer) -> str:
    """What was answered to a closed question, in words; "" is no answer."""
    chosen = given["choice"] or "" if given["score"] is None else str(given["score"])
    label = next((choice.label for choice in question.choices if choice.key == chosen), "")
    return f"{chosen}, {label}" if label and question.type != ItemType.CHOICE else label or chosen


def _follows(key: str, writing: Writing) -> bool:
    """Whether nothing that was answered before makes this question pointless."""
    return key not in OF_THE_EVENT or writing["answers"].get(EVENT, NO_ANSWER)["choice"] != NO_EVENT


def _progress(part: OwnPart, writing: Writing) -> Progress:
    passed = [question.key in writing["answers"] for question in part.questions]
    given = [writing["answers"].get(question.key) for question in part.questions]
    first_left = passed.index(False) + 1 if False in passed else 1
    return Progress(part, sum(passed), sum(1 for one in given if one and says_something(one)), first_left)
