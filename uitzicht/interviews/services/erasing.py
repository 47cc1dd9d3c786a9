"""Erasing what was said: notes first, later everything, or everything at once when the leaver asks for it.

The themes of a conversation (room ``coding``) hang on its data key. ``erase_answers`` destroys them with it; whoever erases
notes seals them again with the new key (``coding.erasing``).
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.interviews import queries, sealing
from uitzicht.interviews.models import Answer, Interview, InterviewStatus
from uitzicht.privacy import audit

_SAID = ("sealed_reasons", "sealed_summary", "sealed_correction", "sealed_preparation")
_NOTES = ("sealed_summary", "sealed_correction", "sealed_preparation")


def erase_notes(interview: Interview, *, on: date) -> None:
    """Erase notes, marks, summary with correction and readers, and what was written beforehand; scores, choices and
    reasons stay, sealed with a new data key. The old key is gone, so that no copy of the old bytes opens any more."""
    sheet = queries.read_sheet(interview)
    interview.wrapped_key = sealing.wrapped_key(interview)
    key = sealing.data_key(interview)
    if interview.sealed_reasons is not None:
        interview.sealed_reasons = sealing.seal(interview, sheet.reasons, kind="reasons", key=key)
    for field in _NOTES:
        setattr(interview, field, None)
    interview.notes_erased_on = on
    interview.save(update_fields=["wrapped_key", "sealed_reasons", *_NOTES, "notes_erased_on"])
    interview.shares.all().delete()
    interview.answers.all().delete()
    Answer.objects.bulk_create(
        Answer(
            interview=interview,
            item_key=item_key,
            sealed=sealing.seal(
                interview, {**given, "notes": "", "marks": []}, kind="answer", item_key=item_key, key=key
            ),
            revision=sheet.revisions[item_key],
        )
        for item_key, given in sheet.answers.items()
        if given["score"] is not None or given["choice"] is not None
    )


def erase_answers(interview: Interview, *, on: date) -> bool:
    """Destroy the data key and everything under it, themes too; that the conversation was held stays known. True when
    there was anything to destroy."""
    answers, _ = interview.answers.all().delete()
    themes, _ = interview.coded_answers.all().delete()
    interview.shares.all().delete()
    said = bool(answers or themes) or any(getattr(interview, field) is not None for field in _SAID)
    for field in _SAID:
        setattr(interview, field, None)
    interview.wrapped_key, interview.parts = b"", {}
    interview.status, interview.erased_on = InterviewStatus.ERASED, on
    interview.notes_erased_on = interview.notes_erased_on or on
    interview.save(update_fields=["wrapped_key", *_SAID, "status", "parts", "erased_on", "notes_erased_on"])
    return said


@transaction.atomic
def erase_conversation(interview: Interview, *, by: str, at: datetime) -> bool:
    """Destroy everything said in and before this conversation, because its leaver asks for it. A talk that has not begun
    can still be held: only what was written beforehand goes. False when there was nothing to destroy (any more)."""
    interview.refresh_from_db(from_queryset=Interview.objects.select_for_update())
    if interview.status == InterviewStatus.ERASED:
        return False
    said = (
        erase_answers(interview, on=timezone.localdate(at))
        if interview.started_at is not None
        else _erase_preparation(interview)
    )
    audit.record("interview.erased_on_request", by=by, at=at, subject=f"interview:{interview.pk}")
    return said


def _erase_preparation(interview: Interview) -> bool:
    said = interview.sealed_preparation is not None
    interview.wrapped_key, interview.sealed_preparation = sealing.wrapped_key(interview), None
    interview.save(update_fields=["wrapped_key", "sealed_preparation"])
    return said
