"""What may happen to a departure: pure decisions over plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from uitzicht.core.calendar import Absence, Reason, conversation_window, last_day_worked
from uitzicht.core.refusal import Refusal
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.vocabulary import NEXT, EndReason, Kind, Stage
from uitzicht.ui.templatetags.ui import day

spoken = lazy(day, str)
"""A date inside a refusal, written in the language of whoever reads it."""

MOST_YEARS = 30
READ = frozenset({Stage.HELD, Stage.CODED, Stage.RELEASED})
"""From here on somebody may have read answers."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What is computed, never typed. The last three are None when nobody can be asked to talk any more."""

    last_day_worked_on: date
    earliest_on: date | None = None
    target_on: date | None = None
    latest_on: date | None = None
    reasons: tuple[Reason, ...] = ()


def compute_dates(
    *,
    kind: str,
    ends_on: date,
    leave_days: int,
    recup_days: int,
    working_days: str,
    country: str,
    today: date,
    reduction_days: int = 0,
    absences: Collection[Absence] = (),
    closed: Collection[date] = (),
) -> Dates:
    """The last day worked and the days that suit a conversation; ``today``: the day from which somebody can plan.

    ``absences``: what has dates, besides the days that are taken at the end; ``closed``: closing days.
    """
    days = (today, ends_on, *(absence.first_on for absence in absences))
    off = public_holidays(country, min(days).year - 1, max(days).year + 1).union(closed)
    last_day = last_day_worked(ends_on, leave_days, recup_days + reduction_days, working_days, off, absences)
    window = None if kind == Kind.DEATH else conversation_window(last_day, working_days, off, today, absences)
    if window is None:
        return Dates(last_day)
    return Dates(last_day, window.earliest_on, window.target_on, window.latest_on, window.reasons)


def ensure_years_plausible(days: Collection[date], *, today: date) -> None:
    """A slip of the year would have whole centuries of public holidays computed."""
    for on in days:
        if abs(on.year - today.year) > MOST_YEARS:
            raise Refusal(
                "departure.slip_of_the_year",
                _("{on} lies more than {years} years from today: probably a slip of the year. Correct that date."),
                on=spoken(on),
                years=MOST_YEARS,
            )


def ensure_dates_agree(
    *, notified_on: date, started_on: date, ends_on: date, last_day: date, days_off: int, today: date
) -> None:
    """The notice was given, the contract ends after it, and the leave that is left fits between the two."""
    if notified_on > today:
        raise Refusal(
            "departure.notice_in_the_future",
            _(
                "The notice ({notified_on}) lies in the future. A departure is registered once it is known; until then "
                "nobody should be treated as leaving. Correct the date, or come back on that day."
            ),
            notified_on=spoken(notified_on),
        )
    if notified_on < started_on:
        raise Refusal(
            "departure.notice_before_start",
            _(
                "The notice ({notified_on}) comes before the first day in service ({started_on}). "
                "Correct the date of the notice."
            ),
            notified_on=spoken(notified_on),
            started_on=spoken(started_on),
        )
    if ends_on < notified_on:
        raise Refusal(
            "departure.ends_before_notice",
            _("The contract ends ({ends_on}) before the notice ({notified_on}). Correct one of the two dates."),
            ends_on=spoken(ends_on),
            notified_on=spoken(notified_on),
        )
    if days_off and last_day < notified_on:
        raise Refusal(
            "departure.leave_does_not_fit",
            _(
                "{days_off} days of leave and time off in lieu do not fit between the notice and the end of the "
                "contract: the last day worked would come before the notice. Enter only the days that will still be "
                "taken."
            ),
            days_off=days_off,
        )


def ensure_absences_agree(absences: Collection[Absence], *, started_on: date, ends_on: date) -> None:
    """Each lies within the contract, and no day is counted twice."""
    ordered = sorted(absences, key=lambda absence: absence.first_on)
    for absence in ordered:
        if absence.first_on > ends_on or absence.last_on < started_on:
            raise Refusal(
                "departure.absence_outside_contract",
                _(
                    "The absence from {first_on} to {last_on} lies outside the contract ({started_on} to {ends_on}), so "
                    "it changes nothing. Correct its dates or take it away."
                ),
                first_on=spoken(absence.first_on),
                last_on=spoken(absence.last_on),
                started_on=spoken(started_on),
                ends_on=spoken(ends_on),
            )
    for before, after in pairwise(ordered):
        if after.first_on <= before.last_on:
            raise Refusal(
                "departure.absences_overlap",
                _(
                    "Two absences share days: one lasts until {last_on}, the other begins on {first_on}. A day can be "
                    "away for one reason only. Correct one of the two."
                ),
                last_on=spoken(before.last_on),
                first_on=spoken(after.first_on),
            )


def ensure_end_explained(proposed_on: date | None, ends_on: date, reason: str) -> None:
    """``proposed_on``: the end that follows from the notice; None when there is none to compare with."""
    if proposed_on is not None and ends_on != proposed_on and reason == EndReason.NOT_ASKED:
        raise Refusal(
            "departure.end_unexplained",
            _(
                "From the notice the end of the contract would be {proposed_on}, not {ends_on}. Another end can be right, "
                "but then somebody should know why. Choose the reason, or leave the end empty to take the proposal."
            ),
            proposed_on=spoken(proposed_on),
            ends_on=spoken(ends_on),
        )


def ensure_stage_may_follow(now: str, then: str) -> None:
    """``NEXT`` is the law."""
    if Stage(then) not in NEXT[Stage(now)]:
        raise Refusal(
            "departure.stage_does_not_follow",
            _(
                "A departure that is “{now}” cannot become “{then}”. Stages follow a fixed order, so that the timeline "
                "can be trusted. Open the departure to see what can be done now."
            ),
            now=Stage(now).label,
            then=Stage(then).label,
        )


def ensure_desirability_open(stage: str, before: str, after: str, reason: str) -> None:
    """Decided by rule before any answer is read; afterwards only with a reason that enters the audit trail."""
    if before != after and Stage(stage) in READ and not reason.strip():
        raise Refusal(
            "departure.desired_locked",
            _(
                "Desired or undesired is fixed once answers have been read. That way no answer can colour the choice. "
                "Change it with a reason, which enters the audit trail."
            ),
        )


def ensure_open_to_change(stage: str) -> None:
    if stage == Stage.CANCELLED:
        raise Refusal(
            "departure.is_cancelled",
            _(
                "This departure was cancelled and stays as it was. "
                "Register a new departure if this colleague leaves after all."
            ),
        )


def ensure_no_appointment_stands(stands: bool) -> None:
    """Whoever was invited must hear it first."""
    if stands:
        raise Refusal(
            "departure.appointment_first",
            _("There is still an appointment. Cancel it first: then the leaver and the interviewer get word of it."),
        )
