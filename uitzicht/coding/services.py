"""Writes of coding: themes by hand."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.coding import rules
from uitzicht.coding.models import CodedAnswer
from uitzicht.coding.rules import CodedTheme
from uitzicht.departures import services as departures
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import queries, sealing
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.rules import ensure_asked, ensure_finished
from uitzicht.privacy import audit
from uitzicht.questionnaires.codebook import load_codebook


@transaction.atomic
def code_answer(interview: Interview, item_key: str, themes: Sequence[CodedTheme], *, by: str, at: datetime) -> None:
    """Say what one answer is about; no themes at all is a decision too. Replaces what was coded before."""
    interviews.hold(interview)
    ensure_finished(interview.status)
    ensure_asked(item_key, queries.item_shapes(interview.version))
    coded: list[CodedTheme] = [{"theme": theme["theme"], "sentiment": theme["sentiment"]} for theme in themes]
    rules.ensure_themes(coded, load_codebook())
    sealed = sealing.seal(interview, coded, kind="coding", item_key=item_key)
    CodedAnswer.objects.update_or_create(interview=interview, item_key=item_key, defaults={"sealed": sealed})
    audit.record("interview.answer_coded", by=by, at=at, subject=f"interview:{interview.pk}")


@transaction.atomic
def finish_coding(interview: Interview, *, by: str, at: datetime) -> None:
    """Processing is done: the conversation waits for a release."""
    interviews.hold(interview)
    ensure_finished(interview.status)
    interview.status, interview.coded_at = InterviewStatus.CODED, at
    interview.save(update_fields=["status", "coded_at"])
    if interview.departure.stage != Stage.CODED:  # after a reopening it is there already
        departures.advance(interview.departure, Stage.CODED, by=by, at=at)
    audit.record("interview.coded", by=by, at=at, subject=f"interview:{interview.pk}")


@transaction.atomic
def reopen_coding(interview: Interview, *, released: Collection[str] | None = None, by: str, at: datetime) -> None:
    """Take a processed conversation back, to mend its themes; no release uses it until processing is finished again.
    Refuses once a release may have used it. ``released``: the handles ("interview:<id>") that releases have used, for whom
    may know them; without them it can be reopened until the last day worked. The departure stays "processed"."""
    interviews.hold(interview)
    rules.ensure_may_reopen(
        coded=interview.status == InterviewStatus.CODED,
        last_day_worked_on=interview.departure.last_day_worked_on,
        on=timezone.localdate(at),
        released=None if released is None else f"interview:{interview.pk}" in released,
    )
    interview.status = InterviewStatus.FINISHED
    interview.save(update_fields=["status"])
    audit.record("interview.reopened", by=by, at=at, subject=f"interview:{interview.pk}")
