"""A CalDAV collection (RFC 4791)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from caldav.davclient import DAVClient
from caldav.objects import Calendar, Event

from uitzicht.planning.access import Access

TIMEOUT = 6


@contextmanager
def client(access: Access) -> Iterator[DAVClient]:
    """Signed in as far as the server asks; follows no redirect."""
    with DAVClient(
        access.address, username=access.username or None, password=access.password or None, timeout=TIMEOUT
    ) as found:
        found.session.max_redirects = 0
        yield found


def texts(access: Access, *, first: datetime, last: datetime) -> list[str]:
    """The events that touch [first, last), each with its whole series: repetitions are computed here, because servers
    differ in what they expand."""
    with client(access) as server:
        events: list[Event] = Calendar(client=server, url=access.address).search(
            start=first, end=last, event=True, expand=False
        )
        return [event.data for event in events]
