"""When a release may happen, and which stratum a departure belongs to."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.release.vocabulary import Stratum


def stratum_of(kind: str) -> Stratum:
    """Resignations apart; all other kinds of departure together."""
    return Stratum.RESIGNATION if kind == "resignation" else Stratum.OTHER


def is_past_embargo(last_day_worked_on: date, released_on: date) -> bool:
    """Nothing of a conversation enters a release on or before the last day worked."""
    return last_day_worked_on < released_on


def next_release_on(last_on: date | None, months: int, today: date) -> date:
    """The day from which the next release may be made: ``months`` calendar months after the last one."""
    if last_on is None:
        return today
    month = last_on.month - 1 + months
    year, month = last_on.year + month // 12, month % 12 + 1
    return date(year, month, min(last_on.day, 28))


def ensure_on_calendar(last_on: date | None, months: int, today: date, *, historical: bool) -> None:
    """A release follows the calendar, not single answers. History that was imported just now need not wait."""
    due = next_release_on(last_on, months, today)
    if today < due and not historical:
        raise Refusal(
            "release.too_soon",
            _(
                "The next release is possible from {next_on} on. Releases follow the calendar, so that no release points to a single new answer. Until then nothing is lost: answers wait."
            ),
            next_on=due.isoformat(),
        )


def ensure_something_closes(bundles: int, k: int, next_on: date) -> None:
    """A release without a new bundle would only repeat the last one."""
    if bundles == 0:
        raise Refusal(
            "release.too_few",
            _(
                "No release is possible yet. Nowhere are there {k} new people with answers, and fewer could be traced. Look again on {next_on}; we report no single answers in between."
            ),
            k=k,
            next_on=next_on.isoformat(),
        )
