"""What may happen to a departure: pure decisions over plain values."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from uitzicht.core.calendar import Reason, conversation_window, last_day_worked
from uitzicht.core.refusal import Refusal
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.vocabulary import NEXT, Kind, Stage
from uitzicht.ui.templatetags.ui import day

spoken = lazy(day, str)
"""A date inside a refusal, written in the language of whoever reads it."""

READ = frozenset({Stage.HELD, Stage.CODED})
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
    *, kind: str, ends_on: date, leave_days: int, recup_days: int, working_days: str, country: str, today: date
) -> Dates:
    """The last day worked and the days that suit a conversation; ``today``: the day from which somebody can plan."""
    off = public_holidays(country, min(today.year, ends_on.year) - 1, max(today.year, ends_on.year) + 1)
    last_day = last_day_worked(ends_on, leave_days, recup_days, working_days, off)
    window = None if kind == Kind.DEATH else conversation_window(last_day, working_days, off, today)
    if window is None:
        return Dates(last_day)
    return Dates(last_day, window.earliest_on, window.target_on, window.latest_on, window.reasons)


def ensure_dates_agree(*, notified_on: date, started_on: date, ends_on: date, last_day: date, days_off: int) -> None:
    """The contract ends after the notice, and the leave that is left fits between the two."""
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
