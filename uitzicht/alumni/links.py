"""The secrets of a member: links to the own page, kept as hashes only, and the link that stops everything.

Each mail holds a link of its own, so that an older one keeps working until it expires. The link that stops works for ever:
it follows from the number of the member and a signature, opens nothing, and may be known to a mail service.
"""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils import timezone

from uitzicht.alumni.models import Member, MemberLink
from uitzicht.alumni.vocabulary import LinkKind
from uitzicht.departures.links import TOKEN_BYTES, token_hash

PATH = "/alumni/me/"
OPENS_FOR = {LinkKind.PAGE: timedelta(days=400), LinkKind.ADDRESS: timedelta(days=30)}
_stop_signer = Signer(salt="alumni.stop", sep=".")


def new_link(member: Member, kind: LinkKind, *, at: datetime) -> str:
    """The secret of a new link. Only the newest of an address opens."""
    if kind is LinkKind.ADDRESS:
        MemberLink.objects.filter(member=member, kind=kind).delete()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    expires_on = timezone.localdate(at) + OPENS_FOR[kind]
    MemberLink.objects.create(member=member, kind=kind, token_hash=token_hash(token), made_at=at, expires_on=expires_on)
    return token


def address_of(token: str) -> str:
    return f"{settings.UITZICHT.base_url}{PATH}{token}/"


def stop_token(member: Member) -> str:
    return _stop_signer.sign(member.pk.hex)


def stop_address(member: Member) -> str:
    return f"{address_of(stop_token(member))}stop/"


def stopped_by(token: str) -> str | None:
    """The number of the member whom this token stops; None for a token that was not made here."""
    try:
        return _stop_signer.unsign(token)
    except BadSignature:
        return None
