"""Leaving, by one's own click or because the time is over: the row goes, and with it the key of what it held."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.alumni import queries
from uitzicht.alumni.models import Member, MemberLink, Referral
from uitzicht.alumni.rules import NAMED_FOR
from uitzicht.departures.consents import withdraw_consent
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Purpose
from uitzicht.privacy import audit
from uitzicht.privacy.clocks import last_end_due


@transaction.atomic
def leave(member: Member, *, by: str, at: datetime) -> None:
    """At once and whole: address, links, interests, what they told, and their name at referrals. The consent is withdrawn;
    the trail gets a count. Again it changes nothing."""
    if Member.objects.filter(pk=member.pk).exists():
        _erase([member], by=by, at=at)
        audit.record("alumni.left", by=by, at=at, detail={"count": 1})


def leave_of(departure: Departure, *, by: str, at: datetime) -> bool:
    """For who takes the consent back on the pages of their departure; returns whether there was a member."""
    member = queries.member_of(departure)
    if member is not None:
        leave(member, by=by, at=at)
    return member is not None


@transaction.atomic
def end_over(*, by: str, at: datetime) -> int:
    """Erase members whose time is over (``queries.over``), links that expired and names at referrals of two years ago;
    returns how many members."""
    on = timezone.localdate(at)
    MemberLink.objects.filter(expires_on__lt=on).delete()
    Referral.objects.filter(on__lte=last_end_due(on, NAMED_FOR)).update(by_person=None)
    found = list(queries.over(on).select_related("departure"))
    _erase(found, by=by, at=at)
    if found:
        audit.record("alumni.left", by=by, at=at, detail={"count": len(found)})
    return len(found)


def _erase(members: Iterable[Member], *, by: str, at: datetime) -> None:
    for member in members:
        Referral.objects.filter(by_person=member.departure.person_id, by_alumnus=True).update(by_person=None)
        withdraw_consent(member.departure, Purpose.ALUMNI, by=by, at=at)
        Member.objects.filter(pk=member.pk).delete()
