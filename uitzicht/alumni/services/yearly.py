"""Mails of the night: a reminder to confirm, and once a year whether the address still holds.

Each mail is marked in a transaction of its own before it goes out, so that a kill mails nobody twice. What the server
refuses is not tried again: without an answer it ends by itself.
"""

import logging
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet

from uitzicht.alumni import mail, queries
from uitzicht.alumni.models import Member
from uitzicht.alumni.posting import mail_server, taken
from uitzicht.core.refusal import Refusal
from uitzicht.privacy import audit

log = logging.getLogger(__name__)
Due = Callable[[date], QuerySet[Member]]
Compose = Callable[..., EmailMessage]


def remind(*, on: date, at: datetime, by: str) -> int:
    """Reminders to confirm an address, and yearly questions; returns how many the mail server took. When it cannot be
    reached, the rest is due again the next night."""
    to_confirm = list(queries.to_remind(on).values_list("pk", flat=True))
    to_ask = list(queries.to_ask(on).values_list("pk", flat=True))
    if not to_confirm and not to_ask:
        return 0
    sent = 0
    try:
        with mail_server() as server:
            for pk in to_confirm:
                sent += _send(server, pk, queries.to_remind, mail.confirmation, on=on, at=at)
            for pk in to_ask:
                sent += _send(server, pk, queries.to_ask, mail.question, on=on, at=at)
    except Refusal as refusal:
        log.warning("mails to former colleagues not sent: %s", refusal.code)
    if sent:
        audit.record("alumni.reminded", by=by, at=at, detail={"count": sent})
    return sent


def _send(server: BaseEmailBackend, pk: UUID, due: Due, compose: Compose, *, on: date, at: datetime) -> bool:
    with transaction.atomic():
        member = due(on).filter(pk=pk).select_for_update(of=("self",)).first()
        if member is None:
            return False
        member.questions, member.asked_on = member.questions + 1, on
        member.save(update_fields=["questions", "asked_on"])
        message = compose(member, at=at)
    return taken(server, message)
