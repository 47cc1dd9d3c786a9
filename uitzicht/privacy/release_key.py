"""The private half of the release key. It is loaded by the release job and the nightly job, never by the pages: import
contract "Only the release job opens sealed sheets"."""

import base64
import binascii
import os
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import sheets
from uitzicht.privacy.models import SealedSheet

VARIABLE, FILE = "UITZICHT_RELEASE_KEY", "release.key"


def private_key() -> PrivateKey:
    """From the variable or the home folder; a Refusal when it is neither here nor whole, or belongs to other sheets."""
    file = settings.UITZICHT.home / FILE
    try:
        text = os.environ.get(VARIABLE) or file.read_text(encoding="ascii")
        key = PrivateKey(base64.urlsafe_b64decode(text.strip()))
    except (OSError, binascii.Error, ValueError, TypeError, CryptoError) as fault:
        raise _missing() from fault
    if bytes(key.public_key) != settings.UITZICHT.release_public_key:
        raise _missing()
    return key


def open_sheets(source: str) -> Iterator[tuple[SealedSheet, dict[str, Any]]]:
    """Every sheet of a source with its content. Without sheets no key is needed."""
    found = list(SealedSheet.objects.filter(source=source).order_by("pk"))
    box = SealedBox(private_key()) if found else None
    for sheet in found:
        assert box is not None
        yield sheet, sheets.content(sheet, key=box.decrypt(bytes(sheet.wrapped_key)))


def _missing() -> Refusal:
    return Refusal(
        "release.key_missing",
        _(
            "Sealed answers need the release key, and it is not here. Pages never have it. Run the release on the machine "
            "and account that keep {file} or {variable}."
        ),
        file=FILE,
        variable=VARIABLE,
    )
