from datetime import date

from uitzicht.departures.holidays import public_holidays


def on_weekdays(country, year):
    return sorted(day for day in public_holidays(country, year, year) if day.weekday() < 5)


def test_belgium_has_the_ten_days_of_the_law():
    """2025: nine of the ten fall on a weekday (1 November is a Saturday)."""
    assert on_weekdays("BE", 2025) == [
        date(2025, 1, 1),
        date(2025, 4, 21),
        date(2025, 5, 1),
        date(2025, 5, 29),
        date(2025, 6, 9),
        date(2025, 7, 21),
        date(2025, 8, 15),
        date(2025, 11, 11),
        date(2025, 12, 25),
    ]


def test_good_friday_is_worked_in_both_countries():
    assert date(2026, 4, 3) not in public_holidays("NL", 2026, 2026)
    assert date(2026, 4, 3) not in public_holidays("BE", 2026, 2026)


def test_the_netherlands_have_their_own_days():
    days = public_holidays("NL", 2025, 2026)
    assert {date(2025, 5, 5), date(2026, 4, 27), date(2026, 12, 26)} <= days
    assert date(2026, 7, 21) not in days


def test_a_range_of_years_is_covered_whole():
    assert {date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)} <= public_holidays("BE", 2025, 2027)
