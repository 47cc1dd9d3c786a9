"""Appointments in the interviewer's own calendar, as far as the interviewer wants it. A calendar that does not answer
blocks nothing: the next change or the next night tries again."""

import logging
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from uitzicht.people.models import User
from uitzicht.planning import invitation
from uitzicht.planning.access import Access, access_of
from uitzicht.planning.busy import remove_event, write_event
from uitzicht.planning.busy.trouble import CalendarTrouble
from uitzicht.planning.calendar_file import uid_of
from uitzicht.planning.models import Appointment, CalendarKind, InterviewerDiary

log = logging.getLogger(__name__)


def keep_in_step(appointment: Appointment, *, at: datetime) -> None:
    """Write it, move it or take it away once this transaction is safe; never raises for what a calendar does."""
    transaction.on_commit(partial(bring_into_step, appointment.pk, at=at), robust=True)


def write_late(*, at: datetime) -> int:
    """For every night: whatever could not be written before; returns how many are in step now."""
    behind = Q(invited_at__isnull=False, cancelled_at=None, interviewer__diary__keeps_appointments=True) & (
        Q(written_sequence=None)
        | ~Q(written_sequence=F("sequence"))
        | ~Q(written_for=F("interviewer"))
        | Q(written_for=None)
    )
    left_over = Q(written_for__isnull=False, cancelled_at__isnull=False)
    waiting = Appointment.objects.filter(behind | left_over, starts_at__gte=at)
    return sum(bring_into_step(pk, at=at) for pk in waiting.values_list("pk", flat=True))


def bring_into_step(pk: UUID, *, at: datetime) -> bool:
    """Whether the calendar now holds what stands."""
    appointment = Appointment.objects.select_related("departure__person", "interviewer", "written_for").get(pk=pk)
    reader = appointment.interviewer if appointment.stands and appointment.invited_at else None
    try:
        _take_from_former(appointment, reader)
        if reader is not None and (access := _writable(reader)):
            write_event(access, uid_of(pk), invitation.calendar_of_interviewer(appointment, at=at))
            _note(appointment, reader, appointment.sequence)
    except CalendarTrouble as problem:
        log.warning("appointment %s not written: %s", pk, problem.trouble)
        return False
    return True


def _take_from_former(appointment: Appointment, reader: User | None) -> None:
    former = appointment.written_for
    if former is None or former == reader:
        return
    if access := _writable(former):
        remove_event(access, uid_of(appointment.pk))
    _note(appointment, None, None)


def _note(appointment: Appointment, user: User | None, sequence: int | None) -> None:
    appointment.written_for, appointment.written_sequence = user, sequence
    Appointment.objects.filter(pk=appointment.pk).update(written_for=user, written_sequence=sequence)


def _writable(user: User) -> Access | None:
    diary = InterviewerDiary.objects.filter(interviewer=user, kind=CalendarKind.CALDAV, keeps_appointments=True).first()
    return access_of(diary) if diary else None
