"""People who answered alone, or again months later, for tests of the release: sealed as the pages seal."""

from datetime import date, timedelta

from tests import survey
from tests.cast import Cast
from tests.release.leavers import LEFT, noon
from tests.world import leaving
from uitzicht.departures.models import Departure
from uitzicht.followups.models import FollowUp
from uitzicht.people.models import Unit
from uitzicht.portal.models import HandedIn
from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.sheets import seal_sheet

KEPT_UNTIL = date(2028, 2, 28)


def content(departure: Departure, *, score: int, reason: str, **extra: object) -> dict[str, object]:
    """What a sheet holds: one score for every area, one reason."""
    scores = {f"{area}.satisfaction": _answer(score) for area in survey.AREAS}
    return {
        "departure": str(departure.pk),
        "version": 1,
        "answers": scores | dict(extra),
        "reasons": [{"reason": reason, "force": "push"}],
        "themes": {},
    }


def wrote(departure: Departure, *, score: int, reason: str) -> None:
    """``departure`` handed in alone."""
    sheet = content(departure, score=score, reason=reason)
    seal_sheet(sheet, source=SheetSource.OWN, kept_until=KEPT_UNTIL)
    HandedIn.objects.create(departure=departure, on=departure.last_day_worked_on - timedelta(days=3))


def wrote_alone(
    cast: Cast, people: int, *, unit: Unit | None = None, left_on: date = LEFT, score: int = 3
) -> list[Departure]:
    """``people`` of ``unit`` (Kade Noord) who had no conversation and handed in."""
    at = noon(left_on - timedelta(days=25))
    reasons = survey.codes()
    departures = [leaving(cast.another_person(unit=unit), on=left_on, at=at) for _ in range(people)]
    for n, departure in enumerate(departures):
        wrote(departure, score=score, reason=reasons[n % 3])
    return departures


def wrote_again(departure: Departure, *, on: date, reason: str, openness: int = 3) -> None:
    """``departure`` answered the follow-up ``on`` that day."""
    extra = {
        "follow_up.openness": _answer(openness),
        "follow_up.return": {"notes": "", "score": None, "choice": "maybe"},
    }
    sheet = content(departure, score=2, reason=reason, **extra)
    seal_sheet(sheet, source=SheetSource.FOLLOW_UP, kept_until=KEPT_UNTIL)
    FollowUp.objects.create(departure=departure, due_on=on - timedelta(days=2), answered_on=on)


def _answer(score: int) -> dict[str, object]:
    return {"notes": "", "score": score, "choice": None}
