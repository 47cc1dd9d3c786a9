"""Write content into rows; the versions that ship and copies of other versions come this way."""

from typing import Any

from uitzicht.questionnaires import content
from uitzicht.questionnaires.models import Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.wording import LANGUAGES


def parts_as_stored(version: content.Version) -> list[dict[str, Any]]:
    return [_part(part) for part in version.parts]


def write_items(version: QuestionnaireVersion, items: tuple[content.Item, ...], *, first: int = 1) -> None:
    """Two queries, whatever the number of items; ``first``: the position of the first of them."""
    rows = Item.objects.bulk_create(
        Item(
            version=version,
            key=item.key,
            part=item.part,
            type=item.answer.type,
            choices=list(item.answer.choices),
            position=position,
            not_asked=list(item.not_asked),
        )
        for position, item in enumerate(items, start=first)
    )
    ItemText.objects.bulk_create(
        _text(row, item, language) for row, item in zip(rows, items, strict=True) for language in LANGUAGES
    )


def _part(part: content.Part) -> dict[str, Any]:
    texts = {
        language: {"title": part.title[language], "script": part.script[language], "hint": part.hint[language]}
        for language in LANGUAGES
    }
    return {"key": part.key, "minutes": part.minutes, "texts": texts}


def _text(row: Item, item: content.Item, language: str) -> ItemText:
    return ItemText(
        item=row,
        language=language,
        question=item.question[language],
        probes=list(item.probes[language]),
        choice_labels={choice: label[language] for choice, label in item.answer.labels.items()},
        variants={
            audience: {"question": variant.question[language], "probes": list(variant.probes[language])}
            for audience, variant in item.variants.items()
        },
    )
