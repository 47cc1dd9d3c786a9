"""Reminders, for a job of every night: three days before a task is due and on the day itself.

Only of tasks whose owner was asked: before that, HR may not want them to know yet. Never after a death.
"""

import logging
from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.core.refusal import Refusal
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Kind
from uitzicht.offboarding import mail, queries
from uitzicht.offboarding.models import Task
from uitzicht.offboarding.rules import reminder_due
from uitzicht.privacy import audit

log = logging.getLogger(__name__)


def remind_owners(*, by: str, at: datetime) -> int:
    """One mail for each owner and departure; returns how many. An address that fails keeps nobody else from theirs and is
    tried again the next night."""
    sent = 0
    for departure_and_owner in _due(at):
        try:
            with transaction.atomic():
                sent += _remind(*departure_and_owner, by=by, at=at)
        except Refusal as refusal:
            log.warning("reminder not sent: %s", refusal.code)
    return sent


def _remind(checklist: int, email: str, *, by: str, at: datetime) -> bool:
    """Judged again under the lock: another run may have sent it in the meantime."""
    list(Task.objects.select_for_update().filter(checklist=checklist).values_list("pk"))
    found = _due(at, checklist=checklist, owner_email__iexact=email).get((checklist, email), [])
    if not found:
        return False
    Task.objects.filter(pk__in=[line.task.pk for line in found]).update(reminded_at=at)
    departure = found[0].departure
    audit.record("checklist.owner_reminded", by=by, at=at, subject=subject(departure))
    mail.remind(departure, found, by=by, at=at)
    return True


def _due(at: datetime, **which: object) -> dict[tuple[int, str], list[queries.Line]]:
    """(checklist, owner) -> the tasks to remind of, by day."""
    on = timezone.localdate(at)
    waiting = queries.tasks().filter(done_at=None, asked_at__isnull=False, **which).exclude(owner_email="")
    waiting = waiting.exclude(checklist__departure__kind=Kind.DEATH).filter(checklist__closed_at=None)
    found: dict[tuple[int, str], list[queries.Line]] = defaultdict(list)
    for line in queries.in_order(queries.lines(waiting, on=on)):
        mailed_on = timezone.localdate(max(filter(None, (line.task.asked_at, line.task.reminded_at))))
        if not line.waits_for and reminder_due(line.due_on, mailed_on=mailed_on, on=on):
            found[line.task.checklist_id, line.task.owner_email.lower()].append(line)
    return found
