"""Who worked here when, where and as what: the rows from which turnover and length of stay are counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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


@dataclass(frozen=True, slots=True)
class Stay:
    """One employment. ``end``: the day after it (None: still here). ``kind``: of the departure that ended it, "" when it did not
    end or nobody registered how. ``unit``: the unit at exit, as the departure has it; "" when no position is known.
    ``returned``: they had worked here before."""

    started_on: date
    end: date | None
    kind: str
    desirability: str
    unit: str
    gender: str
    age: str
    slices: tuple[Slice, ...]
    returned: bool = False

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
    slices = _slices()
    people = Person.objects.values_list("pk", "gender", "birth_year", "started_on", "ended_on", "earlier_id")
    found = (
        stay
        for pk, gender, birth_year, started_on, ended_on, earlier in people
        for stay in _of_person(
            _Known(gender, birth_year, started_on, ended_on, earlier is not None),
            left.get(pk, ()),
            slices.get(pk, ()),
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


_Left = tuple[str, str, int, date]  # kind, desirability, unit, last day worked


def _departures(on: date) -> dict[object, list[_Left]]:
    """By person, the earliest first."""
    found: dict[object, list[_Left]] = {}
    rows = (
        Departure.objects.exclude(stage=Stage.CANCELLED)
        .filter(last_day_worked_on__lt=on)
        .order_by("last_day_worked_on")
        .values_list("person_id", "kind", "desirability", "unit_id", "last_day_worked_on")
    )
    for person, kind, desirability, unit, last_day in rows:
        found.setdefault(person, []).append((kind, desirability, unit, last_day))
    return found


def observed_from(all_stays: Iterable[Stay]) -> date | None:
    """The first day of the month in which somebody was first known to leave. Before that, those who had left are not in the
    staff list, so counting would make everybody stay: nothing is counted from before (delayed entry)."""
    first = min((stay.end for stay in all_stays if stay.end is not None and stay.kind), default=None)
    return first and (first - ONE_DAY).replace(day=1)


def _slices() -> dict[object, tuple[Slice, ...]]:
    found: dict[object, list[Slice]] = {}
    rows = Position.objects.order_by("person_id", "valid_from").values_list(
        "person_id", "unit_id", "valid_from", "valid_to", "contract", "working_time"
    )
    for person, unit, first, end, contract, percent in rows:
        working_time = "full_time" if percent == FULL_TIME else "part_time"
        found.setdefault(person, []).append(Slice(str(unit), first, end, contract, working_time))
    return {person: tuple(held) for person, held in found.items()}


def _of_person(known: _Known, left: Sequence[_Left], slices: Sequence[Slice], on: date) -> Iterator[Stay]:
    """The staff list tells the start of the employment of now; what lies before it is read from positions."""
    before = [piece for piece in slices if piece.first < known.started_on and piece.end is not None]
    now = tuple(piece for piece in slices if piece not in before)
    returned = known.returned
    for run in _runs(before):
        first, last_day = run[0].first, _last_day(run)
        own = [one for one in left if first <= one[3] <= (last_day or on)]
        yield _stay(replace(known, started_on=first, ended_on=last_day, returned=returned), own, run, on)
        returned = True
    own = [one for one in left if one[3] >= known.started_on]
    yield _stay(replace(known, returned=returned), own, now, on)


def _runs(slices: Sequence[Slice]) -> list[tuple[Slice, ...]]:
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
    started_on, ended_on = known.started_on, known.ended_on
    age = age_band(known.birth_year, started_on)
    if left:
        kind, desirability, unit, last_day = left[-1]
        return Stay(
            started_on, last_day + ONE_DAY, kind, desirability, str(unit), known.gender, age, slices, known.returned
        )
    end = ended_on + ONE_DAY if ended_on is not None and ended_on < on else None
    return Stay(started_on, end, "", "", slices[-1].unit if slices else "", known.gender, age, slices, known.returned)
