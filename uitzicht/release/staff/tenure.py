"""Years of service at exit: those of the employment that a departure ended, also of somebody who has come back since."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db.models import F

from uitzicht.people.models import Position
from uitzicht.people.rules import tenure_band
from uitzicht.release.staff.stays import runs, slices

Tenure = Callable[[UUID, date, date, date], str]
SERVICE = ("person_id", "person__started_on", "ends_on", "last_day_worked_on")
"""Fields of a departure in the order in which they are asked."""


def tenure_at_exit() -> Tenure:
    """Tells the band of (person, start in the staff list, end of the contract, last day worked). The staff list has the start of
    the employment of now only; those before it begin with a position. "": nothing is kept of that time. One statement."""
    ended = Position.objects.filter(valid_to__isnull=False, valid_from__lt=F("person__started_on"))
    earlier = {person: [run[0].first for run in runs(held)] for person, held in slices(ended).items()}

    def band(person: UUID, started_on: date, ends_on: date, left_on: date) -> str:
        began = max((day for day in (*earlier.get(person, ()), started_on) if day <= ends_on), default=None)
        return "" if began is None else tenure_band(began, left_on)

    return band
