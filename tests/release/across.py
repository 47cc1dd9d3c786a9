"""Imported leavers with public attributes that cut across units, for tests of certified views."""

from collections.abc import Sequence
from datetime import date

from tests.release.leavers import DAY, left_before
from uitzicht.history.models import PastExit
from uitzicht.people.models import Unit

LEFT_IN = date(2025, 6, 30)
SAME = {"age_band": "35-44", "tenure_band": "5-10", "working_time": "full_time", "contract": "permanent"}


def left_with(genders: Sequence[str], *, unit: Unit, seed: int = 1, day: date = DAY, **fields: str) -> list[str]:
    """One past exit for each gender in this unit, alike in all else unless ``fields`` say otherwise; their handles, sorted."""
    before = set(PastExit.objects.values_list("pk", flat=True))
    left_before(len(genders), 1, seed=seed, day=day)
    new = [row for row in PastExit.objects.order_by("id") if row.pk not in before]
    for row, gender in zip(new, genders, strict=True):
        row.gender, row.unit, row.kind, row.left_on, row.left_precision = gender, unit, "resignation", LEFT_IN, "day"
        for name, value in {**SAME, **fields}.items():
            setattr(row, name, value)
    names = ["gender", "unit", "kind", "left_on", "left_precision", *SAME]
    PastExit.objects.bulk_update(new, names)
    return sorted(f"exit:{row.pk}" for row in new)


def people(**genders: int) -> list[str]:
    """So many of each, such as ``people(woman=9, man=8)``."""
    return [gender for gender, count in genders.items() for _ in range(count)]
