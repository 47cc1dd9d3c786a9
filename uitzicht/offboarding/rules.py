"""What may happen to a checklist: pure decisions over plain values."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from uitzicht.core.calendar import Workdays
from uitzicht.core.refusal import Refusal

ONE_DAY = timedelta(days=1)
REMIND_BEFORE = timedelta(days=3)
REMIND_UNTIL = timedelta(days=7)
"""A night that was missed is made up for until so long after the day."""


def shift(day: date, count: int, work: Workdays) -> date:
    """``count`` working days after ``day`` (before it when negative), from the last working day on or before ``day``."""
    return work.back(day, -count) if count <= 0 else work.ahead(work.on_or_before(day), count)


def due_day(last_day: date, due: int, *, started_on: date, work: Workdays) -> date:
    """When a task is due; never before the checklist began, so that an immediate leave does not begin late."""
    return max(shift(last_day, due, work), work.on_or_after(started_on))


def late_before(on: date, due: int, work: Workdays) -> date:
    """With a last day worked before this date, a task is late on ``on``: ``due_day`` the other way round. Only when the
    checklist began on a working day before ``on`` as well."""
    return shift(work.on_or_after(on), -due, work)


def reminder_due(due_on: date, *, mailed_on: date, on: date) -> bool:
    """Three days before, and on the day itself; ``mailed_on``: when the owner last heard of it."""
    moment = due_on if on >= due_on else due_on - REMIND_BEFORE
    return moment <= on <= due_on + REMIND_UNTIL and mailed_on < moment


def ensure_nothing_first(waits_for: Sequence[str]) -> None:
    if waits_for:
        raise Refusal(
            "checklist.needs_first",
            _("First this has to be done: {tasks}. Tick that off, then this one."),
            tasks="; ".join(waits_for),
        )


def ensure_not_needed(needed_by: Sequence[str]) -> None:
    if needed_by:
        raise Refusal(
            "checklist.needed_already",
            _("This was needed for something that is done already: {tasks}. Undo that first."),
            tasks="; ".join(needed_by),
        )


def ensure_not_cancelled(cancelled: bool) -> None:
    if cancelled:
        raise Refusal(
            "checklist.cancelled",
            _("This departure does not go ahead, so there is nothing to do for it. Tell colleagues who already began."),
        )


def ensure_may_be_mailed(death: bool) -> None:
    if death:
        raise Refusal(
            "checklist.after_death",
            _("After a death no task is mailed to anybody. Speak to your colleagues, and tick off here what is done."),
        )


def ensure_colleague(email: str, *, colleagues: frozenset[str], leaver: frozenset[str], owner: str) -> None:
    """Only somebody of the organisation, and never the leaver: they may read who leaves. ``colleagues``: addresses of staff
    and accounts that equal ``email``; the domain of ``owner``, who holds the task now, counts as well."""
    if email.lower() in leaver:
        raise Refusal(
            "checklist.leaver_is_no_owner",
            _("This is the address of the leaver. Choose a colleague who is still here afterwards."),
        )
    if email.lower() not in colleagues and _domain(email) != _domain(owner):
        raise Refusal(
            "checklist.not_a_colleague",
            _("Nobody in the organisation has the address {email}. Write the work address of a colleague."),
            email=email,
        )


def ensure_no_circle(needs: Mapping[int, Sequence[int]]) -> None:
    """``needs``: task -> what has to be done first."""
    done: set[int] = set()
    left = dict(needs)
    while left:
        ready = [task for task, first in left.items() if done.issuperset(set(first) & set(needs))]
        if not ready:
            raise Refusal(
                "checklist.circle",
                _("These tasks wait for each other, so none could ever be done. Take one of the two conditions away."),
            )
        done.update(ready)
        for task in ready:
            del left[task]


# What says who ended the contract, or why: stems of words in the four languages.
_TELLING = (
    *("ontslag", "ontslagen", "opgezegd", "opzegging", "opzegtermijn", "ziekte", "burn-out", "burnout"),
    *("licenci", "démission", "demission", "préavis", "maladie"),
    *("dismiss", "resign", "redundan", "notice period", "laid off", "illness"),
    *("gekündigt", "kündig", "entlass", "krankheit"),
)


def ensure_tells_no_reason(text: str) -> None:
    lower = text.casefold()
    found = next((word for word in _TELLING if word in lower), None)
    if found:
        raise Refusal(
            "checklist.announcement_tells_why",
            _(
                "The announcement says why somebody leaves, or who decided it (“{word}”). That is for the leaver to tell. "
                "Say only who leaves, when, and who takes over."
            ),
            word=found,
        )


def ensure_out(returned: bool) -> None:
    if returned:
        raise Refusal(
            "property.back_already",
            _("This came back already and was signed for. Undo that first if it was a mistake."),
        )


def _domain(email: str) -> str:
    return email.rpartition("@")[2].lower()
