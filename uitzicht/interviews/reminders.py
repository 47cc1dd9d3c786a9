"""Reminders, for a job of every night: to the interviewer who has yet to give themes, to the leaver who has yet to confirm.

Each is sent in its own transaction with the note that it was: run twice, nobody gets a second one, and an address that
fails keeps nobody else from theirs and is tried again the next night.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import expiry, make_link
from uitzicht.departures.vocabulary import Kind
from uitzicht.interviews import mails
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.summary_rules import confirm_by
from uitzicht.privacy import audit

CODE_WITHIN = timedelta(days=7)
CODING_REMINDERS = (timedelta(days=5), timedelta(days=8))
CONFIRM_REMINDER = timedelta(days=7)
log = logging.getLogger(__name__)


def remind_to_code(*, by: str, at: datetime) -> int:
    """Five and eight days after a conversation that still has no themes, its interviewer gets a mail; returns how many.
    A night that was missed is made up for with one mail, never two."""
    return _each(_to_code(at), lambda interview: _remind_to_code(interview, by=by, at=at))


def remind_to_confirm(*, by: str, at: datetime) -> int:
    """Seven days after a summary was sent, a leaver who said nothing gets one mail with a fresh link; returns how many."""
    return _each(_to_confirm(at), lambda interview: _remind_to_confirm(interview, by=by, at=at))


def _to_code(at: datetime) -> QuerySet[Interview]:
    waiting = Interview.objects.filter(status=InterviewStatus.FINISHED, interviewer__is_active=True)
    due = Q()
    for sent, after in enumerate(CODING_REMINDERS):
        due |= Q(coding_reminders__lte=sent, finished_at__lte=at - after)
    return waiting.filter(due)


def _to_confirm(at: datetime) -> QuerySet[Interview]:
    """Whose last day to confirm has passed is not reminded any more."""
    return Interview.objects.filter(
        summary_sent_at__lte=at - CONFIRM_REMINDER,
        summary_confirmed_at=None,
        summary_reminded_at=None,
        sealed_summary__isnull=False,
        sealed_correction=None,
    ).exclude(departure__kind=Kind.DEATH)


def _each(due: QuerySet[Interview], remind: Callable[[Interview], bool]) -> int:
    sent = 0
    for key in list(due.order_by("pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                sent += _reminded(due, key, remind)
        except Refusal as refusal:
            log.warning("reminder not sent: %s", refusal.code)
    return sent


def _reminded(due: QuerySet[Interview], key: UUID, remind: Callable[[Interview], bool]) -> bool:
    """Judged again under the lock: somebody may have done it, or another run may have sent it, in the meantime."""
    held = due.filter(pk=key).select_for_update(of=("self",))
    interview = held.select_related("departure__person", "interviewer").first()
    return interview is not None and remind(interview)


def _remind_to_code(interview: Interview, *, by: str, at: datetime) -> bool:
    finished_at = interview.finished_at or at
    interview.coding_reminders = sum(finished_at + after <= at for after in CODING_REMINDERS)
    interview.save(update_fields=["coding_reminders"])
    due = timezone.localdate(finished_at) + CODE_WITHIN
    _audit("interview.coding_reminded", interview, by, at)
    mails.remind_of_themes(interview, due=due, late=due < timezone.localdate(at))
    return True


def _remind_to_confirm(interview: Interview, *, by: str, at: datetime) -> bool:
    departure = interview.departure
    until = min(confirm_by(interview.summary_sent_at or at), expiry(departure.ends_on))
    if until < timezone.localdate(at) or not mails.address_of(departure.person):
        return False
    interview.summary_reminded_at = at
    interview.save(update_fields=["summary_reminded_at"])
    _audit("summary.reminded", interview, by, at)
    mails.remind_of_summary(interview, link=make_link(departure, at=at), until=until)
    return True


def _audit(action: str, interview: Interview, by: str, at: datetime) -> None:
    audit.record(action, by=by, at=at, subject=f"interview:{interview.pk}")
