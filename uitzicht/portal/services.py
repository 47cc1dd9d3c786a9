"""What a leaver does at the door of their own pages, and what they agree to."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.alumni import services as alumni
from uitzicht.core.refusal import Refusal
from uitzicht.departures.consents import give_consent, withdraw_consent
from uitzicht.departures.links import link_behind
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Purpose
from uitzicht.people.services import set_private_email
from uitzicht.portal import drafts
from uitzicht.privacy import audit
from uitzicht.privacy.models import AuditEntry


@transaction.atomic
def open_pages(link: PersonalLink, secret: str, *, before: str, by: str, at: datetime) -> None:
    """``before``: the secret that this device held until now, or "". What was begun behind that link comes along."""
    note_opening(link, by=by, at=at)
    former = link_behind(before, on=timezone.localdate(at)) if before not in ("", secret) else None
    if former is not None:
        drafts.carry_over(before, former, secret, link)


def note_opening(link: PersonalLink, *, by: str, at: datetime) -> None:
    """The trail says once of each link that it was opened, by whoever holds it."""
    about, detail = subject(link.departure), {"link": link.pk}
    if not AuditEntry.objects.filter(action="portal.opened", subject=about, detail=detail).exists():
        audit.record("portal.opened", by=by, at=at, subject=about, detail=detail)


@transaction.atomic
def settle_consent(departure: Departure, *, purpose: Purpose, given: bool, email: str, by: str, at: datetime) -> None:
    """Give one consent or take it back. A follow-up and staying in touch need a private address: ``email``, or the one that is
    known. Staying in touch begins when a mailed link says that the address is theirs."""
    if not given:
        take_back(departure, purpose, by=by, at=at)
        return
    if purpose is Purpose.ALUMNI:
        member = alumni.join(departure, email=email or departure.person.private_email, by=by, at=at)
        if member.confirmed_at is None:
            alumni.ask_to_confirm(member, at=at)
        return
    if purpose is Purpose.FOLLOW_UP:
        ensure_private_address(email or departure.person.private_email)
        if email:
            set_private_email(departure.person, email, by=by, at=at)
    give_consent(departure, purpose, by=by, at=at)


def take_back(departure: Departure, purpose: Purpose, *, by: str, at: datetime) -> None:
    """It is then as if it was never given: what hung on it goes as well."""
    if purpose is Purpose.ALUMNI:
        alumni.leave_of(departure, by=by, at=at)
    withdraw_consent(departure, purpose, by=by, at=at)


def ensure_private_address(email: str) -> None:
    """A work address stops working with the work."""
    if not email:
        message = _("Type your private e-mail address: the follow-up comes when your work address is closed.")
        raise Refusal("portal.no_private_address", message)
