"""What a leaver agreed to, and took back."""

from datetime import datetime

from django.db import transaction

from uitzicht.departures.models import Consent, Departure
from uitzicht.departures.vocabulary import Purpose
from uitzicht.privacy import audit


def consents_of(departure: Departure) -> set[Purpose]:
    """The purposes agreed to now."""
    standing = Consent.objects.filter(departure=departure, withdrawn_at=None)
    return {Purpose(purpose) for purpose in standing.values_list("purpose", flat=True)}


@transaction.atomic
def give_consent(departure: Departure, purpose: Purpose, *, by: str, at: datetime) -> None:
    """Agree; agreeing twice changes nothing."""
    _, given = Consent.objects.get_or_create(
        departure=departure, purpose=purpose, withdrawn_at=None, defaults={"given_at": at}
    )
    if given:
        audit.record("consent.given", by=by, at=at, subject=f"departure:{departure.pk}", detail={"purpose": purpose})


@transaction.atomic
def withdraw_consent(departure: Departure, purpose: Purpose, *, by: str, at: datetime) -> None:
    """Take it back; what was not given cannot be taken back and stays so."""
    if Consent.objects.filter(departure=departure, purpose=purpose, withdrawn_at=None).update(withdrawn_at=at):
        audit.record(
            "consent.withdrawn", by=by, at=at, subject=f"departure:{departure.pk}", detail={"purpose": purpose}
        )
