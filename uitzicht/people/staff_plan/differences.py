"""Differences in words: which field of a person or position changes, from what to what."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from uitzicht.people.models import Person
from uitzicht.people.staff_file import StaffRow
from uitzicht.people.staff_plan.known import Known
from uitzicht.people.staff_plan.plan import Change
from uitzicht.people.staff_plan.timeline import Placing
from uitzicht.people.tree import SEPARATOR
from uitzicht.people.vocabulary import ContractKind, Gender, Language

PERSON_FIELDS = (
    *("first_name", "last_name", "work_email", "private_email", "language", "birth_year", "gender"),
    *("started_on", "ended_on"),
)
WORK_FIELDS = ("unit", "title", "job_family", "manager_id", "contract", "working_time")
_CODED = {"language": Language, "gender": Gender, "contract": ContractKind}


class Wording:
    """Names of people and units, for people who are known and for those who stand in the file."""

    def __init__(self, known: Known, listed: Mapping[UUID, StaffRow]) -> None:
        self._names = {person.pk: person.name for person in known.people.values()}
        self._names |= {pk: f"{row.first_name} {row.last_name}".strip() for pk, row in listed.items()}
        self._root = sorted(known.roots)[0]

    def unit(self, path: tuple[str, ...]) -> str:
        return SEPARATOR.join(path) or self._root

    def value(self, field: str, value: object) -> str:
        """A value as people read it."""
        if value is None or value == "":
            return ""
        if field in _CODED:
            return str(_CODED[field](value).label)
        if isinstance(value, tuple):
            return self.unit(value)
        if isinstance(value, UUID):
            return self._names.get(value, "")
        if isinstance(value, date):
            return value.isoformat()
        return f"{value} %" if field == "working_time" else str(value)


def describe(
    before: Person, after: Person, old: Placing | None, new: Placing | None, wording: Wording
) -> tuple[Change, ...]:
    """Every field that differs, person first, then position; ``new`` None: the position is not told of."""
    return tuple(_differences(before, after, old, new, wording))


def _differences(
    before: Person, after: Person, old: Placing | None, new: Placing | None, wording: Wording
) -> Iterator[Change]:
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in PERSON_FIELDS]
    if new is not None:
        pairs += [(name, getattr(old.work, name) if old else None, getattr(new.work, name)) for name in WORK_FIELDS]
    for name, was, becomes in pairs:
        if was != becomes:
            yield Change(name.removesuffix("_id"), wording.value(name, was), wording.value(name, becomes))
