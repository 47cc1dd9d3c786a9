"""The clock of wishes: who would rather not be met, and what was asked, are of no use once the conversation is over. A
plan for many is of no use after a month."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from uitzicht.planning import rules
from uitzicht.planning.models import Avoided, MassPlan, Wish
from uitzicht.privacy import audit

PLAN_KEPT = timedelta(days=30)


def wishes_due(on: date) -> int:
    """How many wishes, avoided colleagues and plans no longer matter on this day."""
    found = (Wish.objects.filter(_settled(on)), Avoided.objects.filter(_settled(on)), _old_plans(on))
    return sum(rows.count() for rows in found)


@transaction.atomic
def erase_wishes(*, by: str, at: datetime) -> int:
    """Delete them; returns how many. The deletion log gets the number only."""
    on = timezone.localdate(at)
    settled = _settled(on)
    wishes, _ = Wish.objects.filter(settled).delete()
    avoided, _ = Avoided.objects.filter(settled).delete()
    plans, _ = _old_plans(on).delete()
    count = wishes + avoided + plans
    if count:
        audit.record("retention.erased", by=by, at=at, detail={"kind": "wishes", "count": count})
    return count


def _old_plans(on: date) -> QuerySet[MassPlan]:
    return MassPlan.objects.filter(made_at__date__lt=on - PLAN_KEPT)


def _settled(on: date) -> Q:
    """Held, called off, or the contract has ended."""
    return ~Q(departure__stage__in=rules.OPEN_TO_WISHES) | Q(departure__ends_on__lt=on)
