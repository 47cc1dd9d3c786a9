"""The course of a conversation: prepared, opened, its parts, finished."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures import services as departures
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import queries, sealing
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.rules import ensure_open, ensure_part
from uitzicht.interviews.services.holding import hold, hold_appointment
from uitzicht.planning.models import Appointment
from uitzicht.privacy import audit
from uitzicht.questionnaires.queries import current_version


def open_preparation(appointment: Appointment, *, by: str, at: datetime) -> None:
    """Somebody's career was read; the trail says by whom."""
    audit.record("preparation.opened", by=by, at=at, subject=f"departure:{appointment.departure_id}")


@transaction.atomic
def mark_prepared(appointment: Appointment, *, by: str, at: datetime) -> Interview:
    """The interviewer has read the career and is ready; the departure moves to prepared."""
    interview = _sheet_of(appointment)
    ensure_open(interview.status)
    if interview.prepared_at is None:
        interview.prepared_at = at
        interview.save(update_fields=["prepared_at"])
        departures.advance(appointment.departure, Stage.PREPARED, by=by, at=at)
        audit.record("interview.prepared", by=by, at=at, subject=f"interview:{interview.pk}")
    return interview


@transaction.atomic
def open_interview(appointment: Appointment, *, by: str, at: datetime) -> Interview:
    """Start the conversation of this appointment, or take it up where it was left."""
    interview = _sheet_of(appointment)
    if interview.started_at is None:
        interview.started_at = at
        interview.save(update_fields=["started_at"])
        audit.record("interview.started", by=by, at=at, subject=f"interview:{interview.pk}")
    return interview


@transaction.atomic
def open_sheet(interview: Interview, *, by: str, at: datetime) -> Sheet:
    """What was said so far, for a page of its interviewer. Every opening is in the audit trail."""
    audit.record("interview.opened", by=by, at=at, subject=f"interview:{interview.pk}")
    return queries.read_sheet(interview)


@transaction.atomic
def record_part(interview: Interview, part: str, *, state: str, seconds: int, by: str, at: datetime) -> None:
    """How far a part is ("" keeps what is known) and how long it took in all. A shorter time, from another window,
    does not shorten what is known."""
    ensure_part(part, [known["key"] for known in interview.version.parts])
    hold(interview)
    ensure_open(interview.status)
    before = interview.parts.get(part, {})
    after = {"state": state or before.get("state", ""), "seconds": max(before.get("seconds", 0), seconds)}
    if after != before:
        interview.parts[part] = after
        interview.save(update_fields=["parts"])


@transaction.atomic
def finish_interview(interview: Interview, *, by: str, at: datetime) -> None:
    """The talk is over: its notes are read-only from now on and the departure moves to held."""
    hold(interview)
    ensure_open(interview.status)
    interview.status, interview.finished_at = InterviewStatus.FINISHED, at
    interview.save(update_fields=["status", "finished_at"])
    departures.advance(interview.departure, Stage.HELD, by=by, at=at)
    audit.record("interview.finished", by=by, at=at, subject=f"interview:{interview.pk}")


def _sheet_of(appointment: Appointment) -> Interview:
    hold_appointment(appointment)
    if appointment.cancelled_at is not None:
        message = _("This appointment is cancelled, so there is no conversation to hold. Plan a new one first.")
        raise Refusal("interview.appointment_cancelled", message)
    interview = Interview.objects.filter(departure=appointment.departure).select_related("departure", "version").first()
    if interview is None:
        return _new_sheet(appointment)
    if interview.interviewer_id != appointment.interviewer_id:
        _hand_over(interview, appointment)
    return interview


def _new_sheet(appointment: Appointment) -> Interview:
    version = current_version()
    if version is None:
        message = _(
            "No questionnaire is published yet. A conversation needs one, so that answers compare. Publish one first."
        )
        raise Refusal("interview.no_questionnaire", message)
    departure = appointment.departure
    interview = Interview(
        departure=departure, interviewer=appointment.interviewer, version=version, language=departure.person.language
    )
    interview.wrapped_key = sealing.wrapped_key(interview)
    interview.save(force_insert=True)
    return interview


def _hand_over(interview: Interview, appointment: Appointment) -> None:
    """An appointment may move to another interviewer as long as nothing was said; notes never change hands."""
    if interview.started_at is not None:
        message = _(
            "Somebody else has begun this conversation. Notes are read by their own interviewer only. Let that person finish it."
        )
        raise Refusal("interview.begun_by_other", message)
    interview.interviewer, interview.prepared_at = appointment.interviewer, None
    interview.save(update_fields=["interviewer", "prepared_at"])
