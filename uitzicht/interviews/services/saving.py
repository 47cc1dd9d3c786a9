"""Saving what is said. A save names the revision it was made from; from an older one it is refused, never merged."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from uitzicht.interviews import queries, sealing
from uitzicht.interviews.models import Answer, Interview
from uitzicht.interviews.rules import (
    NOTHING,
    GivenAnswer,
    NewerText,
    Reason,
    ensure_asked,
    ensure_fits,
    ensure_known,
    ensure_marks,
    ensure_open,
    ensure_ranking,
)
from uitzicht.interviews.services.holding import hold
from uitzicht.questionnaires.codebook import load_codebook


@transaction.atomic
def save_answer(
    interview: Interview,
    item_key: str,
    *,
    notes: str,
    score: int | None,
    choice: str | None,
    marks: Sequence[str] = (),
    revision: int,
    by: str,
    at: datetime,
) -> int:
    """Save one answer made from ``revision`` (0: the first time) and return its new revision. Raises ``NewerText``."""
    given: GivenAnswer = {"notes": notes, "score": score, "choice": choice, "marks": list(marks)}
    hold(interview)
    ensure_open(interview.status)
    shapes = queries.item_shapes(interview.version)
    ensure_asked(item_key, shapes)
    ensure_fits(item_key, given, shapes[item_key])
    ensure_marks(item_key, marks, shapes[item_key], load_codebook())
    sealed = sealing.seal(interview, given, kind="answer", item_key=item_key)
    written = _insert(interview, item_key, sealed) if revision == 0 else _update(interview, item_key, sealed, revision)
    if not written:
        _refuse_answer(interview, item_key)
    return revision + 1


def save_answers(
    interview: Interview, drafts: Mapping[str, tuple[GivenAnswer, int]], *, by: str, at: datetime
) -> dict[str, NewerText]:
    """Save the answers of a page, by item key with the revision each was made from, and return those that were
    refused because a newer text exists; the others are saved."""
    conflicts: dict[str, NewerText] = {}
    for item_key, (given, revision) in drafts.items():
        try:
            save_answer(interview, item_key, **given, revision=revision, by=by, at=at)
        except NewerText as newer:
            conflicts[item_key] = newer
    return conflicts


@transaction.atomic
def save_reasons(interview: Interview, reasons: Sequence[Reason], *, revision: int, by: str, at: datetime) -> int:
    """Save the ranked reasons of the codebook, the main one first, and return the new revision. Raises
    ``NewerText``."""
    hold(interview)
    ensure_open(interview.status)
    ranked: list[Reason] = [{"reason": reason["reason"], "force": reason["force"]} for reason in reasons]
    ensure_ranking(ranked)
    ensure_known(ranked, load_codebook())
    sealed = sealing.seal(interview, ranked, kind="reasons")
    rows = Interview.objects.filter(pk=interview.pk, reasons_revision=revision)
    if not rows.update(sealed_reasons=sealed, reasons_revision=revision + 1):
        interview.refresh_from_db(fields=["sealed_reasons", "reasons_revision"])
        raise NewerText(revision=interview.reasons_revision, current=queries.read_sheet(interview).reasons)
    interview.sealed_reasons, interview.reasons_revision = sealed, revision + 1
    return interview.reasons_revision


def _insert(interview: Interview, item_key: str, sealed: bytes) -> bool:
    # Two windows may answer first at the same time: the row is ours exactly when it holds our bytes.
    Answer.objects.bulk_create([Answer(interview=interview, item_key=item_key, sealed=sealed)], ignore_conflicts=True)
    return Answer.objects.filter(interview=interview, item_key=item_key, sealed=sealed).exists()


def _update(interview: Interview, item_key: str, sealed: bytes, revision: int) -> bool:
    rows = Answer.objects.filter(interview=interview, item_key=item_key, revision=revision)
    return rows.update(sealed=sealed, revision=revision + 1) == 1


def _refuse_answer(interview: Interview, item_key: str) -> None:
    row = Answer.objects.filter(interview=interview, item_key=item_key).first()
    if row is None:
        raise NewerText(revision=0, current=NOTHING)
    current = NOTHING | sealing.unseal(interview, row.sealed, kind="answer", item_key=item_key)
    raise NewerText(revision=row.revision, current=current)
