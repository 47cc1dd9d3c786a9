"""Pure decisions about people: the bands in which figures speak of them, and who is the same human."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal

TENURE_BANDS = ("0-1", "1-2", "2-5", "5-10", "10+")
AGE_BANDS = ("-24", "25-34", "35-44", "45-54", "55+")
_TENURE_FROM = (0, 1, 2, 5, 10)  # full years
_AGE_FROM = (0, 25, 35, 45, 55)  # years


def tenure_years(started_on: date, on: date) -> int:
    """Full years in service on a day, never below 0; who started on 29 February completes a year on 1 March."""
    completed = (on.month, on.day) >= (started_on.month, started_on.day)
    return max(0, on.year - started_on.year - (not completed))


def tenure_band(started_on: date, on: date) -> str:
    """One of ``TENURE_BANDS`` (years; "1-2" is from one full year until just before two)."""
    return _band(tenure_years(started_on, on), _TENURE_FROM, TENURE_BANDS)


def age_band(birth_year: int | None, on: date) -> str:
    """One of ``AGE_BANDS`` by the age reached in that calendar year; "" when the year of birth is not known."""
    return "" if birth_year is None else _band(on.year - birth_year, _AGE_FROM, AGE_BANDS)


def _band(value: int, starts: tuple[int, ...], bands: tuple[str, ...]) -> str:
    return [band for start, band in zip(starts, bands, strict=True) if value >= start or start == 0][-1]


def ensure_same_human(ended_on: date | None, started_on: date, *, linked: bool) -> None:
    """One human has one employment at a time, and each record continues one other at most."""
    if ended_on is None or started_on <= ended_on:
        message = _(
            "These two were in service at the same time, so they are not the same person. Choose another record."
        )
        raise Refusal("staff.not_the_same_human", message)
    if linked:
        message = _("One of these records is linked already. Nothing was changed.")
        raise Refusal("staff.linked_already", message)
