"""The summary: written, sent, confirmed at the table or on the leaver's own pages, corrected beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.departures.links import expiry, make_link
from uitzicht.departures.vocabulary import Kind
from uitzicht.interviews import mails, queries, sealing
from uitzicht.interviews import summary_rules as rules
from uitzicht.interviews.models import ConfirmedWhere, Interview, SummaryShare
from uitzicht.interviews.rules import NewerText, ensure_notes_kept, ensure_open
from uitzicht.interviews.services.holding import hold
from uitzicht.privacy import audit

_STATE = ("sealed_summary", "summary_sent_at", "summary_confirmed_at", "summary_confirmed_where")


@dataclass(frozen=True, slots=True)
class LeaverSummary:
    """A summary as its leaver sees it. ``where``: "table" or "pages", "" while not confirmed. ``confirm_by``: the last
    day on which it can be corrected. ``shares``: those that stand, with their reader."""

    text: str
    correction: str
    confirmed_at: datetime | None
    where: str
    confirm_by: date
    shares: list[SummaryShare]


@transaction.atomic
def save_summary(interview: Interview, text: str, *, revision: int, by: str, at: datetime) -> int:
    """Save the summary that is read back during the talk, and return the new revision. Raises ``NewerText``; refuses
    once it is confirmed at the table."""
    hold(interview, *_STATE)
    ensure_open(interview.status)
    return _write(interview, text, revision)


@transaction.atomic
def mend_summary(interview: Interview, text: str, *, revision: int, by: str, at: datetime) -> int:
    """Save the summary after the talk, as long as the leaver does not have it, and return the new revision. Raises
    ``NewerText``."""
    hold(interview, *_STATE)
    rules.ensure_finished_first(interview.status)
    ensure_notes_kept(interview.notes_erased_on)
    return _write(interview, text, revision)


@transaction.atomic
def open_summary(interview: Interview, *, by: str, at: datetime) -> queries.SummaryText:
    """Summary and correction, for a page of its interviewer. Every opening is in the audit trail."""
    text = queries.read_summary(interview)
    _audit("summary.opened", interview, by, at)
    return text


@transaction.atomic
def send_summary(interview: Interview, *, by: str, at: datetime) -> None:
    """Mail the leaver that the summary stands on their own pages, with a fresh link; may be repeated, and the days to
    correct it then begin again. Refuses when the text is not there, is confirmed already, or no mail can arrive."""
    _hold(interview)
    departure, on = interview.departure, timezone.localdate(at)
    rules.ensure_finished_first(interview.status)
    rules.ensure_written(queries.read_summary(interview).text)
    rules.ensure_not_confirmed(interview.summary_confirmed_at)
    has_address = bool(mails.address_of(departure.person))
    rules.ensure_reachable(
        after_death=departure.kind == Kind.DEATH, has_address=has_address, name=departure.person.first_name
    )
    closed_after = expiry(departure.ends_on)
    rules.ensure_pages_open(closed_after, on)
    interview.summary_sent_at, interview.summary_reminded_at = at, None
    interview.save(update_fields=["summary_sent_at", "summary_reminded_at"])
    _audit("summary.sent", interview, by, at)
    until = min(rules.confirm_by(at), closed_after)
    mails.ask_to_confirm(interview, link=make_link(departure, at=at), until=until)


@transaction.atomic
def confirm_at_table(interview: Interview, *, by: str, at: datetime) -> None:
    """The two read it aloud and the leaver agreed."""
    _confirm(interview, ConfirmedWhere.TABLE, by=by, at=at)


@transaction.atomic
def confirm_summary(interview: Interview, *, by: str, at: datetime) -> None:
    """The leaver agrees on their own pages, also after the fourteen days; confirming twice changes nothing."""
    _hold(interview)
    rules.ensure_given(interview.summary_given)
    if interview.summary_confirmed_at is None:
        _confirm(interview, ConfirmedWhere.PAGES, by=by, at=at)


@transaction.atomic
def correct_summary(interview: Interview, text: str, *, by: str, at: datetime) -> None:
    """What the leaver would say otherwise; it stands beside the summary. Replaces an earlier correction, and an empty
    text takes it back. Refuses after the last day to correct."""
    _hold(interview)
    ensure_notes_kept(interview.notes_erased_on)
    rules.ensure_given(interview.summary_given)
    rules.ensure_may_correct(_until(interview), timezone.localdate(at))
    said = text.strip()
    interview.sealed_correction = sealing.seal(interview, said, kind="correction") if said else None
    interview.save(update_fields=["sealed_correction"])
    _audit("summary.corrected", interview, by, at)


@transaction.atomic
def open_summary_as_leaver(interview: Interview, *, at: datetime) -> LeaverSummary:
    """Refuses while there is none to read: ``interview.summary_given`` says so beforehand. Three statements."""
    rules.ensure_given(interview.summary_given)
    text = queries.read_summary(interview)
    _audit("summary.opened", interview, "leaver", at)
    return LeaverSummary(
        text=text.text,
        correction=text.correction,
        confirmed_at=interview.summary_confirmed_at,
        where=interview.summary_confirmed_where,
        confirm_by=_until(interview),
        shares=list(queries.standing_shares(interview)),
    )


def _write(interview: Interview, text: str, revision: int) -> int:
    rules.ensure_may_change(given=interview.summary_given)
    sealed = sealing.seal(interview, text, kind="summary")
    rows = Interview.objects.filter(pk=interview.pk, summary_revision=revision)
    if not rows.update(sealed_summary=sealed, summary_revision=revision + 1):
        interview.refresh_from_db(fields=["sealed_summary", "summary_revision"])
        raise NewerText(revision=interview.summary_revision, current=queries.read_summary(interview).text)
    interview.sealed_summary, interview.summary_revision = sealed, revision + 1
    return interview.summary_revision


def _hold(interview: Interview) -> None:
    hold(interview, *_STATE, "sealed_correction")


def _confirm(interview: Interview, where: ConfirmedWhere, *, by: str, at: datetime) -> None:
    _hold(interview)
    rules.ensure_written(queries.read_summary(interview).text)
    rules.ensure_not_confirmed(interview.summary_confirmed_at)
    interview.summary_confirmed_at, interview.summary_confirmed_where = at, where
    interview.save(update_fields=["summary_confirmed_at", "summary_confirmed_where"])
    _audit("summary.confirmed", interview, by, at, where=where.value)


def _until(interview: Interview) -> date:
    """Counted from the last time that the text reached the leaver."""
    reached = [at for at in (interview.summary_sent_at, interview.summary_confirmed_at) if at is not None]
    return rules.confirm_by(interview.summary_sent_at or min(reached))


def _audit(action: str, interview: Interview, by: str, at: datetime, **detail: str) -> None:
    audit.record(action, by=by, at=at, subject=f"interview:{interview.pk}", detail=detail)
