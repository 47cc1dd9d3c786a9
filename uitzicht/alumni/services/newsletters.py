"""Newsletters: written, then sent once to each member with that interest.

A delivery is marked in a transaction of its own before its mail goes out: a kill, a second click or a second process mails
nobody twice. A page sends a first part; the job of the night, or the same button, sends the rest.
"""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from uitzicht.alumni import mail, queries
from uitzicht.alumni.models import Delivery, Newsletter, Opening
from uitzicht.alumni.posting import mail_server, taken
from uitzicht.alumni.rules import ensure_not_sent, ensure_written
from uitzicht.alumni.vocabulary import Interest
from uitzicht.core.refusal import Refusal
from uitzicht.privacy import audit

log = logging.getLogger(__name__)
REST_WITHIN = timedelta(days=30)
AT_ONCE = 200  # mails of one request
Texts = Mapping[str, Mapping[str, str]]  # language -> "subject", "text"


@transaction.atomic
def write_newsletter(
    newsletter: Newsletter | None, *, interest: Interest, texts: Texts, by: str, at: datetime
) -> Newsletter:
    """A new one (None) or other words for one that was not sent."""
    if newsletter is not None:
        newsletter = Newsletter.objects.select_for_update().get(pk=newsletter.pk)
        ensure_not_sent(newsletter.sent_at is not None)
    ensure_written(texts, settings.LANGUAGE_CODE)
    kept = newsletter or Newsletter()
    kept.interest, kept.written_by, kept.written_at = interest, by, at
    kept.texts = {language: dict(text) for language, text in texts.items() if text.get("text")}
    kept.save()
    return kept


def send(newsletter: Newsletter, *, by: str, at: datetime, most: int | None = None) -> int:
    """Send it, or what is left of it, to at most ``most`` members; returns how many mails the server took. A Refusal when
    the server cannot be reached: what went out is kept, the rest waits."""
    _decide(newsletter, by=by, at=at)
    on = timezone.localdate(at)
    due = list(queries.receivers(newsletter, on=on).values_list("pk", flat=True)[:most])
    openings = list(queries.openings_on(on)) if newsletter.interest == Interest.OPENINGS else []
    sent = 0
    if due:
        with mail_server() as server:
            for pk in due:
                sent += _deliver(server, newsletter, pk, openings, at=at)
    return sent


def send_rest(*, by: str, at: datetime) -> int:
    """For the job of the night: newsletters of which some have not gone out yet."""
    sent = 0
    for newsletter in Newsletter.objects.filter(sent_at__isnull=False, sent_at__gte=at - REST_WITHIN):
        try:
            sent += send(newsletter, by=by, at=at)
        except Refusal as refusal:
            log.warning("newsletters to former colleagues not sent: %s", refusal.code)
            break
    return sent


@transaction.atomic
def _decide(newsletter: Newsletter, *, by: str, at: datetime) -> None:
    """The first time only: from now on it does not change."""
    if Newsletter.objects.filter(pk=newsletter.pk, sent_at=None).update(sent_at=at):
        audit.record("alumni.newsletter_sent", by=by, at=at, detail={"interest": newsletter.interest})
    newsletter.refresh_from_db(fields=["sent_at", "texts", "interest"])


def _deliver(
    server: BaseEmailBackend, newsletter: Newsletter, pk: UUID, openings: list[Opening], *, at: datetime
) -> bool:
    try:
        with transaction.atomic():
            member = queries.members(timezone.localdate(at)).filter(pk=pk).first()
            if member is None:
                return False
            delivery = Delivery.objects.create(newsletter=newsletter, member=member, at=at)
            message = mail.issue(newsletter, member, openings, at=at)
    except IntegrityError:  # another process was first
        return False
    try:
        took = taken(server, message)
    except Refusal:
        _note(delivery, took=False)
        raise
    _note(delivery, took=took)
    return took


def _note(delivery: Delivery, *, took: bool) -> None:
    if took:
        Newsletter.objects.filter(pk=delivery.newsletter_id).update(mailed=F("mailed") + 1)
    else:
        Delivery.objects.filter(pk=delivery.pk).update(refused=True)
