"""Free moments: days that suit the leaver, hours of the interviewer, what is taken, and how much one week can bear."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal

Period = tuple[datetime, datetime]
Week = tuple[int, int]
"""ISO year and week."""

STEP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """``weekdays``: Monday first ("1111100"); local times, ``closes_at`` after ``opens_at``."""

    weekdays: str = "1111100"
    opens_at: time = time(9)
    closes_at: time = time(17)

    def on(self, day: date, zone: ZoneInfo) -> Period | None:
        """The working hours of one day as instants; None on a day off."""
        if self.weekdays[day.weekday()] != "1":
            return None
        return datetime.combine(day, self.opens_at, zone), datetime.combine(day, self.closes_at, zone)


@dataclass(frozen=True, slots=True)
class Load:
    """``talks``: conversations per week already, ``most``: what one week can bear (None: no limit)."""

    talks: Counter[Week] = field(default_factory=Counter)
    most: int | None = None

    def has_room(self, day: date) -> bool:
        return self.most is None or self.talks[week_of(day)] < self.most


def ensure_hours(hours: Hours) -> None:
    if "1" not in hours.weekdays or hours.closes_at <= hours.opens_at:
        message = _("Choose at least one day, and an end of the day that comes after its beginning.")
        raise Refusal("planning.no_hours", message)


def week_of(day: date) -> Week:
    year, week, _day = day.isocalendar()
    return year, week


def slots(
    days: Iterable[date],
    hours: Hours,
    taken: Sequence[Period],
    load: Load,
    *,
    minutes: int,
    zone: ZoneInfo,
    after: datetime,
    step: timedelta = STEP,
) -> list[datetime]:
    """The moments at which a talk of ``minutes`` can begin, in order, in local time, all later than ``after``."""
    length = timedelta(minutes=minutes)
    found = []
    for day in days:
        open_hours = hours.on(day, zone)
        if open_hours is None or not load.has_room(day):
            continue
        begin, closes_at = (moment.astimezone(UTC) for moment in open_hours)
        while begin + length <= closes_at:
            if begin > after and is_free(begin, minutes, taken):
                found.append(begin.astimezone(zone))
            begin += step
    return found


def is_free(begin: datetime, minutes: int, taken: Iterable[Period]) -> bool:
    end = begin + timedelta(minutes=minutes)
    return all(other_end <= begin or end <= other for other, other_end in taken)


def best_slot(found: Sequence[datetime], *, target_on: date | None, wanted: time) -> datetime | None:
    """The free moment nearest to the target day, and on that day to the wanted hour; None when there is none."""
    if not found or target_on is None:
        return found[0] if found else None
    return min(found, key=lambda moment: (abs((moment.date() - target_on).days), _apart(moment.time(), wanted)))


def _apart(one: time, other: time) -> int:
    return abs(one.hour * 60 + one.minute - other.hour * 60 - other.minute)
