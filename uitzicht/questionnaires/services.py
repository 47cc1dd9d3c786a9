"""Publishing a version of the questionnaire."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from uitzicht.privacy import audit
from uitzicht.questionnaires import content, rules
from uitzicht.questionnaires.models import Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.wording import LANGUAGES


@transaction.atomic
def publish_version(version: content.Version, *, by: str, at: datetime) -> QuestionnaireVersion:
    """Publish ``version``. The same content again changes nothing; other content under the same number is refused
    (`questionnaire.version_published`)."""
    published = QuestionnaireVersion.objects.filter(number=version.number).first()
    if published is not None:
        _ensure_unchanged(published, version)
        return published
    published = QuestionnaireVersion.objects.create(
        number=version.number,
        parts=[_part(part) for part in version.parts],
        digest=version.digest,
        published_by=by,
        published_at=at,
    )
    _write_items(published, version.items)
    audit.record(
        "questionnaire.published", by=by, at=at, subject=f"questionnaire {published}", detail={"digest": version.digest}
    )
    return published


def _ensure_unchanged(published: QuestionnaireVersion, version: content.Version) -> None:
    highest = QuestionnaireVersion.objects.aggregate(Max("number"))["number__max"]
    rules.ensure_unchanged(version.number, published=published.digest, offered=version.digest, next_number=highest + 1)


def _part(part: content.Part) -> dict[str, object]:
    texts = {
        language: {"title": part.title[language], "script": part.script[language], "hint": part.hint[language]}
        for language in LANGUAGES
    }
    return {"key": part.key, "minutes": part.minutes, "texts": texts}


def _write_items(version: QuestionnaireVersion, items: tuple[content.Item, ...]) -> None:
    rows = Item.objects.bulk_create(
        Item(
            version=version,
            key=item.key,
            part=item.part,
            type=item.answer.type,
            choices=list(item.answer.choices),
            position=position,
        )
        for position, item in enumerate(items, start=1)
    )
    ItemText.objects.bulk_create(
        _text(row, item, language) for row, item in zip(rows, items, strict=True) for language in LANGUAGES
    )


def _text(row: Item, item: content.Item, language: str) -> ItemText:
    return ItemText(
        item=row,
        language=language,
        question=item.question[language],
        probes=list(item.probes[language]),
        choice_labels={choice: label[language] for choice, label in item.answer.labels.items()},
    )
