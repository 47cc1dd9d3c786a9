"""What may happen around a farewell: pure decisions over plain values."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import Kind
from uitzicht.offboarding.farewell.vocabulary import NEXT, FarewellWish, Occasion, ReferenceState

MOST_REFERENCES = 3
_YEARS = ((1, Occasion.UNDER_1), (3, Occasion.UNDER_3), (10, Occasion.UNDER_10), (25, Occasion.UNDER_25))
_NOT_CHOSEN = (Kind.DISMISSAL, Kind.END_OF_FIXED_TERM)


def occasion(kind: str, *, hired_on: date, last_day: date) -> Occasion:
    """What a card is written for. Whole years count: on the third anniversary somebody was here 3 to 10 years."""
    if kind == Kind.RETIREMENT:
        return Occasion.RETIREMENT
    if kind in _NOT_CHOSEN:
        return Occasion.DIGNITY
    years = whole_years(hired_on, last_day)
    return next((name for below, name in _YEARS if years < below), Occasion.OVER_25)


def whole_years(since: date, until: date) -> int:
    """Anniversaries of ``since`` that have come by ``until``."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


def ensure_alive(death: bool) -> None:
    if death:
        raise Refusal(
            "farewell.after_death",
            _(
                "After a death no farewell is planned here, and nothing is sent. Speak with the colleagues and the family."
            ),
        )


def ensure_wished(kind: str, wish: str, first_name: str) -> None:
    """The wish comes first: no moment against it, and after a dismissal none before it is known."""
    if wish == FarewellWish.NOTHING:
        raise Refusal(
            "farewell.not_wished",
            _("{first_name} would rather have no farewell, and that decides. Ask again if you are not sure."),
            first_name=first_name,
        )
    if wish == FarewellWish.UNKNOWN and kind == Kind.DISMISSAL:
        raise Refusal(
            "farewell.ask_first",
            _(
                "After a dismissal nothing is planned that nobody asked for. Ask {first_name} first, and note here what the "
                "wish is."
            ),
            first_name=first_name,
        )


def ensure_more_references_fit(count: int) -> None:
    if count >= MOST_REFERENCES:
        raise Refusal(
            "reference.enough",
            _("There are {most} requests already. Take one back before you ask for another."),
            most=MOST_REFERENCES,
        )


def ensure_reference_may_become(before: str, after: str) -> None:
    if after != before and ReferenceState(after) not in NEXT[ReferenceState(before)]:
        raise Refusal(
            "reference.no_way",
            _("A reference that is “{before}” cannot become “{after}” at once. Go back one step first."),
            before=ReferenceState(before).label,
            after=ReferenceState(after).label,
        )


def ensure_still_to_give(state: str) -> None:
    if state not in (ReferenceState.ASKED, ReferenceState.PROMISED):
        raise Refusal(
            "reference.settled",
            _("This request was answered already, so it cannot be taken back here. HR can tell you more."),
        )


def ensure_writer_did_not_listen(writer: str, interviewer: str) -> None:
    """Whoever holds the conversation writes no reference: what is told there plays no part in one."""
    if writer and writer.strip().casefold() == interviewer.strip().casefold():
        raise Refusal(
            "reference.interviewer_writes",
            _(
                "{name} holds the exit interview, so {name} cannot write the reference: what is told there plays no part "
                "in it. Choose somebody who knows the work."
            ),
            name=interviewer,
        )


def ensure_somebody_else_reads(desk: bool) -> None:
    if not desk:
        raise Refusal(
            "reference.no_desk",
            _(
                "Here only your interviewer could read the request, and they should not know of it. Ask your manager, or "
                "another colleague, for a reference directly."
            ),
        )


def ensure_last_day_reached(last_day: date, *, on: date, day: str) -> None:
    """``day``: the last day worked, in words."""
    if on < last_day:
        raise Refusal(
            "checklist.before_last_day",
            _(
                "The last day worked is {day}. A checklist is closed on that day or later: until then things still move."
            ),
            day=day,
        )


def ensure_explained(unexplained: Sequence[str]) -> None:
    if unexplained:
        raise Refusal(
            "checklist.open_without_reason",
            _("This is still open: {what}. Do it first, or say why it stays open; then the checklist can be closed."),
            what="; ".join(unexplained),
        )


def ensure_open(closed: bool) -> None:
    if closed:
        raise Refusal(
            "checklist.closed",
            _(
                "This checklist is closed, so that what it says stays as it was. HR can reopen it on the page of the last day."
            ),
        )


def ensure_reason(reason: str) -> None:
    if not reason.strip():
        raise Refusal(
            "checklist.reopened_without_reason",
            _("Say why the checklist opens again. The reason enters the audit trail, beside your name."),
        )
