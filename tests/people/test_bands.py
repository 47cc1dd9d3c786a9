from datetime import date

import pytest

from uitzicht.people.rules import AGE_BANDS, TENURE_BANDS, age_band, tenure_band


@pytest.mark.parametrize(
    ("started_on", "band"),
    [
        (date(2026, 3, 10), "0-1"),
        (date(2025, 3, 11), "0-1"),
        (date(2025, 3, 10), "1-2"),
        (date(2024, 3, 10), "2-5"),
        (date(2021, 3, 11), "2-5"),
        (date(2021, 3, 10), "5-10"),
        (date(2016, 3, 10), "10+"),
        (date(1980, 1, 1), "10+"),
        (date(2026, 5, 1), "0-1"),
    ],
)
def test_a_band_of_tenure_begins_on_the_anniversary(started_on, band):
    assert tenure_band(started_on, date(2026, 3, 10)) == band
    assert band in TENURE_BANDS


def test_who_started_on_a_leap_day_completes_a_year_on_the_first_of_march():
    assert tenure_band(date(2024, 2, 29), date(2025, 2, 28)) == "0-1"
    assert tenure_band(date(2024, 2, 29), date(2025, 3, 1)) == "1-2"


@pytest.mark.parametrize(
    ("birth_year", "band"), [(2002, "-24"), (2001, "25-34"), (1991, "35-44"), (1972, "45-54"), (1971, "55+")]
)
def test_a_band_of_age_counts_the_age_reached_in_the_year(birth_year, band):
    assert age_band(birth_year, date(2026, 1, 2)) == band
    assert band in AGE_BANDS


def test_an_unknown_year_of_birth_has_no_band():
    assert age_band(None, date(2026, 1, 2)) == ""
