"""What the follow-up asks: closed questions only, because nobody reads a free text of it.

Four questions of its own, and beside them the closed items of the exit questionnaire with the same keys, so that both
can be compared. What happened at the time ("leaving") is not asked again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from uitzicht.followups.rules import Answer, chosen
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.queries import Choice, PartText, Question, items_of, parts_of
from uitzicht.questionnaires.vocabulary import POINTS, ItemType
from uitzicht.questionnaires.vocabulary import Part as ExitPart

OPENNESS, AVOIDABLE, RETURN = "follow_up.openness", "follow_up.avoidable", "follow_up.return"
REASONS = "reasons"
_ASKED_OTHERWISE = (ExitPart.LEAVING, ExitPart.CLOSING)


@dataclass(frozen=True, slots=True)
class Part:
    """One screen. ``asks_reasons``: the reasons in order come first."""

    title: str
    lead: str
    questions: tuple[Question, ...]
    asks_reasons: bool = False

    @property
    def keys(self) -> list[str]:
        return [*([REASONS] if self.asks_reasons else []), *(question.key for question in self.questions)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its screen. ``chosen``: the value of the answer, "" for none."""

    question: Question
    chosen: str

    @property
    def ends(self) -> tuple[str, str] | None:
        """The labels of the lowest and highest point of a score or scale."""
        if self.question.type not in POINTS:
            return None
        return self.question.choices[0].label, self.question.choices[-1].label


def asked(part: Part, answers: Mapping[str, Answer]) -> list[Asked]:
    return [Asked(question, chosen(answers.get(question.key))) for question in part.questions]


def answered(part: Part, answers: Mapping[str, Answer], reasons: Sequence) -> int:
    """How many of the questions of a part have an answer."""
    return sum(key in answers or (key == REASONS and bool(reasons)) for key in part.keys)


def follow_up_parts(version: QuestionnaireVersion | None, language: str) -> list[Part]:
    """The screens in order, in the language in force, which is ``language``. Without a questionnaire its own questions
    only."""
    items = [item for item in items_of(version, language) if item.type != ItemType.OPEN] if version else []
    titles = parts_of(version, language) if version else ()
    looking_back = (*_within(ExitPart.CLOSING, items), _return())
    return [
        _leaving(),
        *_exit_parts(titles, items),
        Part(gettext("Looking back"), gettext("Seen from where you are now."), looking_back),
        _openness(),
    ]


def _leaving() -> Part:
    return Part(
        title=gettext("Why you left"),
        lead=gettext("With what you know today: what weighed most? It may differ from what you said then."),
        questions=(_avoidable(),),
        asks_reasons=True,
    )


def _exit_parts(titles: Sequence[PartText], items: list[Question]) -> list[Part]:
    lead = gettext("Look back on your time here, as you see it now.")
    parts = [Part(part.title, lead, _within(part.key, items)) for part in titles if part.key not in _ASKED_OTHERWISE]
    return [part for part in parts if part.questions]


def _within(part: str, items: list[Question]) -> tuple[Question, ...]:
    return tuple(item for item in items if item.part == part)


def _openness() -> Part:
    return Part(
        title=gettext("What you could say"),
        lead=gettext("Your answer tells us how much weight the answers of all leavers can bear. It is not about you."),
        questions=(
            Question(
                OPENNESS,
                "follow_up",
                ItemType.SCORE,
                gettext("How openly could you speak when you left, from 1 to 5?"),
                (),
                _points(pgettext("openness", "not openly at all"), pgettext("openness", "completely openly")),
            ),
        ),
    )


def _avoidable() -> Question:
    return _choice(
        AVOIDABLE,
        gettext("Seen from now: could your leaving have been avoided?"),
        {
            "yes": pgettext("avoidable", "yes"),
            "partly": pgettext("avoidable", "partly"),
            "no": pgettext("avoidable", "no"),
        },
    )


def _return() -> Question:
    return _choice(
        RETURN,
        gettext("Would you come back to work here?"),
        {"yes": pgettext("return", "yes"), "maybe": pgettext("return", "maybe"), "no": pgettext("return", "no")},
    )


def _choice(key: str, text: str, labels: dict[str, str]) -> Question:
    choices = tuple(Choice(value, label) for value, label in labels.items())
    return Question(key, "follow_up", ItemType.CHOICE, text, (), choices)


def _points(lowest: str, highest: str) -> tuple[Choice, ...]:
    points = POINTS[ItemType.SCORE]
    ends = {points[0]: lowest, points[-1]: highest}
    return tuple(Choice(point, ends.get(point, "")) for point in points)
