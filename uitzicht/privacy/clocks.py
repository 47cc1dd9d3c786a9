"""Retention clocks: whole months of the calendar, counted from the end of the contract."""

from calendar import monthrange
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month. Until that day, included, something is kept
    whose period counts from ``day``."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _length(first)))


def last_end_due(on: date, months: int) -> date:
    """Whose contract ended on this day or before has been kept long enough on ``on``; whose ended later has not."""
    kept = on - ONE_DAY
    ended = months_after(kept, -months)
    # Every end of a longer month is kept until the last day of a shorter one.
    return ended.replace(day=_length(ended)) if kept.day == _length(kept) else ended


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
