"""Mails a follow-up at most once: each mail is marked in a transaction of its own before it goes out.

A kill in the middle therefore mails nobody twice. A mail that the server refuses is not tried again either; the reminder
ten days later, with a link of its own, takes its place.
"""

from datetime import datetime
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import token_hash
from uitzicht.departures.services import subject
from uitzicht.followups import queries
from uitzicht.followups.links import new_token
from uitzicht.followups.mail import compose
from uitzicht.followups.models import FollowUp
from uitzicht.privacy import audit
from uitzicht.privacy.policies import policy_in_force
from uitzicht.ui.mail import mail_server


def send_due(*, by: str, at: datetime) -> int:
    """First mails and reminders that are due; returns how many the mail server took.

    A refused address does not stop the others. A Refusal when the server cannot be reached: what went out is kept, the
    rest is due again.
    """
    if not policy_in_force().follow_up_months:
        return 0
    due = list(queries.mail_due(at).values_list("pk", flat=True))
    return sum(_send(pk, by=by, at=at) for pk in due)


def _send(pk: int, *, by: str, at: datetime) -> bool:
    with mail_server(_unreachable) as connection:
        try:
            mail = _mark(pk, by=by, at=at)
            return mail is not None and bool(connection.send_messages([mail]))
        except (SMTPException, OSError, ValueError) as problem:
            _note_refusal(pk, type(problem).__name__, by=by, at=at)
            return False


def _unreachable(problem: Exception) -> Refusal:
    message = _(
        "The follow-up mails were not all sent: the mail server cannot be reached ({problem}). Nothing is lost: the "
        "next run sends the rest."
    )
    return Refusal("follow_up.mail_failed", message, problem=type(problem).__name__)


@transaction.atomic
def _mark(pk: int, *, by: str, at: datetime) -> EmailMessage | None:
    """The mail that is due, marked as sent; None when it is due no longer. What was begun keeps its link."""
    due = queries.mail_due(at).select_related("departure__person").select_for_update(of=("self",))
    follow_up = due.filter(pk=pk).first()
    if follow_up is None:
        return None
    first = follow_up.sent_at is None
    token = new_token() if follow_up.sealed_draft is None else ""
    if first:
        follow_up.sent_at = at
    else:
        follow_up.reminded_at, follow_up.reminders = at, follow_up.reminders + 1
    if token:
        follow_up.token_hash, follow_up.link_sent_at = token_hash(token), at
    follow_up.save(update_fields=["sent_at", "reminded_at", "reminders", "token_hash", "link_sent_at"])
    # A reminder tells that somebody did not answer yet: its line names nobody.
    named = subject(follow_up.departure) if first else ""
    audit.record("follow_up.sent", by=by, at=at, subject=named, detail={"reminder": not first})
    return compose(follow_up, token=token)


@transaction.atomic
def _note_refusal(pk: int, problem: str, *, by: str, at: datetime) -> None:
    follow_up = FollowUp.objects.select_related("departure").get(pk=pk)
    audit.record(
        "follow_up.not_delivered", by=by, at=at, subject=subject(follow_up.departure), detail={"problem": problem}
    )
