"""The clocks of a conversation: first its notes are erased, later everything, with the themes that hang on it.
What a leaver wants erased at once: ``interviews.services.erase_conversation``.

Each kind is one transaction with its own line in the deletion log, which holds counts and no content.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from uitzicht.coding.models import CodedAnswer
from uitzicht.coding.queries import coded_themes
from uitzicht.coding.rules import CodedTheme
from uitzicht.interviews import retention, sealing
from uitzicht.interviews.models import Interview
from uitzicht.interviews.services import erasing
from uitzicht.privacy import audit

Progress = Callable[[int, int], None]


@transaction.atomic
def erase_notes(*, by: str, at: datetime, progress: Progress | None = None) -> int:
    """Erase notes and summaries past their period; returns of how many conversations."""
    on = timezone.localdate(at)
    due = _held(retention.notes_due(on))
    for number, interview in enumerate(due, start=1):
        themes = coded_themes(interview)
        erasing.erase_notes(interview, on=on)
        _reseal(interview, themes)
        if progress:
            progress(number, len(due))
    if due:
        audit.record("retention.erased", by=by, at=at, detail={"kind": "notes", "count": len(due)})
    return len(due)


@transaction.atomic
def erase_answers(
    *, released: Collection[str], by: str, at: datetime, progress: Progress | None = None
) -> tuple[int, int]:
    """Erase everything of conversations past their period; returns of how many, and how many of these answers were not
    used. ``released``: the handles ("interview:<id>") of conversations that a release has used."""
    on = timezone.localdate(at)
    due, not_used = _held(retention.answers_due(on)), 0
    for number, interview in enumerate(due, start=1):
        said = erasing.erase_answers(interview, on=on)
        not_used += said and f"interview:{interview.pk}" not in released
        if progress:
            progress(number, len(due))
    if due:
        detail = {"kind": "answers", "count": len(due), "not_used": not_used}
        audit.record("retention.erased", by=by, at=at, detail=detail)
    return len(due), not_used


def _held(due: QuerySet[Interview]) -> list[Interview]:
    """Locked until the transaction ends: nobody saves with a key that is being replaced."""
    return list(due.select_for_update(of=("self",)))


def _reseal(interview: Interview, themes: Mapping[str, Sequence[CodedTheme]]) -> None:
    key = sealing.data_key(interview)
    rows = list(interview.coded_answers.all())
    for row in rows:
        coded = themes[row.item_key]
        row.sealed = sealing.seal(interview, coded, kind="coding", item_key=row.item_key, key=key)
    CodedAnswer.objects.bulk_update(rows, ["sealed"])
