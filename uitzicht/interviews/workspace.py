"""The conversation as its pages show it: parts with their state and time, and the steps of one part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.rules import NOTHING, GivenAnswer, NewerText
from uitzicht.interviews.vocabulary import PartState
from uitzicht.questionnaires.queries import PartText, Question
from uitzicht.questionnaires.vocabulary import ItemType, Part

MARKS = {PartState.COVERED: "full", PartState.TOUCHED: "half", PartState.SKIPPED: "none", PartState.NOT_YET: ""}
REASONS_FOLLOW = "leaving.main_reason"


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part in the list at the left. ``seconds``: spent so far; ``minutes``: planned."""

    key: str
    label: str
    minutes: int
    seconds: int
    state: PartState

    @property
    def mark(self) -> str:
        return MARKS[self.state]

    @property
    def spent(self) -> int:
        """Whole minutes spent."""
        return self.seconds // 60

    @property
    def left(self) -> int:
        """Seconds of the planned time that are left; negative when it took longer."""
        return self.minutes * 60 - self.seconds

    @property
    def done(self) -> bool:
        """Covered, or skipped on purpose."""
        return self.state in (PartState.COVERED, PartState.SKIPPED)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was answered. ``newer``: a text saved from another window, to be compared with this one.
    ``beforehand``: what the leaver wrote in preparation and lets the interviewer read."""

    question: Question
    given: GivenAnswer
    revision: int
    newer: GivenAnswer | None = None
    beforehand: GivenAnswer | None = None

    @property
    def chosen(self) -> str:
        """The value of the chosen answer; "" is no answer."""
        return _chosen(self.given)

    @property
    def newer_chosen(self) -> str:
        return _chosen(self.newer) if self.newer else ""

    @property
    def said_beforehand(self) -> str:
        """The prepared answer as text: the chosen answer in words, then what was written."""
        if self.beforehand is None:
            return ""
        chosen = _chosen(self.beforehand)
        label = next((one.label or one.key for one in self.question.choices if one.key == chosen), "")
        return "\n".join(filter(None, [label, self.beforehand["notes"].strip()]))

    @property
    def open(self) -> bool:
        return self.question.type == ItemType.OPEN

    @property
    def answered(self) -> bool:
        return _said(self.given)

    @property
    def ends(self) -> tuple[str, str] | None:
        """What the two ends of a score or scale mean."""
        choices = self.question.choices
        is_line = self.question.type in (ItemType.SCORE, ItemType.SCALE)
        return (choices[0].label, choices[-1].label) if is_line else None


@dataclass(frozen=True, slots=True)
class TalkStep:
    """What is on the table at one moment. ``kind``: "script", "question" (one open question), "closed" (closed
    questions that follow each other), "reasons" (a page of its own) or "summary"."""

    number: int
    kind: str
    asked: tuple[Asked, ...] = field(default=())

    @property
    def mark(self) -> str:
        answered = sum(asked.answered for asked in self.asked)
        return "full" if self.asked and answered == len(self.asked) else "half" if answered else ""


def part_rows(interview: Interview, sheet: Sheet) -> list[PartRow]:
    """Every part in order. A part in which something was answered counts as touched until it is marked."""
    touched = {key.split(".")[0] for key, given in sheet.answers.items() if _said(given)}
    rows = []
    for part in interview.version.parts:
        known = interview.parts.get(part["key"], {})
        state = PartState(known.get("state", ""))
        if state == PartState.NOT_YET and part["key"] in touched:
            state = PartState.TOUCHED
        rows.append(PartRow(part["key"], str(Part(part["key"]).label), part["minutes"], known.get("seconds", 0), state))
    return rows


def steps_of(
    part: PartText,
    questions: Sequence[Question],
    sheet: Sheet,
    conflicts: Mapping[str, tuple[GivenAnswer, NewerText]] = MappingProxyType({}),
    prepared: Mapping[str, GivenAnswer] = MappingProxyType({}),
) -> list[TalkStep]:
    """The steps of a part in order, numbered from 1. ``conflicts``: by item, what was sent and what is newer.
    ``prepared``: by item, what the leaver wrote beforehand."""
    asked = [_asked(question, sheet, conflicts, prepared) for question in questions if question.part == part.key]
    return [TalkStep(number, kind, those) for number, (kind, those) in enumerate(_kinds(part, asked), start=1)]


def _kinds(part: PartText, asked: Sequence[Asked]) -> Iterator[tuple[str, tuple[Asked, ...]]]:
    if is_speech(part.script):
        yield "script", ()
    for is_open, group in groupby(asked, key=lambda one: one.open):
        if not is_open:
            yield "closed", tuple(group)
            continue
        for one in group:
            yield "question", (one,)
            if one.question.key == REASONS_FOLLOW:
                yield "reasons", ()
    if part.key == Part.GOODBYE:
        yield "summary", ()


def is_speech(script: str) -> bool:
    """A script of several sentences has a page of its own; one sentence stands above the first question."""
    return len(script.strip().splitlines()) > 1


def _asked(
    question: Question,
    sheet: Sheet,
    conflicts: Mapping[str, tuple[GivenAnswer, NewerText]],
    prepared: Mapping[str, GivenAnswer],
) -> Asked:
    beforehand = prepared.get(question.key)
    if question.key in conflicts:
        mine, newer = conflicts[question.key]
        return Asked(question, mine, newer.revision, newer.current, beforehand)
    given, revision = sheet.answers.get(question.key, NOTHING), sheet.revisions.get(question.key, 0)
    return Asked(question, given, revision, None, beforehand)


def _said(given: GivenAnswer) -> bool:
    return bool(given["notes"].strip() or _chosen(given) or given.get("marks"))


def _chosen(given: GivenAnswer) -> str:
    return str(given["score"]) if given["score"] is not None else given["choice"] or ""
