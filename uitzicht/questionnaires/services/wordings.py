"""What an item says in one language, and why a wording stays that the neutrality check asked about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from uitzicht.privacy import audit
from uitzicht.questionnaires.item_wording import Wording, fields_of, wording_of
from uitzicht.questionnaires.models import Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.neutrality import noticed_in, still_said
from uitzicht.questionnaires.rules import NewerWording
from uitzicht.questionnaires.services.history import items_before, locked_draft, record_change


@transaction.atomic
def change_wording(
    item: Item,
    language: str,
    wording: Wording,
    *,
    revision: int,
    reasons: Mapping[str, str],
    by: str,
    at: datetime,
) -> bool:
    """Store the wording in one language, and the ``reasons`` (by finding id) for keeping what the neutrality check found.
    Whether anything changed. Raises NewerWording when ``revision`` is not what is stored."""
    draft = locked_draft(item.version)
    text = item.texts.select_for_update().get(language=language)
    if text.revision != revision:
        raise NewerWording(revision=text.revision, current=wording_of(text))
    fields = _fields(item, text, wording)
    decided = _decided(item, language, text, fields, reasons, by=by, at=at)
    overruled = [*still_said(_worded(fields), text.overruled), *decided]
    if not decided and all(getattr(text, name) == value for name, value in fields.items()):
        return False
    before = items_before(draft, [item.key])
    for name, value in (fields | {"overruled": overruled}).items():
        setattr(text, name, value)
    text.revision += 1
    text.save()
    record_change(draft, "questionnaire.item_changed", item.key, before, language=language, by=by, at=at)
    _record_decisions(draft, item, language, decided, by=by, at=at)
    return True


def _fields(item: Item, text: ItemText, wording: Wording) -> dict[str, Any]:
    """Only labels that the item has; those of an official item are part of what its key means."""
    fields = fields_of(wording, text.language)
    labels = text.choice_labels
    if item.own:
        labels = {key: fields["choice_labels"].get(key, label) for key, label in labels.items()}
    return fields | {"choice_labels": labels}


def _decided(
    item: Item,
    language: str,
    text: ItemText,
    fields: Mapping[str, Any],
    reasons: Mapping[str, str],
    *,
    by: str,
    at: datetime,
) -> list[dict[str, str]]:
    found = noticed_in(_worded(fields), language, type=item.type, overruled=text.overruled)
    return [
        {
            "text": one.text,
            "kind": str(one.finding.kind),
            "excerpt": one.finding.excerpt,
            "reason": reasons[one.id].strip(),
            "by": by,
            "at": at.isoformat(),
        }
        for one in found
        if one.open and reasons.get(one.id, "").strip()
    ]


def _worded(fields: Mapping[str, Any]) -> Wording:
    return wording_of(ItemText(**fields))


def _record_decisions(
    draft: QuestionnaireVersion,
    item: Item,
    language: str,
    decided: list[dict[str, str]],
    *,
    by: str,
    at: datetime,
) -> None:
    for one in decided:
        detail = {"place": item.key, "language": language} | {name: one[name] for name in ("kind", "excerpt", "reason")}
        audit.record("questionnaire.overruled", by=by, at=at, subject=f"questionnaire {draft}", detail=detail)
