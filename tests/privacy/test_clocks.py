from datetime import date, timedelta

import pytest

from uitzicht.privacy.clocks import last_end_due, months_after

DAYS = [date(2023, 1, 1) + timedelta(days=n) for n in range(800)]


@pytest.mark.parametrize(
    ("ends_on", "months", "last"),
    [
        (date(2026, 3, 27), 12, date(2027, 3, 27)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 11, 30), 24, date(2027, 11, 30)),
    ],
)
def test_a_period_ends_on_the_same_day_of_the_month_or_on_the_last_of_a_shorter_one(
    ends_on: date, months: int, last: date
) -> None:
    assert months_after(ends_on, months) == last


@pytest.mark.parametrize("months", [1, 6, 11, 12, 13, 24, 120])
def test_who_is_due_is_exactly_who_was_kept_long_enough(months: int) -> None:
    for on in DAYS:
        last = last_end_due(on, months)
        assert months_after(last, months) < on <= months_after(last + timedelta(days=1), months)
