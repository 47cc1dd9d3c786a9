"""Who worked here when, where and as what: the rows from which turnover and length of stay are counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person, Position
from uitzicht.people.rules import age_band

FULL_TIME = 100


@dataclass(frozen=True, slots=True)
class Slice:
    """Somebody in one unit from ``first`` up to, not including, ``end`` (None: still there)."""

    unit: str
    first: date
    end: date | None
    contract: str
    working_time: str


@dataclass(frozen=True, slots=True)
class Stay:
    """One employment. ``end``: the day after it (None: still here). ``kind``: of the departure that ended it, "" when it did not
    end or nobody registered how. ``unit``: the unit at exit, as the departure has it; "" when no position is known."""

    started_on: date
    end: date | None
    kind: str
    desirability: str
    unit: str
    gender: str
    age: str
    slices: tuple[Slice, ...]

    @property
    def values(self) -> Mapping[str, str]:
        """What can be compared and does not change while somebody works here: as they were hired."""
        first = self.slices[0] if self.slices else None
        return {
            "gender": self.gender,
            "age": self.age,
            "working_time": first.working_time if first else "",
            "contract": first.contract if first else "",
        }


def stays(on: date) -> list[Stay]:
    """Everybody who started before this day, in three queries. A departure after ``on`` has not happened yet."""
    left = {
        row[0]: row[1:]
        for row in Departure.objects.exclude(stage=Stage.CANCELLED)
        .filter(last_day_worked_on__lt=on)
        .order_by("last_day_worked_on")
        .values_list("person_id", "kind", "desirability", "unit_id", "last_day_worked_on")
    }
    slices = _slices()
    people = Person.objects.filter(started_on__lt=on).values_list(
        "pk", "gender", "birth_year", "started_on", "ended_on"
    )
    return [
        _stay(started_on, ended_on, gender, birth_year, left.get(pk), slices.get(pk, ()), on)
        for pk, gender, birth_year, started_on, ended_on in people
    ]


def observed_from(all_stays: Iterable[Stay]) -> date | None:
    """The first day of the month in which somebody was first known to leave. Before that, those who had left are not in the
    staff list, so counting would make everybody stay: nothing is counted from before (delayed entry)."""
    first = min((stay.end for stay in all_stays if stay.end is not None and stay.kind), default=None)
    return first and (first - timedelta(days=1)).replace(day=1)


def _slices() -> dict[object, tuple[Slice, ...]]:
    found: dict[object, list[Slice]] = {}
    rows = Position.objects.order_by("person_id", "valid_from").values_list(
        "person_id", "unit_id", "valid_from", "valid_to", "contract", "working_time"
    )
    for person, unit, first, end, contract, percent in rows:
        working_time = "full_time" if percent == FULL_TIME else "part_time"
        found.setdefault(person, []).append(Slice(str(unit), first, end, contract, working_time))
    return {person: tuple(held) for person, held in found.items()}


def _stay(
    started_on: date,
    ended_on: date | None,
    gender: str,
    birth_year: int | None,
    departure: tuple[str, str, int, date] | None,
    slices: tuple[Slice, ...],
    on: date,
) -> Stay:
    age = age_band(birth_year, started_on)
    if departure is not None and departure[3] >= started_on:
        kind, desirability, unit, last_day = departure
        return Stay(started_on, last_day + timedelta(days=1), kind, desirability, str(unit), gender, age, slices)
    end = ended_on + timedelta(days=1) if ended_on is not None and ended_on < on else None
    return Stay(started_on, end, "", "", slices[-1].unit if slices else "", gender, age, slices)
