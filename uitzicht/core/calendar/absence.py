"""Days away with dates: leave that is planned already, a contract that is suspended, a notice that need not be worked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class AbsenceKind(StrEnum):
    """Why somebody does not work; the law treats the kinds apart when a notice runs."""

    LEAVE = "leave"
    RECUP = "recup"  # time off for hours worked too much
    REDUCTION = "reduction"  # days off that shorten the working week (ADV, RTT)
    SUSPENDED = "suspended"  # illness, maternity, career break: one word, for which of them is no business of a planner
    EXEMPT = "exempt"  # released from work: the notice runs, nobody comes


@dataclass(frozen=True, slots=True)
class Absence:
    """``first_on`` to ``last_on``, both included. Raises ValueError the wrong way round."""

    kind: AbsenceKind
    first_on: date
    last_on: date

    def __post_init__(self) -> None:
        if self.last_on < self.first_on:
            raise ValueError("an absence ends before it begins")

    def __contains__(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on


def days_absent(absences: Iterable[Absence]) -> frozenset[date]:
    """Every day of the calendar that lies in one of them."""
    return frozenset(
        absence.first_on + timedelta(days=n)
        for absence in absences
        for n in range((absence.last_on - absence.first_on).days + 1)
    )
