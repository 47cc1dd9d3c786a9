"""A published calendar: one file over http(s)."""

from datetime import datetime

import requests

from uitzicht.planning.access import Access
from uitzicht.planning.busy.trouble import CalendarTrouble, Trouble

TIMEOUTS = (3, 6)
"""Seconds to connect, and between two bytes."""
MOST_BYTES = 10 * 2**20


def texts(access: Access, *, first: datetime, last: datetime) -> list[bytes]:
    """The whole file; the server cannot be asked for a part of it."""
    credentials = (access.username, access.password) if access.username else None
    with requests.get(access.address, auth=credentials, timeout=TIMEOUTS, allow_redirects=False, stream=True) as answer:
        if answer.status_code in (401, 403):
            raise CalendarTrouble(Trouble.REFUSED)
        if answer.status_code != 200:
            raise CalendarTrouble(Trouble.SILENT if answer.status_code >= 500 else Trouble.UNREADABLE)
        body = bytearray()
        for piece in answer.iter_content(65536):
            body += piece
            if len(body) > MOST_BYTES:
                raise CalendarTrouble(Trouble.UNREADABLE)
    return [bytes(body)]
