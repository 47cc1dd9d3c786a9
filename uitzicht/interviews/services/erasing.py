"""Erasing what was said. Whoever erases a sheet sees to its themes too (``coding.erasing``): they share its data key."""

from datetime import date

from uitzicht.interviews import queries, sealing
from uitzicht.interviews.models import Answer, Interview, InterviewStatus


def erase_notes(interview: Interview, *, on: date) -> None:
    """Erase notes and summary; scores, choices and reasons stay, sealed with a new data key. The old key is gone, so
    that no copy of the old bytes opens any more."""
    sheet = queries.read_sheet(interview)
    interview.wrapped_key = sealing.wrapped_key(interview)
    key = sealing.data_key(interview)
    if interview.sealed_reasons is not None:
        interview.sealed_reasons = sealing.seal(interview, sheet.reasons, kind="reasons", key=key)
    interview.sealed_summary, interview.notes_erased_on = None, on
    interview.save(update_fields=["wrapped_key", "sealed_reasons", "sealed_summary", "notes_erased_on"])
    interview.answers.all().delete()
    Answer.objects.bulk_create(
        Answer(
            interview=interview,
            item_key=item_key,
            sealed=sealing.seal(interview, {**given, "notes": ""}, kind="answer", item_key=item_key, key=key),
            revision=sheet.revisions[item_key],
        )
        for item_key, given in sheet.answers.items()
        if given["score"] is not None or given["choice"] is not None
    )


def erase_answers(interview: Interview, *, on: date) -> bool:
    """Destroy the data key and everything under it; that the conversation was held stays known. True when there was
    anything to destroy."""
    answers, _ = interview.answers.all().delete()
    said = bool(answers) or interview.sealed_reasons is not None or interview.sealed_summary is not None
    interview.wrapped_key, interview.sealed_reasons, interview.sealed_summary = b"", None, None
    interview.status, interview.parts, interview.erased_on = InterviewStatus.ERASED, {}, on
    interview.notes_erased_on = interview.notes_erased_on or on
    interview.save(
        update_fields=[
            *("wrapped_key", "sealed_reasons", "sealed_summary"),
            *("status", "parts", "erased_on", "notes_erased_on"),
        ]
    )
    return said
