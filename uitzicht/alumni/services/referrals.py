"""Somebody was recommended by a colleague or a former one: counted, and by whom for two years at most."""

from datetime import date, datetime

from django.db import transaction

from uitzicht.alumni.models import Referral
from uitzicht.alumni.queries import has_left
from uitzicht.alumni.rules import ensure_hired_later
from uitzicht.people.models import Person, Unit
from uitzicht.privacy import audit


@transaction.atomic
def set_referral(
    referral: Referral | None,
    *,
    on: date,
    by_person: Person | None,
    unit: Unit | None,
    hired_on: date | None,
    by: str,
    at: datetime,
) -> Referral:
    """A new one (None) or a change. ``by_person`` None keeps who is known. Refuses a hiring before the referral."""
    ensure_hired_later(on, hired_on)
    kept = referral or Referral()
    kept.on, kept.unit, kept.hired_on, kept.registered_by = on, unit, hired_on, by
    if by_person is not None:
        kept.by_person = by_person
        kept.by_alumnus = has_left(by_person, on)
    kept.save()
    audit.record("alumni.referral_set", by=by, at=at, detail={"hired": hired_on is not None})
    return kept
