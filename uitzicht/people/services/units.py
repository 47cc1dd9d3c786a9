"""Units: the organisation and what lies below it."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from uitzicht.people.models import Unit
from uitzicht.privacy import audit


@transaction.atomic
def root_unit(*, by: str, at: datetime) -> Unit:
    """The organisation itself, made with its configured name where it does not exist yet."""
    root = Unit.objects.filter(parent=None).first()
    return root or _add_unit(settings.UITZICHT.organisation, None, by=by, at=at)


@transaction.atomic
def unit_by_path(path: Sequence[str], *, by: str, at: datetime) -> Unit:
    """The unit at ``path`` (names below the root); what is missing on the way is made. The empty path is the root."""
    unit = root_unit(by=by, at=at)
    for name in path:
        child = Unit.objects.filter(parent=unit, name=name).first()
        unit = child or _add_unit(name, unit, by=by, at=at)
    return unit


def _add_unit(name: str, parent: Unit | None, *, by: str, at: datetime) -> Unit:
    unit = Unit.objects.create(name=name, parent=parent)
    audit.record("unit.added", by=by, at=at, subject=f"unit:{unit.pk}")
    return unit
