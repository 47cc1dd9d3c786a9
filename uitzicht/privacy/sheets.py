"""Sealed sheets: what somebody wrote alone, for the figures only. Written here, opened by the release job only."""

import json
import secrets
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from uitzicht.privacy import audit, vault
from uitzicht.privacy.models import SealedSheet, SheetSource


def seal_sheet(content: Mapping[str, Any], *, source: SheetSource, kept_until: date) -> UUID:
    """Seal ``content`` (JSON) and return the random handle of the sheet. The row names nobody and no moment:
    ``kept_until`` moves back to ``month_end_until``."""
    sheet = SealedSheet(source=source, kept_until=month_end_until(kept_until))
    key = vault.new_data_key()
    sheet.wrapped_key = vault.wrap_for_release(key)
    sheet.sealed = vault.seal(json.dumps(content, ensure_ascii=False), key=key, context=_context(sheet))
    sheet.save(force_insert=True)
    _forget_order(sheet)
    return sheet.pk


def _forget_order(sheet: SealedSheet) -> None:
    """SQLite numbers rows in the order in which they came, and who handed in when stands elsewhere: give it a number of
    chance. PostgreSQL shows no such number to a reader; what its files still tell stands in docs/THREATS.md."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            number = 1 + secrets.randbelow(2**62)
            cursor.execute("UPDATE privacy_sealedsheet SET rowid = %s WHERE id = %s", [number, sheet.pk.hex])


def content(sheet: SealedSheet, *, key: bytes) -> dict[str, Any]:
    """What the sheet holds; ``cryptography.exceptions.InvalidTag`` when it was changed or moved."""
    return json.loads(vault.unseal(bytes(sheet.sealed), key=key, context=_context(sheet)))


def erase_sheet(handle: UUID) -> bool:
    """Destroy one sheet; False when it was gone already."""
    count, _ = SealedSheet.objects.filter(pk=handle).delete()
    return bool(count)


@transaction.atomic
def erase_sheets_due(on: date, *, by: str, at: datetime) -> int:
    """Destroy sheets whose retention period is over; returns how many."""
    count, _ = SealedSheet.objects.filter(kept_until__lt=on).delete()
    if count:
        audit.record("retention.erased", by=by, at=at, detail={"kind": "sheets", "count": count})
    return count


def sheets_due(on: date) -> int:
    return SealedSheet.objects.filter(kept_until__lt=on).count()


def _context(sheet: SealedSheet) -> str:
    return f"sheet:{sheet.source}:{sheet.pk}"


def month_end_until(day: date) -> date:
    """The last end of a month that is not after ``day``: too coarse to tell a person by, and no longer than promised."""
    end = day.replace(day=monthrange(day.year, day.month)[1])
    return end if end == day else day.replace(day=1) - timedelta(days=1)
