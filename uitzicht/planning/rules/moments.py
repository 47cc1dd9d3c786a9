"""When a conversation can take place, and how long it takes."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from uitzicht.core.calendar import Workdays
from uitzicht.core.refusal import Refusal
from uitzicht.departures.rules import Dates, spoken

MINUTES = range(15, 181)
HOURS_OF_DAY = range(7, 20)


def ensure_room_for_a_talk(latest_on: date | None, first_name: str) -> None:
    if latest_on is None:
        raise Refusal(
            "planning.no_day_left",
            _(
                "There is no day of work left on which {first_name} can be asked for a conversation: it never takes "
                "place on the last day worked. Correct the dates of the departure if they are wrong."
            ),
            first_name=first_name,
        )


def ensure_moment_fits(starts_at: datetime, dates: Dates, work: Workdays, *, first_name: str, now: datetime) -> None:
    """``starts_at`` and ``now`` in local time; ``dates`` seen from now; see words.md for the reasons."""
    ensure_room_for_a_talk(dates.latest_on, first_name)
    on = starts_at.date()
    values = {
        "first_name": first_name,
        "earliest_day": spoken(dates.earliest_on),
        "target_day": spoken(dates.target_on),
        "latest_day": spoken(dates.latest_on),
    }
    if on == dates.last_day_worked_on:
        raise Refusal(
            "planning.last_day_worked",
            _(
                "This slot is on {first_name}'s last day worked. There is no calm left then for a good conversation. "
                "Pick a day up to {latest_day}; {target_day} suits best."
            ),
            **values,
        )
    if starts_at <= now:
        message = _("This slot has passed already. Pick a day up to {latest_day}; {target_day} suits best.")
        raise Refusal("planning.in_the_past", message, **values)
    if dates.earliest_on and dates.latest_on and not dates.earliest_on <= on <= dates.latest_on:
        raise Refusal(
            "planning.outside_window",
            _(
                "Pick a day from {earliest_day} to {latest_day}; {target_day} suits best. Earlier, much can still "
                "change; later, there is no calm left for a good conversation."
            ),
            **values,
        )
    if on not in work:
        raise Refusal(
            "planning.no_working_day",
            _("{first_name} does not work on that day. Pick a working day; {target_day} suits best."),
            **values,
        )
    if starts_at.hour not in HOURS_OF_DAY:
        message = _("A conversation starts between 7:00 and 20:00. Pick an hour at which both are at their best.")
        raise Refusal("planning.hour", message)


def ensure_minutes(minutes: int) -> None:
    if minutes not in MINUTES:
        message = _("A conversation takes {least} to {most} minutes; about an hour suits best.")
        raise Refusal("planning.minutes", message, least=MINUTES[0], most=MINUTES[-1])


def ensure_free(interviewer: str, starts_at: datetime, minutes: int, taken: Iterable[tuple[datetime, int]]) -> None:
    """``taken``: (start, minutes) of the other conversations of this interviewer."""
    ends_at = starts_at + timedelta(minutes=minutes)
    for start, length in taken:
        if start < ends_at and starts_at < start + timedelta(minutes=length):
            raise Refusal(
                "planning.interviewer_busy",
                _(
                    "{interviewer} has another conversation at that hour. Two at once leave no calm for either. "
                    "Pick another hour, or somebody else."
                ),
                interviewer=interviewer,
            )


def ensure_room_free(room: str, starts_at: datetime, minutes: int, taken: Iterable[tuple[datetime, int]]) -> None:
    """``taken``: (start, minutes) of the other conversations in this room."""
    ends_at = starts_at + timedelta(minutes=minutes)
    if any(start < ends_at and starts_at < start + timedelta(minutes=length) for start, length in taken):
        raise Refusal(
            "planning.room_taken",
            _("{room} is taken by another conversation at that hour. Pick another room or another hour."),
            room=room,
        )


def ensure_may_be_invited(after_death: bool) -> None:
    if after_death:
        message = _("After a death nobody is invited and nothing is sent. It counts in the figures on turnover only.")
        raise Refusal("planning.after_death", message)
