"""An appointment in somebody's own CalDAV calendar. It names nobody as invited: a server that knows scheduling (RFC 6638)
would write to them."""

from contextlib import AbstractContextManager

from caldav.davclient import DAVClient

from uitzicht.planning.access import Access, may_be_called
from uitzicht.planning.busy.collection import client
from uitzicht.planning.busy.trouble import CalendarTrouble, Trouble, told

_GONE = (404, 410)


def write_event(access: Access, uid: str, calendar: bytes) -> None:
    """Create it or replace the earlier version. Raises ``CalendarTrouble``."""
    with told(), _reached(access) as server:
        headers = {"Content-Type": "text/calendar; charset=utf-8"}
        answer = server.put(_address(access, uid), calendar.decode(), headers)
        if answer.status >= 300:
            raise CalendarTrouble(Trouble.UNREADABLE)


def remove_event(access: Access, uid: str) -> None:
    """Whatever is gone already is gone. Raises ``CalendarTrouble``."""
    with told(), _reached(access) as server:
        answer = server.delete(_address(access, uid))
        if answer.status >= 300 and answer.status not in _GONE:
            raise CalendarTrouble(Trouble.UNREADABLE)


def _reached(access: Access) -> AbstractContextManager[DAVClient]:
    if not may_be_called(access.host):
        raise CalendarTrouble(Trouble.SILENT)
    return client(access)


def _address(access: Access, uid: str) -> str:
    return f"{access.address.rstrip('/')}/{uid}.ics"
