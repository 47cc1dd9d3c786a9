"""The course of a conversation: prepared, opened, its parts, finished."""

from datetime import datetime

from django.db import transaction

from uitzicht.departures import services as departures
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import queries
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.rules import ensure_open, ensure_part
from uitzicht.interviews.services.holding import hold
from uitzicht.interviews.services.sheets import sheet_of
from uitzicht.planning.models import Appointment
from uitzicht.privacy import audit


def open_preparation(appointment: Appointment, *, by: str, at: datetime) -> None:
    """Somebody's career was read; the trail says by whom."""
    audit.record("preparation.opened", by=by, at=at, subject=f"departure:{appointment.departure_id}")


@transaction.atomic
def mark_prepared(appointment: Appointment, *, by: str, at: datetime) -> Interview:
    """The interviewer has read the career and is ready; the departure moves to prepared."""
    interview = sheet_of(appointment)
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
    interview = sheet_of(appointment)
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
    does not shorten what is known; of a talk on paper no time is kept."""
    ensure_part(part, [known["key"] for known in interview.version.parts])
    hold(interview, "on_paper")
    ensure_open(interview.status)
    before = interview.parts.get(part, {})
    spent = 0 if interview.on_paper else max(before.get("seconds", 0), seconds)
    after = {"state": state or before.get("state", ""), "seconds": spent}
    if after != before:
        interview.parts[part] = after
        interview.save(update_fields=["parts"])


@transaction.atomic
def hold_on_paper(interview: Interview, on_paper: bool, *, by: str, at: datetime) -> None:
    """The talk is held on paper and entered afterwards, or not after all: what the clock counted so far says nothing."""
    hold(interview, "on_paper")
    ensure_open(interview.status)
    if interview.on_paper == on_paper:
        return
    interview.on_paper = on_paper
    interview.parts = {part: known | {"seconds": 0} for part, known in interview.parts.items()}
    interview.save(update_fields=["on_paper", "parts"])
    audit.record(
        "interview.on_paper" if on_paper else "interview.not_on_paper",
        by=by,
        at=at,
        subject=f"interview:{interview.pk}",
    )


@transaction.atomic
def finish_interview(interview: Interview, *, by: str, at: datetime) -> None:
    """The talk is over: its notes are read-only from now on and the departure moves to held."""
    hold(interview)
    ensure_open(interview.status)
    interview.status, interview.finished_at = InterviewStatus.FINISHED, at
    interview.save(update_fields=["status", "finished_at"])
    departures.advance(interview.departure, Stage.HELD, by=by, at=at)
    audit.record("interview.finished", by=by, at=at, subject=f"interview:{interview.pk}")
