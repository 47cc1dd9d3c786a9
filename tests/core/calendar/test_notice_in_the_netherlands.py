from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.calendar.notice import Code, Giver, NoticeNotKnown, Term, Unit, fixed_term, notice_period


def notice(by, hired_on, notified_on, **more):
    return notice_period("NL", by=Giver(by), hired_on=hired_on, notified_on=notified_on, **more)


@pytest.mark.parametrize(
    ("notified_on", "begins_on", "ends_on"),
    [
        (date(2026, 3, 10), date(2026, 4, 1), date(2026, 4, 30)),
        (date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30)),
        (date(2026, 12, 1), date(2027, 1, 1), date(2027, 1, 31)),
        (date(2028, 1, 15), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_who_resigns_leaves_at_the_end_of_the_month_after(notified_on, begins_on, ends_on):
    period = notice("employee", date(2010, 1, 1), notified_on)
    assert (period.notice_starts_on, period.notice, period.ends_on) == (begins_on, Term(1, Unit.MONTHS), ends_on)


@pytest.mark.parametrize(
    ("hired_on", "months"),
    [
        (date(2026, 3, 1), 1),
        (date(2021, 3, 11), 1),
        (date(2021, 3, 10), 2),
        (date(2016, 3, 11), 2),
        (date(2016, 3, 10), 3),
        (date(2011, 3, 11), 3),
        (date(2011, 3, 10), 4),
        (date(1990, 1, 1), 4),
    ],
)
def test_the_employer_waits_longer_after_five_ten_and_fifteen_years(hired_on, months):
    assert notice("employer", hired_on, date(2026, 3, 10)).notice == Term(months, Unit.MONTHS)


def test_what_the_contract_says_goes_first():
    period = notice("employee", date(2020, 1, 1), date(2026, 3, 10), agreed=Term(2, Unit.MONTHS))
    assert period.ends_on == date(2026, 5, 31)
    assert Code.AS_AGREED in {because.code for because in period.reasons}
    assert period.source == ""


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 9000), st.sampled_from(Giver))
def test_a_contract_always_ends_with_a_month(hired_on, later, by):
    period = notice(by, hired_on, hired_on + timedelta(days=later))
    assert (period.ends_on + timedelta(days=1)).day == 1
    assert period.notice_starts_on > hired_on + timedelta(days=later)


def test_a_fixed_term_ends_by_itself():
    period = fixed_term("BE", hired_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    assert (period.notice, period.ends_on) == (None, date(2026, 12, 31))
    assert [because.code for because in period.reasons] == [Code.FIXED_TERM]


@pytest.mark.parametrize(("hired_on", "announced"), [(date(2026, 7, 1), True), (date(2026, 7, 2), False)])
def test_a_fixed_term_of_six_months_is_announced_a_month_before(hired_on, announced):
    period = fixed_term("NL", hired_on=hired_on, ends_on=date(2026, 12, 31))
    said = [because.values["on"] for because in period.reasons if because.code is Code.ANNOUNCE]
    assert said == ([date(2026, 11, 30)] if announced else [])


def test_another_country_is_not_guessed():
    with pytest.raises(NoticeNotKnown) as unknown:
        fixed_term("FR", hired_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    assert unknown.value.code == "country"
