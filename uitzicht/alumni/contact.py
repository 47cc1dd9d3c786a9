"""How to reach a member: sealed in the row with a key of that row, opened only to mail, show or export."""

import json
from dataclasses import asdict, dataclass, replace

from uitzicht.alumni.models import Member
from uitzicht.privacy import vault


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """``email``: where mails go. ``new_email``: an address that they typed and did not confirm yet, "" for none."""

    email: str
    phone: str = ""
    profile: str = ""
    new_email: str = ""


def contact_of(member: Member) -> Contact:
    key = vault.unwrap(bytes(member.wrapped_key), context=_context(member))
    return Contact(**json.loads(vault.unseal(bytes(member.sealed), key=key, context=_context(member))))


def write_contact(member: Member, contact: Contact) -> None:
    """Into the row, not yet saved. Each writing has a new key: what was written before opens no more."""
    key = vault.new_data_key()
    member.wrapped_key = vault.wrap(key, context=_context(member))
    member.sealed = vault.seal(json.dumps(asdict(contact)), key=key, context=_context(member))


def change_contact(member: Member, **changes: str) -> None:
    write_contact(member, replace(contact_of(member), **changes))


def masked(address: str) -> str:
    """ "sofie@example.org" as "s…@example.org": enough to recognise one's own."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}…{at}{domain}" if at else ""


def _context(member: Member) -> str:
    return f"alumni:{member.pk}"
