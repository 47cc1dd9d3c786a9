"""Somebody who came back under another employee number: two records of one human."""

from datetime import datetime

from django.db import transaction

from uitzicht.people.models import Person
from uitzicht.people.rules import ensure_same_human
from uitzicht.privacy import audit


@transaction.atomic
def link_records(earlier: Person, later: Person, *, by: str, at: datetime) -> None:
    """Say that ``later`` continues the career of ``earlier``. Each record keeps its positions; the line between them makes one
    history of both."""
    later = Person.objects.select_for_update().get(pk=later.pk)
    taken = Person.objects.filter(earlier=earlier).exclude(pk=later.pk).exists()
    ensure_same_human(earlier.ended_on, later.started_on, linked=taken or later.earlier_id is not None)
    later.earlier = earlier
    later.save(update_fields=["earlier"])
    audit.record("staff.records_linked", by=by, at=at, subject=f"person:{later.pk}")
