"""A draft remembers its changes: each with what was there before, so that the last one can be undone."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from uitzicht.privacy import audit
from uitzicht.questionnaires import queries, rules
from uitzicht.questionnaires.models import DraftChange, Item, ItemText, QuestionnaireVersion

_ITEM = ("part", "type", "choices", "position", "not_asked")
_TEXT = ("question", "probes", "choice_labels", "variants", "overruled")

Before = dict[str, Any]


def locked_draft(version: QuestionnaireVersion) -> QuestionnaireVersion:
    """The version as it is now, held until the change is done; refused unless it is a draft."""
    draft = QuestionnaireVersion.objects.select_for_update().get(pk=version.pk)
    rules.ensure_draft(draft.number, draft.status, next_number=queries.next_number())
    return draft


def items_before(draft: QuestionnaireVersion, keys: Iterable[str]) -> Before:
    """What these items are now; null for one that does not exist yet."""
    keys = list(keys)
    rows = {row.key: row for row in queries.rows_of(draft).filter(key__in=keys)}
    return {"items": {key: _snapshot(rows[key]) if key in rows else None for key in keys}}


def parts_before(draft: QuestionnaireVersion) -> Before:
    return {"parts": draft.parts}


def record_change(
    draft: QuestionnaireVersion,
    action: str,
    place: str,
    before: Before,
    *,
    by: str,
    at: datetime,
    language: str = "",
    **detail: object,
) -> None:
    """A line in the history of the draft and one in the audit trail. ``place``: the key of an item or a part."""
    DraftChange.objects.create(
        version=draft, action=action, place=place, language=language, before=before, by=by, at=at
    )
    told = {"place": place, **({"language": language} if language else {}), **detail}
    audit.record(action, by=by, at=at, subject=f"questionnaire {draft}", detail=told)


def put_back(draft: QuestionnaireVersion, before: Before) -> None:
    """Make items and parts what they were. Revisions go on, so that a page opened meanwhile notices."""
    for key, snapshot in before.get("items", {}).items():
        row = draft.items.filter(key=key).first()
        if snapshot is None:
            if row is not None:
                row.delete()
        else:
            _restore(row or Item(version=draft, key=key), snapshot)
    if "parts" in before:
        now = {part["key"]: part.get("revision", 0) for part in draft.parts}
        draft.parts = [part | {"revision": now[part["key"]] + 1} for part in before["parts"]]
        draft.save(update_fields=["parts"])


def _snapshot(row: Item) -> dict[str, Any]:
    texts = {text.language: {name: getattr(text, name) for name in _TEXT} for text in row.texts.all()}
    return {name: getattr(row, name) for name in _ITEM} | {"texts": texts}


def _restore(row: Item, snapshot: dict[str, Any]) -> None:
    for name in _ITEM:
        setattr(row, name, snapshot[name])
    row.revision += 1
    row.save()
    for language, texts in snapshot["texts"].items():
        text = row.texts.filter(language=language).first() or ItemText(item=row, language=language)
        for name in _TEXT:
            setattr(text, name, texts[name])
        text.revision += 1
        text.save()
