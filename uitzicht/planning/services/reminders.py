"""Mails of the night: a reminder the working day before, and one kind question after a conversation that did not happen.

Each leaves in its own transaction with the note that it did: run twice, nobody gets a second one, and an address that
fails keeps nobody else from theirs."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from uitzicht.core.refusal import Refusal
from uitzicht.departures import services as departures
from uitzicht.departures.queries import work_of
from uitzicht.departures.vocabulary import BEFORE_THE_TALK, Kind
from uitzicht.planning import invitation
from uitzicht.planning.models import Appointment
from uitzicht.privacy import audit

LONGEST_BREAK = timedelta(days=21)
"""No two days of work lie further apart than this: reminders look so far ahead."""
MISSED_AFTER = timedelta(days=2)
MISSED_UNTIL = timedelta(days=14)
log = logging.getLogger(__name__)


def remind_of_appointments(*, by: str, at: datetime) -> int:
    """On the leaver's last day of work before the conversation: one mail with a fresh link; returns how many. Not to who
    was invited that very day, nor to who has asked for something else."""
    return _each(_coming(at), lambda appointment: _remind(appointment, by=by, at=at))


def ask_missed_again(*, by: str, at: datetime) -> int:
    """Two days after a conversation that was not begun, the leaver is asked once whether another moment suits better;
    returns how many. Not any more after two weeks, and never once the leaver has asked for something."""
    return _each(_missed(at), lambda appointment: _ask_again(appointment, by=by, at=at))


def _coming(at: datetime) -> QuerySet[Appointment]:
    soon = _open().filter(starts_at__gt=at, starts_at__lte=at + LONGEST_BREAK, reminded_at=None)
    return soon.filter(invited_at__isnull=False, departure__wish=None)


def _missed(at: datetime) -> QuerySet[Appointment]:
    past = _open().filter(starts_at__lte=at - MISSED_AFTER, starts_at__gt=at - MISSED_UNTIL, asked_again_at=None)
    begun = Q(departure__interview__started_at__isnull=False)
    return past.filter(invited_at__isnull=False, departure__wish=None).exclude(begun)


def _open() -> QuerySet[Appointment]:
    standing = Appointment.objects.filter(cancelled_at=None, departure__stage__in=BEFORE_THE_TALK)
    return standing.exclude(departure__kind=Kind.DEATH)


def _each(due: QuerySet[Appointment], write: Callable[[Appointment], bool]) -> int:
    sent = 0
    for key in list(due.order_by("starts_at").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                sent += _written(due, key, write)
        except Refusal as refusal:
            log.warning("mail about an appointment not sent: %s", refusal.code)
    return sent


def _written(due: QuerySet[Appointment], key: UUID, write: Callable[[Appointment], bool]) -> bool:
    """Judged again under the lock: somebody may have changed it, or another run may have written, in the meantime."""
    held = due.filter(pk=key).select_for_update(of=("self",))
    appointment = held.select_related("departure__person", "interviewer").first()
    return appointment is not None and write(appointment)


def _remind(appointment: Appointment, *, by: str, at: datetime) -> bool:
    today, day = timezone.localdate(at), timezone.localdate(appointment.starts_at)
    work = work_of(appointment.departure, first=day - LONGEST_BREAK, last=day)
    invited_on = timezone.localdate(appointment.invited_at) if appointment.invited_at else today
    if today < work.on_or_before(day - timedelta(days=1)) or invited_on >= today:
        return False
    appointment.reminded_at = at
    appointment.save(update_fields=["reminded_at"])
    _audit("appointment.reminded", appointment, by, at)
    invitation.remind(appointment, by=by, at=at)
    return True


def _ask_again(appointment: Appointment, *, by: str, at: datetime) -> bool:
    appointment.asked_again_at = at
    appointment.save(update_fields=["asked_again_at"])
    _audit("appointment.asked_again", appointment, by, at)
    invitation.ask_again(appointment, by=by, at=at)
    return True


def _audit(action: str, appointment: Appointment, by: str, at: datetime) -> None:
    audit.record(action, by=by, at=at, subject=departures.subject(appointment.departure))
