"""``uitzicht doctor``: is this installation well?"""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from uitzicht.cli.console import configured, out
from uitzicht.cli.erase import overdue


@click.command()
def doctor() -> None:
    """Check configuration, database, keys, mail, audit trail, retention and questionnaire. Exit code 1 when something is wrong.

    \b
      uitzicht doctor
      uitzicht doctor || echo "look after Uitzicht"
    """
    configured()
    faults = 0
    for name, fault in _checks():
        out.print(f"{'wrong' if fault else 'ok   '}  {name}" + (f": {fault}" if fault else ""))
        faults += bool(fault)
    sys.exit(1 if faults else 0)


def _checks() -> Iterator[tuple[str, str]]:
    from django.conf import settings
    from django.db import connection
    from django.utils import timezone

    from uitzicht.privacy import audit, vault
    from uitzicht.questionnaires.queries import current_version

    configuration = settings.UITZICHT
    yield f"home {configuration.home}", _mode_fault(configuration.home, "700")
    yield f"database {connection.vendor}", ""
    for name in ("secret.key", "vault.key"):
        yield name, _mode_fault(configuration.home / name, "600")
    yield from _release_key(configuration.home)
    key = vault.new_data_key()
    yield (
        "vault opens what it seals",
        "" if vault.unwrap(vault.wrap(key, context="doctor"), context="doctor") == key else "it does not",
    )
    yield "mail", _mail_fault()
    yield "audit trail", f"the chain breaks at line {broken}" if (broken := audit.first_broken_entry()) else ""
    yield "retention", "" if configuration.demo else overdue(timezone.localdate())
    yield "questionnaire", "" if current_version() else "none is published: run 'uitzicht init'"
    yield (
        "address",
        ""
        if configuration.secure
        or configuration.demo
        or "127.0.0.1" in configuration.base_url
        or "localhost" in configuration.base_url
        else "UITZICHT_BASE_URL is not https: passwords would travel in the open",
    )


def _release_key(home: Path) -> Iterator[tuple[str, str]]:
    """Whether a release that this account makes finds its key, whole and closed, and whether pages could read it."""
    from uitzicht.core.refusal import Refusal
    from uitzicht.privacy import release_key

    file, named = release_key.key_file(), bool(os.environ.get(release_key.FILE_VARIABLE))
    by_variable = bool(os.environ.get(release_key.VARIABLE))
    try:
        release_key.private_key()
    except Refusal as refusal:
        if refusal.code != "release.key_missing":
            yield "release key", str(refusal)
        elif named:
            yield "release key", f"{release_key.FILE_VARIABLE} names {file}, and this account cannot read it"
        else:
            yield "release key: not with this account; releases are made by the account that keeps it", ""
        return
    yield (
        f"release key in {release_key.VARIABLE if by_variable else file}: a release finds it and it fits release.pub",
        "",
    )
    if by_variable:
        yield (
            f"release key is a variable of this command; 'uitzicht serve' does not start with {release_key.VARIABLE}",
            "",
        )
    elif file.stat().st_uid == home.stat().st_uid:
        yield "release key belongs to the account of the home folder: pages that run as that account could read it", ""
    else:
        yield "release key belongs to another account than the home folder: pages cannot read it", ""


def _mode_fault(file: Path, wanted: str) -> str:
    if not file.exists():
        return ""
    open_to_others = file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return f"others on this machine can read it: chmod {wanted} {file}" if open_to_others else ""


def _mail_fault() -> str:
    from smtplib import SMTPException

    from django.conf import settings
    from django.core.mail import get_connection

    if not settings.UITZICHT.mail.host:
        settings.UITZICHT.mail_folder.mkdir(parents=True, exist_ok=True)
        return ""
    try:
        with get_connection():
            return ""
    except (OSError, SMTPException) as fault:
        return f"{settings.UITZICHT.mail.host} does not take mail: {fault}"
