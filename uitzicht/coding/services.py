"""Writes of coding: themes by hand, and the reasons for leaving in the words of the codebook."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from uitzicht.coding import rules
from uitzicht.coding.codebook import load_codebook
from uitzicht.coding.models import CodedAnswer
from uitzicht.coding.rules import CodedTheme
from uitzicht.departures import services as departures
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import queries, sealing
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.rules import Reason, ensure_asked, ensure_finished
from uitzicht.privacy import audit


def save_reasons(interview: Interview, reasons: Sequence[Reason], *, revision: int, by: str, at: datetime) -> int:
    """The ranked reasons, each known to the codebook; see ``interviews.services.save_reasons``."""
    rules.ensure_known_reasons((reason["reason"] for reason in reasons), load_codebook())
    return interviews.save_reasons(interview, reasons, revision=revision, by=by, at=at)


@transaction.atomic
def code_answer(interview: Interview, item_key: str, themes: Sequence[CodedTheme], *, by: str, at: datetime) -> None:
    """Say what one answer is about; no themes at all is a decision too. Replaces what was coded before."""
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
    ensure_finished(interview.status)
    interview.status, interview.coded_at = InterviewStatus.CODED, at
    interview.save(update_fields=["status", "coded_at"])
    departures.advance(interview.departure, Stage.CODED, by=by, at=at)
    audit.record("interview.coded", by=by, at=at, subject=f"interview:{interview.pk}")
