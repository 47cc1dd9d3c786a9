"""Beginning, undoing and deleting a draft."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from uitzicht.privacy import audit
from uitzicht.questionnaires import content, queries, rules
from uitzicht.questionnaires.models import ItemText, QuestionnaireVersion
from uitzicht.questionnaires.services.history import locked_draft, put_back
from uitzicht.questionnaires.services.storing import parts_as_stored, write_items


@transaction.atomic
def start_draft(source: QuestionnaireVersion | content.Version, *, by: str, at: datetime) -> QuestionnaireVersion:
    """A draft with the content of ``source``: a version here, or one that ships. There is one draft at a time."""
    existing = queries.draft()
    rules.ensure_one_draft(existing.number if existing else None)
    number = queries.next_number()
    copied = replace(source if isinstance(source, content.Version) else queries.content_of(source), number=number)
    draft = QuestionnaireVersion.objects.create(
        number=number, parts=parts_as_stored(copied), digest="", drafted_by=by, drafted_at=at
    )
    write_items(draft, copied.items)
    if isinstance(source, QuestionnaireVersion):
        _keep_decisions(source, draft)
    detail = {"from": f"v{source.number}", "ships": isinstance(source, content.Version)}
    audit.record("questionnaire.drafted", by=by, at=at, subject=f"questionnaire {draft}", detail=detail)
    return draft


@transaction.atomic
def undo_change(version: QuestionnaireVersion, shown: int, *, by: str, at: datetime) -> str:
    """Take back the last change, if it is the one that was ``shown`` (its id). The place that it was about."""
    draft = locked_draft(version)
    last = draft.changes.first()
    rules.ensure_last_change(shown, last.pk if last else None)
    assert last is not None
    put_back(draft, last.before)
    place = last.place
    audit.record(
        "questionnaire.undone",
        by=by,
        at=at,
        subject=f"questionnaire {draft}",
        detail={"action": last.action, "place": place, "by": last.by},
    )
    last.delete()
    return place


@transaction.atomic
def delete_draft(version: QuestionnaireVersion, *, by: str, at: datetime) -> None:
    """The draft and everything in it; published versions stay for ever."""
    draft = locked_draft(version)
    detail = {"changes": draft.changes.count()}
    audit.record("questionnaire.draft_deleted", by=by, at=at, subject=f"questionnaire {draft}", detail=detail)
    draft.delete()


def _keep_decisions(source: QuestionnaireVersion, draft: QuestionnaireVersion) -> None:
    """What somebody decided about a wording holds for the same wording in the next version."""
    decided = {
        (text.item.key, text.language): text.overruled
        for text in ItemText.objects.filter(item__version=source).exclude(overruled=[]).select_related("item")
    }
    if not decided:
        return
    rows = [
        text
        for text in ItemText.objects.filter(item__version=draft).select_related("item")
        if (text.item.key, text.language) in decided
    ]
    for text in rows:
        text.overruled = decided[text.item.key, text.language]
    ItemText.objects.bulk_update(rows, ["overruled"])
