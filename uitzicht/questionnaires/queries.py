"""The questionnaire as it is asked, in one language; and its versions."""

from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from uitzicht.questionnaires import content
from uitzicht.questionnaires.models import DraftChange, Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.rules import is_own
from uitzicht.questionnaires.vocabulary import ItemType
from uitzicht.questionnaires.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Choice:
    """``label`` is empty for the points of a score or scale between its two ends."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """An item in one language. ``choices``: what can be chosen, in order; none for an open question. ``own``: the
    organisation added it, so its answers compare with no other organisation."""

    key: str
    part: str
    type: str
    text: str
    probes: tuple[str, ...]
    choices: tuple[Choice, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class PartText:
    """A part in one language; ``minutes``: planned length."""

    key: str
    minutes: int
    title: str
    script: str
    hint: str


def current_version() -> QuestionnaireVersion | None:
    """The version in use: published, not retired, highest number; None before the first one. One query."""
    return in_use().order_by("-number").first()


def in_use() -> QuerySet[QuestionnaireVersion]:
    """Versions that are published and not retired."""
    return QuestionnaireVersion.objects.filter(published_at__isnull=False, retired_at__isnull=True)


def versions() -> QuerySet[QuestionnaireVersion]:
    """Every version, newest first, with ``asked``: its number of questions. About the organisation only, so whoever
    opens these pages sees them all."""
    return QuestionnaireVersion.objects.annotate(asked=Count("items")).order_by("-number")


def draft() -> QuestionnaireVersion | None:
    """The one version that can change, if there is one."""
    return QuestionnaireVersion.objects.filter(published_at=None).first()


def next_number() -> int:
    """The number of the next version."""
    return (QuestionnaireVersion.objects.aggregate(Max("number"))["number__max"] or 0) + 1


def rows_of(version: QuestionnaireVersion) -> QuerySet[Item]:
    """The items of a version with every text. Two queries."""
    return version.items.prefetch_related("texts").order_by("position")


def history_of(version: QuestionnaireVersion) -> QuerySet[DraftChange]:
    """The changes of a version while it was a draft, newest first."""
    return version.changes.defer("before")


def overruled_in(version: QuestionnaireVersion) -> list[tuple[ItemText, dict[str, str]]]:
    """What the neutrality check found and somebody kept, in the order of the conversation. One query."""
    texts = ItemText.objects.filter(item__version=version).exclude(overruled=[]).select_related("item")
    return [(text, kept) for text in texts.order_by("item__position", "language") for kept in text.overruled]


def items_of(version: QuestionnaireVersion, language: str, audience: str = "") -> tuple[Question, ...]:
    """Every item that this audience is asked, in the order of the conversation. One query."""
    texts = ItemText.objects.filter(item__version=version, language=language)
    rows = texts.select_related("item").order_by("item__position")
    return tuple(_question(text, audience) for text in rows if audience not in text.item.not_asked)


def parts_of(version: QuestionnaireVersion, language: str) -> tuple[PartText, ...]:
    """The parts of the version in order. No query."""
    return tuple(PartText(part["key"], part["minutes"], **part["texts"][language]) for part in version.parts)


def content_of(version: QuestionnaireVersion) -> content.Version:
    """The whole content; in a draft texts may still be empty. Two queries."""
    items = [_item(row) for row in rows_of(version)]
    return content.Version(
        version.number,
        tuple(_part(part, tuple(item for item in items if item.part == part["key"])) for part in version.parts),
    )


def _question(text: ItemText, audience: str) -> Question:
    item, other = text.item, text.variants.get(audience, {})
    choices = tuple(Choice(key, text.choice_labels.get(key, "")) for key in item.choices)
    question, probes = other.get("question") or text.question, other.get("probes") or text.probes
    return Question(item.key, item.part, item.type, question, tuple(probes), choices, is_own(item.key))


def _part(part: dict, items: tuple[content.Item, ...]) -> content.Part:
    title, script, hint = (
        {language: part["texts"][language][name] for language in LANGUAGES} for name in ("title", "script", "hint")
    )
    return content.Part(part["key"], part["minutes"], title, script, hint, items)


def _item(row: Item) -> content.Item:
    texts = {text.language: text for text in row.texts.all()}
    labelled = [key for key in row.choices if any(key in text.choice_labels for text in texts.values())]
    labels = {key: {one: texts[one].choice_labels.get(key, "") for one in LANGUAGES} for key in labelled}
    audiences = sorted({audience for text in texts.values() for audience in text.variants})
    return content.Item(
        key=row.key,
        part=row.part,
        answer=content.Answer(ItemType(row.type), tuple(row.choices), labels),
        question={language: texts[language].question for language in LANGUAGES},
        probes={language: tuple(texts[language].probes) for language in LANGUAGES},
        variants={audience: _variant(texts, audience) for audience in audiences},
        not_asked=tuple(row.not_asked),
    )


def _variant(texts: dict[str, ItemText], audience: str) -> content.Variant:
    said = {language: texts[language].variants.get(audience, {}) for language in LANGUAGES}
    return content.Variant(
        question={language: one.get("question", "") for language, one in said.items()},
        probes={language: tuple(one.get("probes", ())) for language, one in said.items()},
    )
