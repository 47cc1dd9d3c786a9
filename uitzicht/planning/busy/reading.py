"""Asking many calendars at once. A calendar that is slow or broken costs a few seconds once, and blocks nothing."""

import hashlib
import logging
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache import cache

from uitzicht.planning.access import Access, access_of, may_be_called
from uitzicht.planning.busy import collection, feed
from uitzicht.planning.busy.periods import Period, busy_in, merged
from uitzicht.planning.busy.trouble import CalendarTrouble, Trouble, told
from uitzicht.planning.calendar_file import own_uids
from uitzicht.planning.models import CalendarKind, Diary

KEPT_SECONDS = 600
TROUBLE_KEPT_SECONDS = 60
AT_ONCE = 8
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Busy:
    """``trouble``: why the calendar could not be read; there are no ``periods`` then."""

    periods: tuple[Period, ...] = ()
    trouble: Trouble | None = None


def busy_times(diaries: Iterable[Diary], *, first: date, last: date) -> dict[UUID, Busy]:
    """By key of the diary, for the months from ``first`` to ``last``; diaries without a calendar are left out."""
    begin, end = _whole_months(first, last)
    asked = {diary.pk: (access, _key(diary, begin, end)) for diary in diaries if (access := access_of(diary))}
    kept = cache.get_many([key for _, key in asked.values()])
    found = {pk: kept[key] for pk, (_, key) in asked.items() if key in kept}
    missing = {pk: one for pk, one in asked.items() if pk not in found}
    if missing:
        own = own_uids()
        with ThreadPoolExecutor(min(AT_ONCE, len(missing))) as pool:
            read = pool.map(lambda one: _read(one[0], begin, end, own), missing.values())
            for (pk, (_, key)), busy in zip(missing.items(), read, strict=True):
                cache.set(key, busy, TROUBLE_KEPT_SECONDS if busy.trouble else KEPT_SECONDS)
                found[pk] = busy
    return found


def _read(access: Access, first: datetime, last: datetime, own: re.Pattern[str]) -> Busy:
    """In a thread of its own: touches the network, never the database."""
    zone = ZoneInfo(settings.TIME_ZONE)
    source = collection.texts if access.kind == CalendarKind.CALDAV else feed.texts
    try:
        with told():
            if not may_be_called(access.host):
                raise CalendarTrouble(Trouble.SILENT)
            texts = source(access, first=first, last=last)
            periods = [period for text in texts for period in busy_in(text, first=first, last=last, zone=zone, own=own)]
    except CalendarTrouble as problem:
        log.warning("calendar at %s not read: %s", access.host, problem.trouble)
        return Busy(trouble=problem.trouble)
    return Busy(tuple(merged(periods)))


def _whole_months(first: date, last: date) -> tuple[datetime, datetime]:
    """From the first of a month to the first of another, so that many departures share one reading."""
    zone = ZoneInfo(settings.TIME_ZONE)
    after = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    begin, end = (datetime.combine(day, time.min, zone) for day in (first.replace(day=1), after))
    return begin.astimezone(UTC), end.astimezone(UTC)


def _key(diary: Diary, first: datetime, last: datetime) -> str:
    """Another address or password is another key: sealing anew changes it."""
    sealed = hashlib.sha256(bytes(diary.sealed_access or b"")).hexdigest()[:16]
    return f"busy:{diary.pk}:{sealed}:{first:%Y%m%d}:{last:%Y%m%d}"
