"""Belgium, contracts from 2014: the whole published table, and the way a letter travels."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar.notice import (
    Code,
    Giver,
    NoticeNotKnown,
    Service,
    Term,
    Unit,
    months_later,
    notice_period,
    seniority_in_months,
)

# (whole months in service at the begin of the notice, weeks): the first and the last month of each row of the table.
TABLE = [
    *((0, 1), (2, 1), (3, 2), (5, 2), (6, 3), (11, 3), (12, 4), (17, 4), (18, 5), (23, 5), (24, 6), (47, 6)),
    *((48, 7), (59, 7), (60, 9), (71, 9), (72, 10), (83, 10), (84, 12), (95, 12), (96, 13), (480, 13)),
]
BEGINS = date(2025, 9, 1)  # a Monday
THURSDAY_BEFORE = date(2025, 8, 28)


def resign(hired_on, notified_on, **more):
    return notice_period("BE", by=Giver.EMPLOYEE, hired_on=hired_on, notified_on=notified_on, **more)


@pytest.mark.parametrize(("months", "weeks"), TABLE)
def test_each_row_of_the_table_gives_its_weeks(months, weeks):
    period = resign(months_later(BEGINS, -months), THURSDAY_BEFORE)
    assert period.notice_starts_on == BEGINS
    assert period.notice == Term(weeks, Unit.WEEKS)
    assert period.ends_on == BEGINS + timedelta(weeks=weeks, days=-1)


def test_the_example_of_the_ministry_comes_out():
    """Hired 1 March 2014, the notice begins 1 September 2014: six months, so three weeks."""
    period = resign(date(2014, 3, 1), date(2014, 8, 28))
    assert (period.notice_starts_on, period.notice, period.ends_on) == (
        date(2014, 9, 1),
        Term(3, Unit.WEEKS),
        date(2014, 9, 21),
    )
    assert [because.code for because in period.reasons] == [
        Code.EFFECTIVE,
        Code.BEGINS_MONDAY,
        Code.SENIORITY,
        Code.BY_LAW,
        Code.ENDS,
    ]
    assert "37/2" in period.source


def test_a_day_short_of_six_months_is_two_weeks():
    assert resign(date(2014, 3, 2), date(2014, 8, 28)).notice == Term(2, Unit.WEEKS)


@pytest.mark.parametrize(
    ("posted_on", "holidays", "begins_on"),
    [
        (date(2026, 11, 23), (), date(2026, 11, 30)),  # a Monday: counts on Thursday
        (date(2026, 11, 25), (), date(2026, 11, 30)),  # a Wednesday: counts on Saturday, just in time
        (date(2026, 11, 26), (), date(2026, 12, 7)),  # a Thursday: counts on Monday, a week later
        (date(2026, 11, 25), {date(2026, 11, 27)}, date(2026, 12, 7)),  # a holiday on the way
    ],
)
def test_a_registered_letter_counts_on_the_third_working_day(posted_on, holidays, begins_on):
    period = resign(date(2020, 1, 6), posted_on, service=Service.REGISTERED_LETTER, holidays=holidays)
    assert period.notice_starts_on == begins_on
    assert period.reasons[0].code == Code.LETTER_TAKES_EFFECT


def test_a_letter_handed_over_on_a_monday_waits_for_the_next_one():
    assert resign(date(2020, 1, 6), date(2026, 11, 23)).notice_starts_on == date(2026, 11, 30)


def test_since_october_2023_an_older_contract_too_ends_after_thirteen_weeks():
    assert resign(date(2003, 5, 1), date(2023, 10, 28)).notice == Term(13, Unit.WEEKS)


def test_before_that_an_older_contract_is_not_in_the_tables():
    with pytest.raises(NoticeNotKnown) as unknown:
        resign(date(2003, 5, 1), date(2023, 10, 27))
    assert unknown.value.code == "not_covered"


def test_a_notice_before_the_first_day_is_refused():
    with pytest.raises(NoticeNotKnown) as unknown:
        resign(date(2026, 12, 31), date(2026, 11, 23))
    assert unknown.value.code == "before_start"


days = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@given(days, st.integers(0, 400), st.sampled_from(Service))
def test_a_notice_always_begins_on_a_monday_after_it_was_given_and_ends_on_a_sunday(hired_on, later, service):
    notified_on = hired_on + timedelta(days=later)
    period = resign(hired_on, notified_on, service=service)
    assert period.notice_starts_on.weekday() == 0
    assert timedelta(0) < period.notice_starts_on - notified_on <= timedelta(days=12)
    assert period.ends_on.weekday() == 6


@given(days, st.integers(0, 500))
def test_whole_months_in_service_are_those_that_are_full(day, months):
    then = months_later(day, months)
    assert seniority_in_months(day, then) == months
    if months and then.day == day.day:
        assert seniority_in_months(day, then - timedelta(days=1)) == months - 1
