"""The clocks of contact data: personal links that have expired, private addresses of people who have left.

Each kind is one transaction with its own line in the deletion log, which holds counts and no content.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person, Position
from uitzicht.privacy import audit
from uitzicht.privacy.policies import policy_in_force


def links_due(on: date) -> QuerySet[PersonalLink]:
    """Links that open nothing any more on this day."""
    return PersonalLink.objects.filter(expires_on__lt=on)


def addresses_due(on: date, *, needed: QuerySet[Person]) -> QuerySet[Person]:
    """People with a private address who left so long ago that their own pages are closed on this day. Who came back, or
    is leaving a second time, keeps it, and so does who is ``needed``: a follow-up is still to reach them."""
    closed = on - timedelta(days=policy_in_force().portal_days)
    leaving = Departure.objects.exclude(stage=Stage.CANCELLED)
    came_back = Position.objects.filter(person=OuterRef("person"), valid_from__gt=OuterRef("ends_on"))
    gone = leaving.filter(~Exists(came_back), ends_on__lt=closed).values("person")
    going = leaving.filter(ends_on__gte=closed).values("person")
    left = Q(ended_on__lt=closed) | Q(pk__in=gone)
    return (
        Person.objects.exclude(private_email="").filter(left).exclude(pk__in=going).exclude(pk__in=needed.values("pk"))
    )


@transaction.atomic
def erase_links(*, by: str, at: datetime) -> int:
    """Delete expired links; returns how many."""
    count, _ = links_due(timezone.localdate(at)).delete()
    _log("links", count, by, at)
    return count


@transaction.atomic
def erase_addresses(*, by: str, at: datetime, needed: QuerySet[Person]) -> int:
    """Empty the private addresses of people who left, but of nobody who is ``needed``; returns how many."""
    count = addresses_due(timezone.localdate(at), needed=needed).update(private_email="")
    _log("addresses", count, by, at)
    return count


def _log(kind: str, count: int, by: str, at: datetime) -> None:
    if count:
        audit.record("retention.erased", by=by, at=at, detail={"kind": kind, "count": count})
