"""When a release may be made: by the calendar, not by single answers; and never without a new bundle."""

from datetime import date, timedelta

import pytest

from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke
from uitzicht.core.refusal import Refusal
from uitzicht.release.models import Release, WaitingPerson
from uitzicht.release.rules import missed_dates, next_release_on

NEXT = months_later(DAY, QUARTER)


def refusal_of(day: date) -> str:
    with pytest.raises(Refusal) as refused:
        release(day)
    return refused.value.code


def test_the_day_before_the_next_date_is_too_soon(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    assert refusal_of(NEXT - timedelta(days=1)) == "release.too_soon"
    assert release(NEXT).number == 2


def test_history_that_came_in_need_not_wait(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    left_before(60, 4)
    assert release(DAY + timedelta(days=1)).number == 2


def test_history_that_waits_does_not_open_the_calendar_again(house: Cast) -> None:
    """Too few of one kind for a bundle stay behind; they are no reason for a release on any day."""
    left_before(9, 1, seed=8)
    release(DAY)
    assert WaitingPerson.objects.count() == 4
    spoke(house, 5, left_on=LEFT.replace(month=3))
    assert refusal_of(NEXT - timedelta(days=1)) == "release.too_soon"
    assert release(NEXT).number == 2


def test_history_does_not_go_back_before_the_last_release(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    left_before(60, 4)
    assert refusal_of(DAY - timedelta(days=1)) == "release.too_soon"


def test_too_few_new_people_make_no_release(house: Cast) -> None:
    spoke(house, 4)
    assert refusal_of(DAY) == "release.too_few"
    assert not Release.objects.exists()


def test_nobody_new_makes_no_release(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    assert refusal_of(NEXT) == "release.too_few"


@pytest.mark.parametrize(
    ("last", "months", "next_on"),
    [
        (date(2026, 1, 15), 3, date(2026, 4, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 10, 1), 3, date(2027, 1, 1)),
        (date(2026, 12, 31), 12, date(2027, 12, 28)),
    ],
)
def test_the_next_date_lies_whole_months_later(last: date, months: int, next_on: date) -> None:
    assert next_release_on(last, months, today=date(2030, 1, 1)) == next_on


@pytest.mark.parametrize(
    ("today", "missed"),
    [
        (date(2026, 4, 1), []),
        (date(2026, 4, 2), []),
        (date(2026, 6, 30), []),
        (date(2026, 7, 1), [date(2026, 4, 1)]),
        (date(2026, 7, 2), [date(2026, 4, 1)]),
        (date(2026, 10, 1), [date(2026, 4, 1), date(2026, 7, 1)]),
    ],
)
def test_a_release_stands_for_the_latest_date_that_has_come(today: date, missed: list[date]) -> None:
    assert missed_dates(date(2026, 1, 1), 3, today) == missed


def test_without_a_beginning_no_date_was_missed() -> None:
    assert missed_dates(None, 3, date(2026, 1, 1)) == []
