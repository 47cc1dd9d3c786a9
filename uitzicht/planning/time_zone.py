"""A VTIMEZONE that is right around one moment (icalendar's own dates the spring change an hour late)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

_HALF_A_YEAR = timedelta(days=183)
_HOUR = timedelta(hours=1)


def time_zone(name: str, *, around: datetime) -> icalendar.Timezone:
    """The offsets of ``name`` from a year before ``around`` to half a year after it, each change as one observance."""
    zone = ZoneInfo(name)
    first = (around.astimezone(UTC) - 2 * _HALF_A_YEAR).replace(minute=0, second=0, microsecond=0)
    found = icalendar.Timezone()
    found.add("tzid", name)
    found.add_component(_observance(first, first, zone))
    for change in _changes(zone, first, around.astimezone(UTC) + _HALF_A_YEAR):
        found.add_component(_observance(change - _HOUR, change, zone))
    return found


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """Instants (UTC, whole hours) from which another offset holds."""
    while first < last:
        after = first + _HOUR
        if after.astimezone(zone).utcoffset() != first.astimezone(zone).utcoffset():
            yield after
        first = after


def _observance(
    before: datetime, change: datetime, zone: ZoneInfo
) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    """RFC 5545, 3.6.5: the onset is written in the local time that held until then."""
    old, new = before.astimezone(zone).utcoffset(), change.astimezone(zone).utcoffset()
    local = change.astimezone(zone)
    found = icalendar.TimezoneDaylight() if local.dst() else icalendar.TimezoneStandard()
    found.add("dtstart", (change + (old or timedelta())).replace(tzinfo=None))
    found.add("tzoffsetfrom", old)
    found.add("tzoffsetto", new)
    found.add("tzname", local.tzname())
    return found
