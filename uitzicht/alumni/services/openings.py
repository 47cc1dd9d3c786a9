"""Work to mention to former colleagues."""

from datetime import date, datetime

from django.db import transaction

from uitzicht.alumni.models import Opening
from uitzicht.alumni.rules import ensure_days
from uitzicht.people.models import Unit
from uitzicht.privacy import audit


@transaction.atomic
def set_opening(
    opening: Opening | None,
    *,
    title: str,
    text: str,
    link: str,
    unit: Unit | None,
    from_on: date,
    until_on: date | None,
    by: str,
    at: datetime,
) -> Opening:
    """A new one (None) or a change. Refuses days the wrong way round."""
    ensure_days(from_on, until_on)
    kept = opening or Opening()
    kept.title, kept.text, kept.link, kept.unit = title, text, link, unit
    kept.from_on, kept.until_on, kept.set_by = from_on, until_on, by
    kept.save()
    audit.record("alumni.opening_set", by=by, at=at, subject=f"opening:{kept.pk}")
    return kept


@transaction.atomic
def remove_opening(opening: Opening, *, by: str, at: datetime) -> None:
    audit.record("alumni.opening_removed", by=by, at=at, subject=f"opening:{opening.pk}")
    opening.delete()
