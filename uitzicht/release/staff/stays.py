"""Who worked here when, where and as what: the rows from which turnover and length of stay are counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person, Position
from uitzicht.people.rules import age_band

FULL_TIME = 100
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Slice:
    """Somebody in one unit from ``first`` up to, not including, ``end`` (None: still there)."""

    unit: str
    first: date
    end: date | None
    contract: str
    working_time: str
    job_family: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """One employment. ``end``: the day after it (None: still here). ``kind``: of the departure that ended it, "" when it did not
    end or nobody registered how. ``unit``: the unit at exit, as the departure has it; "" when no position is known.
    ``returned``: they had worked here before. ``job_family``: at exit, or of now; "" when none is known."""

    started_on: date
    end: date | None
    kind: str
    desirability: str
    unit: str
    gender: str
    age: str
    slices: tuple[Slice, ...]
    returned: bool = False
    job_family: str = ""

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
    """Every employment that began before this day, in three queries: who came back has more than one. A departure after ``on``
    has not happened yet."""
    left = _departures(on)
    held = slices(Position.objects.all())
    people = Person.objects.values_list("pk", "gender", "birth_year", "started_on", "ended_on", "earlier_id")
    found = (
        stay
        for pk, gender, birth_year, started_on, ended_on, earlier in people
        for stay in _of_person(
            _Known(gender, birth_year, started_on, ended_on, earlier is not None),
            left.get(pk, ()),
            held.get(pk, ()),
            on,
        )
    )
    return [stay for stay in found if stay.started_on < on]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the staff list tells of one employment."""

    gender: str
    birth_year: int | None
    started_on: date
    ended_on: date | None
    returned: bool


class _Left(NamedTuple):
    """A departure; ``job_family``: of the position at exit, None when that is gone."""

    kind: str
    desirability: str
    unit: int
    last_day: date
    job_family: str | None


def _departures(on: date) -> dict[object, list[_Left]]:
    """By person, the earliest first."""
    found: dict[object, list[_Left]] = {}
    rows = (
        Departure.objects.exclude(stage=Stage.CANCELLED)
        .filter(last_day_worked_on__lt=on)
        .order_by("last_day_worked_on")
        .values_list("person_id", "kind", "desirability", "unit_id", "last_day_worked_on", "position__job_family")
    )
    for person, kind, desirability, unit, last_day, job_family in rows:
        found.setdefault(person, []).append(_Left(kind, desirability, unit, last_day, job_family))
    return found


def observed_from(all_stays: Iterable[Stay]) -> date | None:
    """The first day of the month in which somebody was first known to leave. Before that, those who had left are not in the
    staff list, so counting would make everybody stay: nothing is counted from before (delayed entry)."""
    first = min((stay.end for stay in all_stays if stay.end is not None and stay.kind), default=None)
    return first and (first - ONE_DAY).replace(day=1)


def slices(positions: QuerySet[Position]) -> dict[UUID, tuple[Slice, ...]]:
    """By person, the oldest first. One statement."""
    found: dict[UUID, list[Slice]] = {}
    rows = positions.order_by("person_id", "valid_from").values_list(
        "person_id", "unit_id", "valid_from", "valid_to", "contract", "working_time", "job_family"
    )
    for person, unit, first, end, contract, percent, job_family in rows:
        working_time = "full_time" if percent == FULL_TIME else "part_time"
        found.setdefault(person, []).append(Slice(str(unit), first, end, contract, working_time, job_family))
    return {person: tuple(held) for person, held in found.items()}


def _of_person(known: _Known, left: Sequence[_Left], slices: Sequence[Slice], on: date) -> Iterator[Stay]:
    """The staff list tells the start of the employment of now; what lies before it is read from positions."""
    before = [piece for piece in slices if piece.first < known.started_on and piece.end is not None]
    now = tuple(piece for piece in slices if piece not in before)
    returned = known.returned
    for run in runs(before):
        first, last_day = run[0].first, _last_day(run)
        own = [one for one in left if first <= one.last_day <= (last_day or on)]
        yield _stay(replace(known, started_on=first, ended_on=last_day, returned=returned), own, run, on)
        returned = True
    own = [one for one in left if one.last_day >= known.started_on]
    yield _stay(replace(known, returned=returned), own, now, on)


def runs(slices: Sequence[Slice]) -> list[tuple[Slice, ...]]:
    """Positions that follow each other without a gap, oldest first."""
    found: list[list[Slice]] = []
    for piece in slices:
        if found and found[-1][-1].end == piece.first:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [tuple(run) for run in found]


def _last_day(run: Sequence[Slice]) -> date | None:
    return run[-1].end and run[-1].end - ONE_DAY


def _stay(known: _Known, left: Sequence[_Left], slices: tuple[Slice, ...], on: date) -> Stay:
    """Ended by the last departure within it, or by the end in the staff list when nobody registered how."""
    last = slices[-1] if slices else None
    family = last.job_family if last else ""
    stay = Stay(
        started_on=known.started_on,
        end=known.ended_on + ONE_DAY if known.ended_on is not None and known.ended_on < on else None,
        kind="",
        desirability="",
        unit=last.unit if last else "",
        gender=known.gender,
        age=age_band(known.birth_year, known.started_on),
        slices=slices,
        returned=known.returned,
        job_family=family,
    )
    if not left:
        return stay
    kind, desirability, unit, last_day, at_exit = left[-1]
    return replace(
        stay,
        end=last_day + ONE_DAY,
        kind=kind,
        desirability=desirability,
        unit=str(unit),
        job_family=family if at_exit is None else at_exit,
    )
