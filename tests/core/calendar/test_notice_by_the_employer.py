"""Belgium: longer terms, and absences on which the notice stands still."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar import Absence, AbsenceKind, last_day_worked, workdays
from uitzicht.core.calendar.notice import (
    Code,
    Giver,
    NoticeNotKnown,
    Service,
    Term,
    Unit,
    months_later,
    notice_period,
)

FULL_TIME = "1111100"
GIVEN = date(2034, 1, 2)  # a Monday: counts on Thursday
BEGINS = date(2034, 1, 9)
# Published by the ministry: (whole months in service, weeks).
TABLE = [
    *((0, 1), (2, 1), (3, 3), (4, 4), (5, 5), (6, 6), (8, 6), (9, 7), (11, 7), (12, 8), (15, 9), (18, 10), (21, 11)),
    *((23, 11), (24, 12), (36, 13), (48, 15), (59, 15), (60, 18), (72, 21), (84, 24), (96, 27), (108, 30), (120, 33)),
    *((132, 36), (144, 39), (156, 42), (168, 45), (180, 48), (192, 51), (204, 54), (216, 57), (228, 60), (239, 60)),
]
# The law goes on: two weeks for the twenty-first year, one for each year after it.
LATER = [(240, 62), (251, 62), (252, 63), (264, 64), (276, 65), (287, 65), (288, 66), (300, 67), (420, 77)]


def dismiss(hired_on, notified_on, **more):
    return notice_period("BE", by=Giver.EMPLOYER, hired_on=hired_on, notified_on=notified_on, **more)


@pytest.mark.parametrize(("months", "weeks"), TABLE)
def test_each_row_of_the_table_gives_its_weeks(months, weeks):
    period = dismiss(months_later(BEGINS, -months), GIVEN)
    assert period.notice_starts_on == BEGINS
    assert period.notice == Term(weeks, Unit.WEEKS)


@pytest.mark.parametrize(("months", "weeks"), LATER)
def test_after_twenty_years_the_term_grows_more_slowly(months, weeks):
    begins_on = date(2060, 1, 5)
    period = dismiss(months_later(begins_on, -months), date(2059, 12, 29), service=Service.BAILIFF)
    assert period.notice_starts_on == begins_on
    assert period.notice == Term(weeks, Unit.WEEKS)


def test_before_may_2018_the_first_months_had_other_terms():
    assert dismiss(date(2018, 3, 1), date(2018, 4, 30)).notice == Term(2, Unit.WEEKS)
    assert dismiss(date(2018, 3, 1), date(2018, 5, 2)).notice == Term(1, Unit.WEEKS)


def test_a_contract_of_before_2014_is_not_in_the_tables():
    with pytest.raises(NoticeNotKnown) as unknown:
        dismiss(date(2013, 12, 31), date(2026, 11, 23))
    assert unknown.value.code == "not_covered"


def test_a_letter_by_hand_is_no_valid_notice():
    with pytest.raises(NoticeNotKnown) as unknown:
        dismiss(date(2020, 1, 6), date(2026, 11, 23), service=Service.HANDED_OVER)
    assert unknown.value.code == "service"


@pytest.mark.parametrize(
    ("kind", "days_later"),
    [("leave", 5), ("recup", 5), ("suspended", 5), ("reduction", 0), ("exempt", 0)],
)
def test_the_notice_stands_still_during_leave_recup_and_illness(kind, days_later):
    hired_on, given_on = date(2024, 1, 8), date(2026, 3, 2)
    away = Absence(AbsenceKind(kind), date(2026, 3, 23), date(2026, 3, 27))
    plain, with_absence = dismiss(hired_on, given_on), dismiss(hired_on, given_on, absences=[away])
    assert with_absence.ends_on - plain.ends_on == timedelta(days=days_later)
    assert (Code.STOOD_STILL in {because.code for because in with_absence.reasons}) == bool(days_later)


def test_when_the_employee_resigns_nothing_lengthens_the_notice():
    away = Absence(AbsenceKind.SUSPENDED, date(2026, 3, 23), date(2026, 4, 30))
    answers = {"by": Giver.EMPLOYEE, "hired_on": date(2024, 1, 8), "notified_on": date(2026, 3, 5)}
    plain = notice_period("BE", **answers)
    ill = notice_period("BE", **answers, absences=[away], days_off={AbsenceKind.LEAVE: 10})
    assert ill.ends_on == plain.ends_on
    assert Code.NOT_EXTENDED in {because.code for because in ill.reasons}


def test_leave_without_dates_is_taken_after_the_notice_has_run():
    hired_on, given_on = date(2024, 1, 8), date(2026, 3, 2)
    work = workdays(FULL_TIME, ())
    plain = dismiss(hired_on, given_on)
    days_off = {AbsenceKind.LEAVE: 3, AbsenceKind.REDUCTION: 2}
    period = dismiss(hired_on, given_on, days_off=days_off, work=work)
    assert plain.ends_on.weekday() == 6
    assert period.ends_on == plain.ends_on + timedelta(days=3)  # Monday to Wednesday; the other two are no leave
    assert last_day_worked(period.ends_on, 3, 0, FULL_TIME, ()) == plain.ends_on - timedelta(days=2)


@given(
    st.dates(date(2018, 5, 1), date(2035, 1, 1)),
    st.lists(
        st.builds(
            lambda start, length: Absence(AbsenceKind.LEAVE, start, start + timedelta(days=length)),
            st.dates(date(2018, 5, 1), date(2036, 1, 1)),
            st.integers(0, 60),
        ),
        max_size=4,
    ),
)
def test_outside_its_absences_the_notice_always_runs_its_whole_term(given_on, absences):
    period = dismiss(date(2014, 1, 1), given_on, absences=absences)
    length = (period.ends_on - period.notice_starts_on).days + 1
    days = [period.notice_starts_on + timedelta(days=n) for n in range(length)]
    assert sum(not any(day in absence for absence in absences) for day in days) == 7 * period.notice.count
    assert not any(period.ends_on in absence for absence in absences)
