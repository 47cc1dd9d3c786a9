"""Two secrets of a follow-up: the link to its questions, kept as a hash only, and the link that stops the mails.

The link that stops must work from every mail, also from one whose questions open no more. It therefore follows from the
number of the follow-up and a signature, opens nothing, and may be known to a mail service.
"""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer

from uitzicht.departures.links import TOKEN_BYTES

PATH = "/later/"
_stop_signer = Signer(salt="followups.stop", sep=".")


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def link_with(token: str) -> str:
    return f"{settings.UITZICHT.base_url}{PATH}{token}/"


def stop_token(pk: int) -> str:
    return _stop_signer.sign(str(pk))


def stop_link(pk: int) -> str:
    return f"{link_with(stop_token(pk))}stop/"


def stopped_by(token: str) -> int | None:
    """The follow-up that this token stops; None for a token that was not made here."""
    try:
        return int(_stop_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
