"""The working days of the organisation: Monday to Friday, without public holidays and closing days."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from uitzicht.core.calendar import Workdays, workdays
from uitzicht.departures.holidays import public_holidays
from uitzicht.departures.queries import closing_days

WEEK = "1111100"


def working_days(around: Iterable[date]) -> Workdays:
    """Good for these days and about a year on either side. One statement."""
    years = [day.year for day in around]
    return workdays(WEEK, public_holidays(settings.UITZICHT.country, min(years) - 1, max(years) + 1) | closing_days())
