import zoneinfo
from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from uitzicht.planning.time_zone import time_zone


@pytest.mark.parametrize("name", ["Europe/Brussels", "Europe/Amsterdam", "UTC"])
@pytest.mark.parametrize("month", [1, 3, 7, 10, 12])
def test_a_reader_without_its_own_tables_finds_the_same_instant(name, month):
    """Read the definition back and apply it by hand: the last onset before a local time gives its offset."""
    around = datetime(2026, month, 15, 12, tzinfo=UTC)
    zone = icalendar.Timezone.from_ical(time_zone(name, around=around).to_ical())
    onsets = sorted((part.decoded("DTSTART"), part.decoded("TZOFFSETTO")) for part in zone.subcomponents)
    for hours in range(-24 * 30, 24 * 120, 7):
        local = (around + timedelta(hours=hours)).astimezone(zoneinfo.ZoneInfo(name)).replace(tzinfo=None)
        expected = (around + timedelta(hours=hours)).astimezone(zoneinfo.ZoneInfo(name)).utcoffset()
        offset = max(onset for onset in onsets if onset[0] <= local)[1]
        assert offset == expected or local.hour == 2  # the hour that a change repeats


def test_summer_time_begins_at_two_in_the_morning():
    zone = time_zone("Europe/Brussels", around=datetime(2026, 3, 10, tzinfo=UTC))
    begins = {part.decoded("DTSTART") for part in zone.subcomponents if part.name == "DAYLIGHT"}
    assert datetime(2026, 3, 29, 2) in begins
