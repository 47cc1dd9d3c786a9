"""What a draft lacks before it can be published: texts in four languages, minutes, probes, decisions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from uitzicht.questionnaires.content import MINUTES, PROBES, Item, Part, Version
from uitzicht.questionnaires.item_wording import wording_of
from uitzicht.questionnaires.models import Item as ItemRow
from uitzicht.questionnaires.models import ItemText
from uitzicht.questionnaires.neutrality import noticed_in
from uitzicht.questionnaires.vocabulary import ESSENTIAL, ItemType
from uitzicht.questionnaires.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Missing:
    """``language`` is empty when it is about all of them; ``item`` or ``part`` says where, both empty: the whole."""

    what: object
    language: str = ""
    item: str = ""
    part: str = ""


def missing_in(version: Version) -> list[Missing]:
    """What is missing in the content itself, in the order of the conversation."""
    return [*_overall(version), *(one for part in version.parts for one in _in_part(part))]


def undecided_in(rows: Iterable[ItemRow]) -> list[Missing]:
    """Findings of the neutrality check about which nobody decided yet."""
    what = _("the neutrality check asks for other words, or for the reason to keep these")
    return [
        Missing(what, text.language, item=row.key, part=row.part)
        for row in rows
        for text in _in_order(row)
        if any(one.open for one in noticed_in(wording_of(text), text.language, type=row.type, overruled=text.overruled))
    ]


def _in_order(row: ItemRow) -> list[ItemText]:
    return sorted(row.texts.all(), key=lambda text: LANGUAGES.index(text.language))


def _overall(version: Version) -> Iterator[Missing]:
    total = sum(part.minutes for part in version.parts)
    if total != MINUTES:
        yield Missing(
            _Filled(
                _("the minutes of the parts sum to {total}; they should make {minutes}"), total=total, minutes=MINUTES
            )
        )
    keys = {item.key for item in version.items}
    for key in ESSENTIAL - keys:
        yield Missing(_("the question that the reasons for leaving follow"), part=key.split(".")[0])


def _in_part(part: Part) -> Iterator[Missing]:
    names = ((part.title, _("title")), (part.script, _("what the interviewer says")), (part.hint, _("hint")))
    for texts, what in names:
        yield from (Missing(what, language, part=part.key) for language in LANGUAGES if not texts[language].strip())
    for item in part.items:
        yield from _in_item(item)


def _in_item(item: Item) -> Iterator[Missing]:
    if item.answer.type == ItemType.CHOICE and len(item.answer.choices) < 2:
        yield Missing(_("a second choice"), item=item.key, part=item.part)
    for language in LANGUAGES:
        for what in _in_language(item, language):
            yield Missing(what, language, item=item.key, part=item.part)


def _in_language(item: Item, language: str) -> Iterator[object]:
    if not item.question[language].strip():
        yield _("question")
    if any(not labels[language].strip() for labels in item.answer.labels.values()):
        yield _("words of an answer")
    if item.answer.type == ItemType.OPEN and not _enough(item.probes, language):
        yield _("probes: two to four, as many as in the other languages")
    for variant in item.variants.values():
        if not variant.question[language].strip():
            yield _("question in other words for one audience")
        if any(variant.probes.values()) and not _enough(variant.probes, language):
            yield _("probes for one audience: two to four, as many as in the other languages")


def _enough(probes: Mapping[str, tuple[str, ...]], language: str) -> bool:
    """As many as most languages have: then one language is at fault and not all the others."""
    return len(probes[language]) in PROBES and len(probes[language]) == max(len(found) for found in probes.values())


class _Filled:
    """A text with its values, put together in the language of whoever reads it."""

    def __init__(self, text: object, **values: object) -> None:
        self.text, self.values = text, values

    def __str__(self) -> str:
        return str(self.text).format(**self.values)
