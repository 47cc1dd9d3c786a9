"""When a summary may change, go to the leaver, be confirmed, be corrected and be shared."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.core.refusal import Refusal
from uitzicht.ui.templatetags.ui import day

CONFIRM_WITHIN = timedelta(days=14)
spoken = lazy(day, str)


class SummaryState(TextChoices):
    """Where a summary stands. LAPSED: the leaver neither confirmed nor corrected it within fourteen days."""

    UNWRITTEN = "unwritten", pgettext_lazy("summary", "not written yet")
    UNSENT = "unsent", pgettext_lazy("summary", "not sent yet")
    WAITING = "waiting", pgettext_lazy("summary", "waiting for confirmation")
    CORRECTED = "corrected", pgettext_lazy("summary", "corrected by the leaver")
    CONFIRMED = "confirmed", pgettext_lazy("summary", "confirmed")
    LAPSED = "lapsed", pgettext_lazy("summary", "not confirmed")
    ERASED = "erased", pgettext_lazy("summary", "erased")


def confirm_by(given_at: datetime) -> date:
    """The last day on which the leaver may correct a summary that reached them at that moment."""
    return timezone.localdate(given_at) + CONFIRM_WITHIN


def state_of(
    *,
    written: bool,
    erased: bool,
    sent_at: datetime | None,
    corrected: bool,
    confirmed_at: datetime | None,
    on: date,
) -> SummaryState:
    if erased:
        return SummaryState.ERASED
    if not written:
        return SummaryState.UNWRITTEN
    if confirmed_at is not None:
        return SummaryState.CONFIRMED
    if sent_at is None:
        return SummaryState.UNSENT
    if corrected:
        return SummaryState.CORRECTED
    return SummaryState.WAITING if on <= confirm_by(sent_at) else SummaryState.LAPSED


def ensure_may_change(*, given: bool) -> None:
    """The interviewer writes until the leaver has the text, or agreed to it."""
    if given:
        message = _(
            "This summary is confirmed or with the leaver, so its text no longer changes. Otherwise they would confirm "
            "something else than they read. What the leaver would say otherwise stands beside it."
        )
        raise Refusal("interview.summary_fixed", message)


def ensure_written(text: str) -> None:
    if not text.strip():
        message = _("There is no summary yet, so there is nothing to confirm. Write it first, in a few sentences.")
        raise Refusal("interview.no_summary", message)


def ensure_not_confirmed(confirmed_at: datetime | None) -> None:
    if confirmed_at is not None:
        message = _("This summary was confirmed on {day} already. There is nothing left to ask.")
        raise Refusal("interview.summary_confirmed", message, day=spoken(confirmed_at))


def ensure_finished_first(status: str) -> None:
    """A text goes to somebody's pages after the talk, when nothing is being added to it any more."""
    if status == "open":
        message = _("The conversation is not finished yet. Finish it first, then send the summary.")
        raise Refusal("interview.not_finished", message)


def ensure_reachable(*, after_death: bool, has_address: bool, name: str) -> None:
    """Refuses with what to do when no mail can reach the leaver."""
    if after_death:
        message = _("After a death nothing is sent. The summary stays with you until it is erased.")
        raise Refusal("interview.after_death", message)
    if not has_address:
        message = _(
            "The summary was not sent: there is no e-mail address of {name}. Ask HR to add one in the staff list, or "
            "read the summary aloud together and choose “Confirmed at the table”."
        )
        raise Refusal("interview.no_address", message, name=name)


def ensure_pages_open(closed_after: date, on: date) -> None:
    if on > closed_after:
        message = _(
            "The leaver's own pages closed on {day}, so nobody could read the summary there any more. It stays as it "
            "is, marked as not confirmed."
        )
        raise Refusal("interview.pages_closed", message, day=spoken(closed_after))


def ensure_given(given: bool) -> None:
    """The leaver reads what was sent, or confirmed together."""
    if not given:
        message = _("There is no summary to read yet. You get a mail when it is there.")
        raise Refusal("interview.summary_not_there", message)


def ensure_may_correct(until: date, on: date) -> None:
    if on > until:
        message = _(
            "This summary could be corrected until {day}. You can still confirm it, or ask your interviewer to send it "
            "again."
        )
        raise Refusal("interview.correction_closed", message, day=spoken(until))


def ensure_confirmed(confirmed_at: datetime | None) -> None:
    if confirmed_at is None:
        message = _("Only a summary that you confirmed can be shared. Confirm it first.")
        raise Refusal("interview.summary_not_confirmed", message)


def ensure_may_read(readers: Collection[object], possible: Collection[object]) -> None:
    """Nobody gets to read a summary who is not on the list that the leaver chose from."""
    if not set(readers) <= set(possible):
        message = _("Somebody on this list cannot be a reader any more. Open the page again and choose from the list.")
        raise Refusal("interview.not_a_reader", message)
