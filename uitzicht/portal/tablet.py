"""A short code that carries a personal link to a shared tablet: for a quarter of an hour, once.

One slow hash of the code (scrypt) gives two halves: the first finds the row, the second opens the link that is sealed in
it. So the table alone opens nothing, and neither does a code that was used or has run out.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from uitzicht.departures.models import Departure
from uitzicht.departures.services import subject
from uitzicht.portal.models import TabletCode
from uitzicht.privacy import audit, vault

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 and O, no 1, I and L, no U beside V
LENGTH = 8
VALID = timedelta(minutes=15)
_CONTEXT = "tablet"
_COST = {"n": 2**14, "r": 8, "p": 1}


@transaction.atomic
def make_code(departure: Departure, secret: str, *, by: str, at: datetime) -> str:
    """A new code ("7KQM-3XWD") for the personal link ``secret``; clears away codes that have run out."""
    TabletCode.objects.filter(expires_at__lte=at).delete()
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    name, key = _halves(code)
    sealed = vault.seal(secret, key=key, context=_CONTEXT)
    TabletCode.objects.create(code_hash=name, sealed_secret=sealed, expires_at=at + VALID)
    audit.record("portal.code_made", by=by, at=at, subject=subject(departure))
    return f"{code[:4]}-{code[4:]}"


@transaction.atomic
def use_code(typed: str, *, at: datetime) -> str:
    """The secret of the personal link behind a code, or "" when it opens nothing. It never opens a second time."""
    code = "".join(sign for sign in typed.upper() if sign in ALPHABET)
    if len(code) != LENGTH:
        return ""
    name, key = _halves(code)
    found = TabletCode.objects.select_for_update().filter(code_hash=name, expires_at__gt=at).first()
    if found is None:
        return ""
    found.delete()
    return vault.unseal(bytes(found.sealed_secret), key=key, context=_CONTEXT)


def _halves(code: str) -> tuple[str, bytes]:
    """What the table knows of a code, and the key that it does not know."""
    salt = f"tablet:{settings.SECRET_KEY}".encode()
    both = hashlib.scrypt(code.encode(), salt=salt, dklen=64, **_COST)
    return both[:32].hex(), both[32:]
