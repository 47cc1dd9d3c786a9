"""People who left and spoke, and imported leavers of before, for tests of the release.

The days are fixed: everybody here worked until ``LEFT`` unless a test says otherwise, and ``DAY`` is the day after.
"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from tests import survey
from tests.cast import PASSWORD, Cast
from tests.world import BY, held_and_coded, leaving
from uitzicht.history.mapping import load_mapping
from uitzicht.history.services import import_exits
from uitzicht.interviews.models import Interview
from uitzicht.people.models import RoleGrant, Unit, User
from uitzicht.people.vocabulary import Role
from uitzicht.release.models import Release
from uitzicht.release.services import make_release

LEFT = date(2026, 2, 27)  # a Friday; no public holiday from January until Easter
DAY = LEFT + timedelta(days=1)
QUARTER = 3
_number = count(1)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def spoke(
    cast: Cast,
    people: int,
    *,
    unit: Unit | None = None,
    left_on: date = LEFT,
    kind: str = "resignation",
    scores: tuple[int, ...] = (2, 4, 3),
    notes: str = "",
) -> list[Interview]:
    """``people`` of ``unit`` (Kade Noord) whose conversation is held and coded, each with an interviewer of their own."""
    at = noon(left_on - timedelta(days=25))
    reasons = survey.codes()[:3]
    return [
        held_and_coded(
            leaving(cast.another_person(unit=unit), on=left_on, at=at, kind=kind),
            _interviewer(),
            at=at,
            score=scores[n % len(scores)],
            reason=reasons[n % len(reasons)],
            notes=notes,
        )
        for n in range(people)
    ]


def left_before(people: int, units: int, *, seed: int = 1, day: date = DAY) -> None:
    """An earlier survey of ``people`` leavers of so many units, imported."""
    mapping = load_mapping(survey.mapping(), file="invented.toml")
    import_exits(survey.survey(people, units, seed=seed), file="invented.csv", mapping=mapping, by=BY, at=noon(day))


def release(day: date = DAY) -> Release:
    return make_release(by=BY, at=noon(day), on=day)


def months_later(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))


def _interviewer() -> User:
    user = User.objects.create_user(f"interviewer{next(_number)}@havenlicht.example", PASSWORD, name="Iemand")
    RoleGrant.objects.create(user=user, role=Role.INTERVIEWER)
    return user
