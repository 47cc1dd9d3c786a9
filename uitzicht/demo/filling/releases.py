"""The release of three months ago, by the release job itself; the next one is due on the day of the anchor."""

from collections.abc import Iterator
from datetime import date

from uitzicht.core.refusal import Refusal
from uitzicht.demo.filling.days import Course, moment
from uitzicht.release.services import make_release

# One release, three months ago, over everything before it. Each later release may only show what does not give away its
# few new people by subtraction, so several small ones in a row make rare figures coarser; the visitor makes the second.
RELEASES = 1
MONTHS_BETWEEN = 3
NO_RELEASE_YET = ("release.too_few", "release.attack_succeeded")  # the answers wait for the next one
LATEST_DAY = 28  # a day that every month has


def release_days(anchor: date) -> list[date]:
    """Oldest first; from the last one on ``MONTHS_BETWEEN`` months have passed."""
    return list(_days(anchor))


def releases(anchor: date, *, by: str) -> Course:
    """Every release for which enough people have answered by then, and whose figures stay closed under attack."""
    for day in release_days(anchor):
        yield (at := moment(day, 16))
        try:
            make_release(by=by, at=at, on=day)
        except Refusal as refusal:
            if refusal.code not in NO_RELEASE_YET:
                raise


def _days(anchor: date) -> Iterator[date]:
    for place in range(RELEASES, 0, -1):
        month = anchor.year * 12 + anchor.month - 1 - place * MONTHS_BETWEEN
        yield date(month // 12, month % 12 + 1, min(anchor.day, LATEST_DAY))
