from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.history.dates import PastDate, read_date
from uitzicht.history.rules import BANDS, band_of, is_band, whole_years
from uitzicht.people.rules import age_band, tenure_band


@pytest.mark.parametrize("band", ["2-5", "0-1", "10+"])
def test_a_band_of_tenure_runs_up_to_an_anniversary(band):
    assert is_band(band, tenure=True)


@pytest.mark.parametrize("band", ["-24", "25-34", "55+", "30-30"])
def test_a_band_of_ages_holds_both_its_ends(band):
    assert is_band(band, tenure=False)


@pytest.mark.parametrize(("band", "tenure"), [("-5", True), ("5-5", True), ("9-3", False), ("old", False), ("", False)])
def test_what_holds_no_year_is_no_band(band, tenure):
    assert not is_band(band, tenure=tenure)


@given(st.integers(0, 60))
def test_past_exits_and_people_of_today_share_their_bands_of_tenure(years):
    assert band_of(years, BANDS["tenure_band"], tenure=True) == tenure_band(date(1950, 1, 1), date(1950 + years, 1, 1))


@given(st.integers(0, 90))
def test_past_exits_and_people_of_today_share_their_bands_of_age(years):
    assert band_of(years, BANDS["age_band"], tenure=False) == age_band(1920, date(1920 + years, 6, 1))


def test_a_year_outside_every_band_has_none():
    assert band_of(4, ["0-2", "10+"], tenure=True) == ""


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2010", "2013", 3),
        ("12/2010", "2013", 3),
        ("06/2010", "05/2013", 2),
        ("05/2010", "05/2013", 3),
        ("2013", "2010", -3),
    ],
)
def test_full_years_are_counted_as_exactly_as_the_dates_allow(start, end, years):
    def period(text: str) -> PastDate:
        return read_date(text, ["MM/YYYY", "YYYY"])

    assert whole_years(period(start), period(end)) == years


def test_between_two_days_the_anniversary_counts():
    start = read_date("2010-05-02", [])
    assert whole_years(start, read_date("2013-05-01", [])) == 2
    assert whole_years(start, read_date("2013-05-02", [])) == 3
