"""The audit trail: who did what, when. Content never enters it."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from uitzicht.privacy.models import AuditEntry

START = "0" * 64
_LOCK = 0x7A1C47  # any fixed number: one writer of the chain at a time on PostgreSQL


@transaction.atomic
def record(
    action: str, *, by: str, at: datetime, subject: str = "", detail: dict[str, Any] | None = None
) -> AuditEntry:
    """Append one line, in the transaction of the change that it tells of."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    previous = AuditEntry.objects.values_list("entry_hash", flat=True).first() or START
    entry = AuditEntry(at=at, by=by[:200], action=action, subject=subject, detail=detail or {}, previous_hash=previous)
    entry.entry_hash = entry_hash(entry)
    entry.save(force_insert=True)
    return entry


def entry_hash(entry: AuditEntry) -> str:
    """SHA-256 (hex) over the previous hash and the line itself."""
    line = [entry.previous_hash, _utc(entry.at), entry.by, entry.action, entry.subject, entry.detail]
    return hashlib.sha256(json.dumps(line, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def first_broken_entry() -> int | None:
    """The id of the first line whose hash does not fit its content or its predecessor; None when the chain is whole."""
    previous = START
    for entry in AuditEntry.objects.order_by("id").iterator(chunk_size=2000):
        if entry.previous_hash != previous or entry.entry_hash != entry_hash(entry):
            return entry.id
        previous = entry.entry_hash
    return None


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
