"""One change of a conversation at a time, whatever arrives at once from several windows.

What a rule judges by is read again under the lock: a request may have loaded it before another one changed it. Locks are
taken in one order, so that two changes never wait for each other: appointment, conversation, departure, audit trail.
"""

from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.rules import ensure_kept, ensure_notes_kept
from uitzicht.planning.models import Appointment


def hold(interview: Interview, *also: str) -> None:
    """Until the transaction ends nobody else changes this conversation; its status, parts and key, and the fields in
    ``also``, are those of now. Refuses what would write to a sheet that is erased."""
    fields = ["status", "parts", "wrapped_key", "notes_erased_on", "erased_on", *also]
    interview.refresh_from_db(fields=fields, from_queryset=Interview.objects.select_for_update())
    ensure_kept(interview.erased_on)
    if interview.status == InterviewStatus.OPEN:
        ensure_notes_kept(interview.notes_erased_on)


def hold_appointment(appointment: Appointment) -> None:
    """Until the transaction ends nobody else begins this conversation, cancels it or moves it to somebody else."""
    fields = ["interviewer", "cancelled_at"]
    appointment.refresh_from_db(fields=fields, from_queryset=Appointment.objects.select_for_update())
