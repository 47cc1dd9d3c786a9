"""From rows of cells to rows of staff; every problem is collected, none is guessed away."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from uitzicht.people.staff_file.columns import Columns
from uitzicht.people.staff_file.mapping import Mapping
from uitzicht.people.staff_file.problems import CellFault, Problem
from uitzicht.people.staff_file.table import Cell, text
from uitzicht.people.staff_file.values import read_birth_year, read_date, read_email, read_word
from uitzicht.people.staff_file.working_time import read_working_time

LIMITS = {"employee_number": 40, "first_name": 80, "last_name": 120, "title": 120, "job_family": 80, "unit": 120}
_PATH = re.compile(r"\s*>\s*|\s+/\s+")
_YOUNGEST, _OLDEST = 14, 90  # years at the start


@dataclass(frozen=True)
class StaffRow:
    """One person of the file. None: the file does not say it (no such column, or no default for an empty cell)."""

    row: int
    employee_number: str = ""
    first_name: str = ""
    last_name: str = ""
    unit: tuple[str, ...] = ()
    started_on: date = date.min
    ended_on: date | None = None
    says_end: bool = False
    work_email: str | None = None
    private_email: str | None = None
    language: str | None = None
    title: str | None = None
    manager: str | None = None
    birth_year: int | None = None
    says_birth: bool = False
    gender: str | None = None
    contract: str | None = None
    working_time: int | None = None
    job_family: str | None = None


class RowReader:
    """Reads one row after another; ``problems`` grows along the way."""

    def __init__(self, columns: Columns, mapping: Mapping, time_form: str) -> None:
        self.columns, self.mapping, self.time_form = columns, mapping, time_form
        self.problems: list[Problem] = []

    def read(self, number: int, cells: Sequence[Cell]) -> StaffRow:
        """The row as far as it can be understood."""
        form, own = self.mapping.dates, self.mapping.values
        said: dict[str, Any] = {
            "row": number,
            "says_end": "ended_on" in self.columns,
            "says_birth": "birth" in self.columns,
        }
        said |= self._names(number, cells)
        readers: dict[str, Callable[[Cell], Any]] = {
            "work_email": read_email,
            "private_email": read_email,
            "language": lambda cell: read_word("language", cell, own.get("language", {})),
            "gender": lambda cell: read_word("gender", cell, own.get("gender", {})),
            "contract": lambda cell: read_word("contract", cell, own.get("contract", {})),
            "working_time": lambda cell: read_working_time(cell, self.time_form, self.mapping),
            "started_on": lambda cell: read_date(cell, form),
            "ended_on": lambda cell: read_date(cell, form),
        }
        for column in ("employee_number", "title", "manager", "job_family"):
            said[column] = self._text(number, cells, column)
        for column, read in readers.items():
            said[column] = self._value(number, cells, column, read)
        said["unit"] = self._unit(number, cells)
        said["birth_year"] = self._value(number, cells, "birth", lambda cell: read_birth_year(cell, form))
        self._check(number, cells, said)
        known = {one.name for one in fields(StaffRow)}
        return StaffRow(**{name: value for name, value in said.items() if name in known and value is not None})

    def _text(self, number: int, cells: Sequence[Cell], column: str) -> str | None:
        if column not in self.columns:
            return None
        written = self._cell(cells, column)
        if len(written) > LIMITS.get(column, 200):
            self._blame(number, cells, column, CellFault("too_long", limit=LIMITS.get(column, 200)))
        return written

    def _value(self, number: int, cells: Sequence[Cell], column: str, read: Callable[[Cell], Any]) -> Any:
        if column not in self.columns:
            return None
        if not self._cell(cells, column):
            return "" if column in ("work_email", "private_email", "gender", "contract") else None
        try:
            return read(cells[self.columns.places[column][0]])
        except CellFault as fault:
            self._blame(number, cells, column, fault)
            return None

    def _names(self, number: int, cells: Sequence[Cell]) -> dict[str, str | None]:
        if "first_name" in self.columns and "last_name" in self.columns:
            return {part: self._text(number, cells, part) for part in ("first_name", "last_name")}
        whole = self._text(number, cells, "name") or ""
        if "," in whole:
            last, _comma, first = whole.partition(",")
        elif self.mapping.names == "last first":
            last, _blank, first = whole.rpartition(" ")
        else:
            first, _blank, last = whole.partition(" ")
        return {"name": whole, "first_name": first.strip(), "last_name": last.strip()}

    def _unit(self, number: int, cells: Sequence[Cell]) -> tuple[str, ...]:
        levels = [self._at(cells, place) for place in self.columns.places.get("unit", ())]
        path = tuple(name for level in levels for name in _PATH.split(level) if name)
        if any(len(name) > LIMITS["unit"] for name in path):
            self._blame(number, cells, "unit", CellFault("too_long", limit=LIMITS["unit"]))
        return path

    def _check(self, number: int, cells: Sequence[Cell], said: dict[str, Any]) -> None:
        named = ("name",) if "name" in said else ("first_name", "last_name")
        for column in ("employee_number", *named, "unit", "started_on"):
            if column in self.columns and not self._cell(cells, column):
                self._blame(number, cells, column, CellFault("empty"))
        starts, ends, born = said["started_on"], said["ended_on"], said["birth_year"]
        if starts and ends and ends < starts:
            self._blame(number, cells, "ended_on", CellFault("end_before_start", other=starts.isoformat()))
        if starts and born and not _YOUNGEST <= starts.year - born <= _OLDEST:
            self._blame(number, cells, "birth", CellFault("birth_year", other=starts.isoformat()))

    def _cell(self, cells: Sequence[Cell], column: str) -> str:
        return " / ".join(filter(None, (self._at(cells, place) for place in self.columns.places.get(column, ()))))

    def _at(self, cells: Sequence[Cell], place: int) -> str:
        written = text(cells[place]) if place < len(cells) else ""
        return "" if written.casefold() in self.mapping.missing else written

    def _blame(self, number: int, cells: Sequence[Cell], column: str, fault: CellFault) -> None:
        value = self._cell(cells, column)
        self.problems.append(Problem(number, self.columns.called(column), value, fault.code, fault.details))
