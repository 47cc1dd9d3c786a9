"""The questionnaire as it is asked, in one language."""

from dataclasses import dataclass

from uitzicht.questionnaires.models import ItemText, QuestionnaireVersion


@dataclass(frozen=True, slots=True)
class Choice:
    """``label`` is empty for the points of a score or scale between its two ends."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """An item in one language. ``choices``: what can be chosen, in order; none for an open question."""

    key: str
    part: str
    type: str
    text: str
    probes: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PartText:
    """A part in one language; ``minutes``: planned length."""

    key: str
    minutes: int
    title: str
    script: str
    hint: str


def current_version() -> QuestionnaireVersion | None:
    """The published version with the highest number; None before the first one. One query."""
    return QuestionnaireVersion.objects.filter(published_at__isnull=False).order_by("-number").first()


def items_of(version: QuestionnaireVersion, language: str) -> tuple[Question, ...]:
    """Every item of the version in the order of the conversation. One query."""
    texts = ItemText.objects.filter(item__version=version, language=language)
    return tuple(_question(text) for text in texts.select_related("item").order_by("item__position"))


def parts_of(version: QuestionnaireVersion, language: str) -> tuple[PartText, ...]:
    """The parts of the version in order. No query."""
    return tuple(PartText(part["key"], part["minutes"], **part["texts"][language]) for part in version.parts)


def _question(text: ItemText) -> Question:
    item = text.item
    choices = tuple(Choice(key, text.choice_labels.get(key, "")) for key in item.choices)
    return Question(item.key, item.part, item.type, text.question, tuple(text.probes), choices)
