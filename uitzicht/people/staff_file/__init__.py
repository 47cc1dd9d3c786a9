"""Reading a staff list from the HR system: bytes in, rows and problems out. Knows no database."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from uitzicht.people.staff_file.columns import Columns, find_columns
from uitzicht.people.staff_file.mapping import Mapping, load_mapping
from uitzicht.people.staff_file.problems import RULES, Problem
from uitzicht.people.staff_file.rows import RowReader, StaffRow
from uitzicht.people.staff_file.table import Table, read_table
from uitzicht.people.staff_file.working_time import time_form

__all__ = ["RULES", "Mapping", "Problem", "StaffFile", "StaffRow", "load_mapping", "read_staff"]


@dataclass(frozen=True)
class StaffFile:
    """``columns``: product column -> name in the file. ``ignored``: columns that mean nothing here.
    ``working_time``: how that column was read ("" when there is none)."""

    rows: tuple[StaffRow, ...]
    problems: tuple[Problem, ...]
    columns: dict[str, str]
    ignored: tuple[str, ...]
    working_time: str


def read_staff(source: Path | str | bytes, mapping: Mapping | None = None) -> StaffFile:
    """Read a staff list (CSV or spreadsheet) from a path or its content; ``Refusal`` when the file itself cannot be read.

    A problem of one cell never hides another: all of them are collected, and such a file is never applied.
    """
    mapping = mapping or Mapping()
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    table = read_table(content, sheet=mapping.sheet)
    columns = find_columns(table.header, mapping)
    called = {column: columns.called(column) for column in columns.places}
    if columns.problems:
        return StaffFile((), tuple(columns.problems), called, columns.ignored, "")
    form = _time_form(columns, table, mapping)
    reader = RowReader(columns, mapping, form)
    rows = tuple(reader.read(number, cells) for number, cells in table.rows)
    problems = [*reader.problems, *_doubles(rows, columns)]
    return StaffFile(rows, tuple(sorted(problems, key=lambda one: one.row)), called, columns.ignored, form)


def _time_form(columns: Columns, table: Table, mapping: Mapping) -> str:
    if "working_time" not in columns:
        return ""
    place = columns.places["working_time"][0]
    cells = [cells[place] for _number, cells in table.rows if place < len(cells)]
    return time_form(columns.called("working_time"), cells, mapping)


def _doubles(rows: tuple[StaffRow, ...], columns: Columns) -> list[Problem]:
    counts = Counter(row.employee_number for row in rows if row.employee_number)
    first: dict[str, int] = {}
    problems = []
    for row in rows:
        number = row.employee_number
        if counts[number] > 1 and first.setdefault(number, row.row) != row.row:
            called = columns.called("employee_number")
            problems.append(Problem(row.row, called, number, "number_twice", {"other": first[number]}))
    return problems
