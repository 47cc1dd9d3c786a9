"""What of a sheet is bound to what: every sealed text opens only in its own interview, question and kind."""

import json
from typing import Any

from uitzicht.interviews.models import Interview
from uitzicht.interviews.rules import ensure_kept
from uitzicht.privacy import vault


def wrapped_key(interview: Interview) -> bytes:
    """A fresh data key for a new sheet, wrapped by the vault."""
    return vault.wrap(vault.new_data_key(), context=_sheet(interview))


def data_key(interview: Interview) -> bytes:
    """The data key of the sheet; a refusal when the sheet is erased. ``cryptography.exceptions.InvalidTag`` when the
    wrapped key belongs elsewhere."""
    ensure_kept(interview.erased_on)
    return vault.unwrap(bytes(interview.wrapped_key), context=_sheet(interview))


def seal(interview: Interview, value: Any, *, kind: str, item_key: str = "", key: bytes | None = None) -> bytes:
    """``value`` (anything JSON holds) sealed as ``kind`` ("answer", "reasons", "summary", "correction",
    "preparation", "coding") of the sheet."""
    context = _context(interview, kind, item_key)
    return vault.seal(json.dumps(value, ensure_ascii=False), key=key or data_key(interview), context=context)


def unseal(
    interview: Interview, sealed: bytes | memoryview, *, kind: str, item_key: str = "", key: bytes | None = None
) -> Any:
    """The value; ``cryptography.exceptions.InvalidTag`` when the bytes were changed or moved."""
    return json.loads(
        vault.unseal(bytes(sealed), key=key or data_key(interview), context=_context(interview, kind, item_key))
    )


def _sheet(interview: Interview) -> str:
    return f"interview:{interview.pk}"


def _context(interview: Interview, kind: str, item_key: str) -> str:
    return f"{_sheet(interview)}:{kind}:{item_key}"
