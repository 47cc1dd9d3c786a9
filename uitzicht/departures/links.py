"""The personal link: the leaver's key to their own pages. Only its hash is kept, so nobody can read it back."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.conf import settings

from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.privacy.policies import policy_in_force

TOKEN_BYTES = 32
LEAVER = "leaver"
"""``by`` of what is done behind a personal link: nobody is signed in there."""


def make_link(departure: Departure, *, at: datetime) -> str:
    """A new address of the leaver's own pages; earlier ones keep working until they expire."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    PersonalLink.objects.create(
        departure=departure, token_hash=token_hash(token), made_at=at, expires_on=expiry(departure.ends_on)
    )
    return f"{settings.UITZICHT.base_url}/my/{token}/"


def expiry(ends_on: date) -> date:
    """The last day on which a link opens: the setting counts from the end of the contract."""
    return ends_on + timedelta(days=policy_in_force().portal_days)


def link_behind(token: str, *, on: date) -> PersonalLink | None:
    """The link with its departure; None for an unknown or expired one, and after a death or cancellation."""
    return (
        PersonalLink.objects.filter(token_hash=token_hash(token), expires_on__gte=on)
        .exclude(departure__kind=Kind.DEATH)
        .exclude(departure__stage=Stage.CANCELLED)
        .select_related("departure__person", "departure__appointment__interviewer")
        .first()
    )


def departure_behind(token: str, *, on: date) -> Departure | None:
    """The departure whose link this is; see ``link_behind``."""
    link = link_behind(token, on=on)
    return link.departure if link else None


def token_hash(token: str) -> str:
    """SHA-256 (hex). A random token of 256 bits needs no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
