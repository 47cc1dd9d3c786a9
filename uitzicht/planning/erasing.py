"""The clock of wishes: who would rather not be met, and what was asked, are of no use once the conversation is over."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from uitzicht.planning import rules
from uitzicht.planning.models import Avoided, Wish
from uitzicht.privacy import audit


def wishes_due(on: date) -> int:
    """How many wishes and avoided colleagues no longer matter on this day."""
    return Wish.objects.filter(_settled(on)).count() + Avoided.objects.filter(_settled(on)).count()


@transaction.atomic
def erase_wishes(*, by: str, at: datetime) -> int:
    """Delete them; returns how many. The deletion log gets the number only."""
    settled = _settled(timezone.localdate(at))
    wishes, _ = Wish.objects.filter(settled).delete()
    avoided, _ = Avoided.objects.filter(settled).delete()
    if wishes + avoided:
        audit.record("retention.erased", by=by, at=at, detail={"kind": "wishes", "count": wishes + avoided})
    return wishes + avoided


def _settled(on: date) -> Q:
    """Held, called off, or the contract has ended."""
    return ~Q(departure__stage__in=rules.OPEN_TO_WISHES) | Q(departure__ends_on__lt=on)
