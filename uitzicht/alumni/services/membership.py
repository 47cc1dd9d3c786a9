"""Joining and what a member changes. The trail counts; it names nobody and holds no address."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from uitzicht.alumni import mail
from uitzicht.alumni.contact import Contact, change_contact, contact_of, write_contact
from uitzicht.alumni.links import new_link
from uitzicht.alumni.models import Member, MemberLink
from uitzicht.alumni.posting import mail_server, taken
from uitzicht.alumni.queries import member_of
from uitzicht.alumni.rules import ensure_address, ensure_may_join
from uitzicht.alumni.vocabulary import LinkKind
from uitzicht.departures.consents import give_consent
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Kind, Purpose, Stage
from uitzicht.privacy import audit

ONE = {"count": 1}


@transaction.atomic
def join(departure: Departure, *, email: str, by: str, at: datetime) -> Member:
    """Agree to stay in touch at an address. Nobody sees the member, and no other mail goes out, before ``confirm``. Joining
    again with another address asks to confirm that one."""
    ensure_may_join(died=departure.kind == Kind.DEATH, called_off=departure.stage == Stage.CANCELLED)
    ensure_address(email, departure.person.work_email)
    give_consent(departure, Purpose.ALUMNI, by=by, at=at)
    member = member_of(departure)
    if member is not None and member.confirmed_at is not None:
        return member
    if member is None:
        member = Member(departure=departure, language=departure.person.language, joined_at=at)
        audit.record("alumni.joined", by=by, at=at, detail=ONE)
    member.holds_on = timezone.localdate(at)
    member.questions, member.asked_on = 0, None
    write_contact(member, Contact(email))
    member.save()
    return member


@transaction.atomic
def ask_to_confirm(member: Member, *, at: datetime) -> bool:
    """Mail the link that says an address is theirs; a Refusal when the mail server cannot be reached, and then nothing of
    this transaction stays. Returns whether the server took it."""
    with mail_server() as server:
        return taken(server, mail.confirmation(member, at=at))


@transaction.atomic
def confirm(link: MemberLink, *, by: str, at: datetime) -> str:
    """The address behind this link is theirs. Returns the secret of a link to their own page; links to an address of before
    open no more."""
    member = Member.objects.select_for_update(of=("self",)).select_related("departure").get(pk=link.member_id)
    contact = contact_of(member)
    if contact.new_email:
        change_contact(member, email=contact.new_email, new_email="")
    first = member.confirmed_at is None
    member.confirmed_at = member.confirmed_at or at
    _hold(member, at)
    member.save()
    MemberLink.objects.filter(member=member).delete()
    audit.record("alumni.confirmed" if first else "alumni.changed", by=by, at=at, detail=ONE)
    return new_link(member, LinkKind.PAGE, at=at)


@transaction.atomic
def hold(member: Member, *, at: datetime) -> None:
    """They came by: the address holds. No line in the trail, which would tell when somebody reads."""
    _hold(member, at)
    member.save(update_fields=["holds_on", "questions", "asked_on"])


@transaction.atomic
def change_details(
    member: Member,
    *,
    language: str,
    interests: Sequence[str],
    phone: str,
    profile: str,
    would_recommend: str,
    would_return: str,
    by: str,
    at: datetime,
) -> None:
    """Everything but the address, as their page sends it."""
    kept = Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    kept.language, kept.interests = language, list(interests)
    kept.would_recommend, kept.would_return = would_recommend, would_return
    change_contact(kept, phone=phone, profile=profile)
    kept.save()
    audit.record("alumni.changed", by=by, at=at, detail=ONE)


@transaction.atomic
def change_address(member: Member, *, email: str, by: str, at: datetime) -> bool:
    """Ask at a new address whether it is theirs; until they say so, mails go to the one of before. Returns whether a mail
    left: none does for the address that is known already."""
    kept = Member.objects.select_for_update(of=("self",)).select_related("departure__person").get(pk=member.pk)
    ensure_address(email, kept.departure.person.work_email)
    if contact_of(kept).email.casefold() == email.casefold():
        return False
    change_contact(kept, new_email=email)
    kept.save()
    audit.record("alumni.changed", by=by, at=at, detail=ONE)
    return ask_to_confirm(kept, at=at)


@transaction.atomic
def take_along(member: Member, *, by: str, at: datetime) -> dict[str, Any]:
    """What ``held`` tells; the trail says that somebody took it."""
    audit.record("alumni.data_taken", by=by, at=at, detail=ONE)
    return held(member)


def held(member: Member) -> dict[str, Any]:
    """Everything that is kept of a member, for a machine; keys in English and stable."""
    contact, person = contact_of(member), member.departure.person
    return {
        "name": person.name,
        "unit": member.departure.unit.name,
        "contract_ended_on": member.departure.ends_on,
        "email": contact.email,
        "new_email_to_confirm": contact.new_email,
        "phone": contact.phone,
        "profile": contact.profile,
        "language": member.language,
        "interests": member.interests,
        "would_recommend": member.would_recommend,
        "would_return": member.would_return,
        "joined_at": member.joined_at,
        "confirmed_at": member.confirmed_at,
        "address_held_on": member.holds_on,
        "asked_on": member.asked_on,
        "links": list(MemberLink.objects.filter(member=member).values("kind", "made_at", "expires_on")),
        "newsletters": list(member.deliveries.values("newsletter__interest", "at")),
    }


def _hold(member: Member, at: datetime) -> None:
    member.holds_on, member.questions, member.asked_on = timezone.localdate(at), 0, None
