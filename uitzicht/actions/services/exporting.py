"""The list of actions as a file, which is written down like every export."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.actions.file import as_csv
from uitzicht.actions.models import Action
from uitzicht.privacy import audit


@transaction.atomic
def export_list(found: Iterable[Action], *, by: str, at: datetime) -> bytes:
    rows = list(found)
    audit.record("action.exported", by=by, at=at, detail={"count": len(rows)})
    return as_csv(rows, on=timezone.localdate(at))
