"""A confirmed summary for readers whom the leaver names, from the day after the last day worked, until taken back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from uitzicht.interviews import queries
from uitzicht.interviews import summary_rules as rules
from uitzicht.interviews.models import Interview, SummaryShare
from uitzicht.interviews.rules import ensure_notes_kept
from uitzicht.interviews.services.holding import hold
from uitzicht.people.models import User
from uitzicht.privacy import audit


@transaction.atomic
def share_summary(interview: Interview, readers: Sequence[User], *, by: str, at: datetime) -> None:
    """Let ``readers`` read summary and correction; who reads it already stays a reader. Refuses while the summary is not
    confirmed, and a reader who is not one of ``queries.readers_for``."""
    hold(interview, "summary_confirmed_at")
    ensure_notes_kept(interview.notes_erased_on)
    rules.ensure_confirmed(interview.summary_confirmed_at)
    rules.ensure_may_read(readers, queries.readers_for(interview.departure))
    for reader in readers:
        _, given = SummaryShare.objects.get_or_create(
            interview=interview, reader=reader, revoked_at=None, defaults={"given_at": at}
        )
        if given:
            _audit("summary.shared", interview, by, at, reader=reader.signature)


@transaction.atomic
def revoke_share(interview: Interview, reader: User, *, by: str, at: datetime) -> None:
    """Take it back at once; what does not stand stays so."""
    standing = SummaryShare.objects.filter(interview=interview, reader=reader, revoked_at=None)
    if standing.update(revoked_at=at):
        _audit("summary.share_revoked", interview, by, at, reader=reader.signature)


@transaction.atomic
def open_shared_summary(interview: Interview, *, by: str, at: datetime) -> queries.SummaryText:
    """Summary and correction for a page of a reader; every reading is in the audit trail."""
    text = queries.read_summary(interview)
    _audit("summary.read", interview, by, at)
    return text


def _audit(action: str, interview: Interview, by: str, at: datetime, **detail: str) -> None:
    audit.record(action, by=by, at=at, subject=f"interview:{interview.pk}", detail=detail)
