"""What an import of staff would do; shown by the dry run, applied by ``services.import_staff``."""

from dataclasses import dataclass, field
from datetime import date

from uitzicht.people.models import Person
from uitzicht.people.staff_file import Problem
from uitzicht.people.staff_plan.timeline import Placing

PROBLEMS_SHOWN = 200


@dataclass(frozen=True)
class Change:
    """One field of one person: what it was, what it becomes; both as people read them ("" is nothing)."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """One person in the dry run. ``unit`` and ``title``: what they will be."""

    employee_number: str
    name: str
    unit: str
    title: str
    changes: tuple[Change, ...] = ()


@dataclass
class Plan:
    """``added``, ``changed``, ``ended``: what the dry run shows. ``people_*``, ``placings``, ``removed``, ``new_units``
    (paths, parents first): what will be written. With ``problems`` nothing is."""

    on: date
    complete: bool
    added: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    ended: list[Line] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    new_units: list[tuple[str, ...]] = field(default_factory=list)
    people_added: list[Person] = field(default_factory=list)
    people_changed: list[Person] = field(default_factory=list)
    placings: list[Placing] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.added or self.changed or self.ended)

    @property
    def counts(self) -> dict[str, int]:
        """Numbers only, fit for the audit trail."""
        return {
            "added": len(self.added),
            "changed": len(self.changed),
            "ended": len(self.ended),
            "unchanged": self.unchanged,
            "units_added": len(self.new_units),
        }
