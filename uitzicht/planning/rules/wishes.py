"""What a leaver may ask about the appointment, and what a single answer can settle."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import BEFORE_THE_TALK, Stage

MOST_MOMENTS = 3
OPEN_TO_WISHES = (*BEFORE_THE_TALK, Stage.DECLINED)


def ensure_open_to_wishes(stage: str) -> None:
    if Stage(stage) not in OPEN_TO_WISHES:
        message = _("The conversation has taken place already, so there is no appointment left to change.")
        raise Refusal("planning.talk_is_over", message)


def ensure_few_moments(proposed_at: Sequence[datetime]) -> None:
    if len(proposed_at) > MOST_MOMENTS:
        message = _("Propose {most} moments at most: one answer then settles it.")
        raise Refusal("planning.too_many_moments", message, most=MOST_MOMENTS)


def ensure_something_asked(asked: bool) -> None:
    if not asked:
        message = _(
            "Nothing is asked yet. Propose a moment, or ask for somebody else. Otherwise simply leave it as it is."
        )
        raise Refusal("planning.nothing_asked", message)


def ensure_still_ahead(starts_at: datetime, now: datetime) -> None:
    if starts_at <= now:
        message = _("This appointment has passed already. Propose another moment if you would still like to talk.")
        raise Refusal("planning.appointment_passed", message)


def ensure_proposed(starts_at: datetime, proposed_at: Sequence[datetime]) -> None:
    if starts_at not in proposed_at:
        message = _("This moment is no longer proposed: the leaver may have changed it. Look at the departure again.")
        raise Refusal("planning.not_proposed", message)


def needs_a_plan(first_name: str) -> Refusal:
    return Refusal(
        "planning.needs_a_plan",
        _("One click cannot answer what {first_name} asks now. Plan the conversation anew; that answers it."),
        first_name=first_name,
    )
