"""The private half of the release key. It is loaded by the release job and the nightly job, never by the pages: import
contract "Only the release job opens sealed sheets"."""

import base64
import binascii
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import sheets
from uitzicht.privacy.models import SealedSheet

VARIABLE, FILE_VARIABLE, FILE = "UITZICHT_RELEASE_KEY", "UITZICHT_RELEASE_KEY_FILE", "release.key"


def key_file() -> Path:
    """Where the key lies when it is no variable: the file that is named, or the one in the home folder."""
    named = os.environ.get(FILE_VARIABLE)
    return Path(named).expanduser().absolute() if named else settings.UITZICHT.home / FILE


def private_key() -> PrivateKey:
    """From the variable or the file. A Refusal when it is not here (``release.key_missing``), when others on this machine
    can read the file (``release.key_open``), and when it is not whole or opens other sheets (``release.key_unfit``)."""
    text = os.environ.get(VARIABLE)
    if not text:
        text = _read(key_file())
    try:
        key = PrivateKey(base64.urlsafe_b64decode(text.strip()))
    except (binascii.Error, ValueError, TypeError, CryptoError) as fault:
        raise _unfit() from fault
    if bytes(key.public_key) != settings.UITZICHT.release_public_key:
        raise _unfit()
    return key


def open_sheets(source: str) -> Iterator[tuple[SealedSheet, dict[str, Any]]]:
    """Every sheet of a source with its content. Without sheets no key is needed."""
    found = list(SealedSheet.objects.filter(source=source).order_by("pk"))
    box = SealedBox(private_key()) if found else None
    for sheet in found:
        assert box is not None
        yield sheet, sheets.content(sheet, key=box.decrypt(bytes(sheet.wrapped_key)))


def _read(file: Path) -> str:
    try:
        with file.open(encoding="ascii") as stream:
            if os.fstat(stream.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise _open_to_others(file)
            return stream.read()
    except OSError as fault:
        raise _missing() from fault
    except UnicodeDecodeError as fault:
        raise _unfit() from fault


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


def _open_to_others(file: Path) -> Refusal:
    return Refusal(
        "release.key_open",
        _(
            "Others on this machine can read the release key, so it is not used. Close it with: chmod 600 {file}. When "
            "somebody may have copied it, what is sealed is no longer closed to them."
        ),
        file=file,
    )


def _unfit() -> Refusal:
    return Refusal(
        "release.key_unfit",
        _(
            "The release key that is here does not open the sealed answers: it is damaged, or it belongs to another "
            "installation. Put back your copy of {file}."
        ),
        file=FILE,
    )
