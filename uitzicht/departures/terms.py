"""What HR says about a departure, in one piece: from this all dates follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self, TypedDict, cast

from uitzicht.core.calendar import Absence, AbsenceKind
from uitzicht.departures.models import Departure


@dataclass(frozen=True, slots=True)
class Terms:
    """The fields of a ``Departure`` that HR fills in; see there. ``absences`` as values instead of stored lists."""

    kind: str
    notified_on: date
    ends_on: date
    leave_days: int = 0
    recup_days: int = 0
    reduction_days: int = 0
    absences: tuple[Absence, ...] = ()
    working_days: str = "1111100"
    works_nights: bool = False
    service: str = ""
    ends_on_reason: str = ""
    destination: str = ""

    @property
    def days_off(self) -> Mapping[AbsenceKind, int]:
        """Days of work without dates, by kind."""
        return {
            AbsenceKind.LEAVE: self.leave_days,
            AbsenceKind.RECUP: self.recup_days,
            AbsenceKind.REDUCTION: self.reduction_days,
        }

    @classmethod
    def of(cls, departure: Departure) -> Self:
        values = {field.name: getattr(departure, field.name) for field in fields(cls)}
        return cls(**values | {"absences": absences_of(departure)})

    def changed(self, changes: "TermsChange") -> Self:
        return replace(self, **changes)

    def values(self) -> "TermsChange":
        """Every field by name."""
        return cast(TermsChange, {field.name: getattr(self, field.name) for field in fields(self)})

    def write_to(self, departure: Departure) -> None:
        for field in fields(self):
            setattr(departure, field.name, getattr(self, field.name))
        departure.absences = stored(self.absences)


class TermsChange(TypedDict, total=False):
    """Some of the fields of ``Terms``."""

    kind: str
    notified_on: date
    ends_on: date
    leave_days: int
    recup_days: int
    reduction_days: int
    absences: tuple[Absence, ...]
    working_days: str
    works_nights: bool
    service: str
    ends_on_reason: str
    destination: str


def absences_of(departure: Departure) -> tuple[Absence, ...]:
    return tuple(_absence(entry) for entry in departure.absences)


def stored(absences: Iterable[Absence]) -> list[list[str]]:
    """As JSON keeps them."""
    return [[one.kind.value, one.first_on.isoformat(), one.last_on.isoformat()] for one in absences]


def _absence(entry: Sequence[Any]) -> Absence:
    kind, first_on, last_on = entry
    return Absence(AbsenceKind(kind), date.fromisoformat(first_on), date.fromisoformat(last_on))
