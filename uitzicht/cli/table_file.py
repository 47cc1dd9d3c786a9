"""Reading the CSV of ``uitzicht tables protect``: every oddity with its row, column, value and rule. Nothing is guessed."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from uitzicht.core.disclosure.suppression import Dimension, SensitiveTable
from uitzicht.core.refusal import Refusal

MOST_CELLS = 400_000
MOST_PEOPLE = 10_000_000
Path = tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """``by``: for each dimension the names of its columns from high to low."""

    people: str
    count: str
    by: tuple[Path, ...]
    answer: str | None


@dataclass(frozen=True)
class Problem:
    row: int
    column: str
    value: str
    rule: str


@dataclass(frozen=True)
class Read:
    """``table`` is None when there are problems."""

    table: SensitiveTable | None
    problems: list[Problem]


@dataclass(frozen=True)
class Row:
    number: int
    place: tuple[Path, ...]
    people: int
    count: int = field(repr=False)


def read_table(content: bytes, columns: Columns, *, reserved: str) -> Read:
    """UTF-8, comma, semicolon or tab. ``reserved``: the word for totals, which no row may be called.

    Refuses a file that cannot be read, lacks a column, or spans too many cells.
    """
    header, lines = _lines(content)
    _ensure_columns(header, columns)
    problems: list[Problem] = []
    rows = []
    for number, cells in lines:
        if any(cells[len(header) :]):
            problems.append(Problem(number, "", "", "has more cells than the first row has columns."))
        elif row := _row(number, dict(zip(header, cells, strict=False)), columns, reserved, problems):
            rows.append(row)
    if not problems:
        problems += [*_repeated(rows, columns), *(_wrong_answers(rows, columns) if columns.answer else ())]
    return Read(None if problems else _table(rows, columns), problems)


def _lines(content: bytes) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("tables.not_utf8", "The file is not text in UTF-8: save it as CSV in UTF-8.") from error
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    try:
        grid = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise Refusal("tables.broken", "The file breaks off inside a cell: save it again.") from error
    filled = [(number, [cell.strip() for cell in row]) for number, row in enumerate(grid, start=1) if any(row)]
    if len(filled) < 2:
        raise Refusal(
            "tables.empty", "The file holds no cells: its first row names the columns, each further one is a cell."
        )
    return filled[0][1], filled[1:]


def _ensure_columns(header: Sequence[str], columns: Columns) -> None:
    named = [columns.people, columns.count, *(name for levels in columns.by for name in levels)]
    for name in named:
        if header.count(name) != 1:
            raise Refusal(
                "tables.column",
                "The file has no column {name}, or has it twice. It has: {header}.",
                name=repr(name),
                header=", ".join(header),
            )
    if len(set(named)) < len(named):
        raise Refusal("tables.column_twice", "A column is named twice: each has one part in the table.")
    if columns.answer and (columns.answer,) not in columns.by:
        raise Refusal(
            "tables.answer", "--answer {name} is not a dimension of one column: add --by {name}.", name=columns.answer
        )


def _row(number: int, cells: dict[str, str], columns: Columns, reserved: str, problems: list[Problem]) -> Row | None:
    before = len(problems)
    for levels in columns.by:
        for name in levels:
            if not cells.get(name):
                problems.append(Problem(number, name, "", "is empty: every cell has its place."))
            elif cells[name] == reserved:
                problems.append(Problem(number, name, reserved, "is a total: leave totals out, they are added."))
    people, count = (_whole(number, name, cells.get(name, ""), problems) for name in (columns.people, columns.count))
    if count > people and len(problems) == before:
        problems.append(Problem(number, columns.count, str(count), "is more than the number of people."))
    place = tuple(tuple(cells.get(name, "") for name in levels) for levels in columns.by)
    return Row(number, place, people, count) if len(problems) == before else None


def _whole(number: int, column: str, value: str, problems: list[Problem]) -> int:
    if value.isascii() and value.isdigit() and len(value) < 12 and int(value) <= MOST_PEOPLE:
        return int(value)
    problems.append(Problem(number, column, value, f"is not a whole number from 0 to {MOST_PEOPLE}."))
    return 0


def _repeated(rows: Sequence[Row], columns: Columns) -> Iterator[Problem]:
    seen: dict[tuple[Path, ...], int] = {}
    for row in rows:
        if row.place in seen:
            place = " / ".join(" > ".join(path) for path in row.place)
            names = ", ".join(">".join(levels) for levels in columns.by)
            yield Problem(row.number, names, place, f"is a cell that row {seen[row.place]} has already.")
        seen.setdefault(row.place, row.number)


def _wrong_answers(rows: Sequence[Row], columns: Columns) -> Iterator[Problem]:
    """With a dimension of answers the counts of a group of people sum to their number, which each row repeats."""
    axis = columns.by.index((columns.answer or "",))
    groups: dict[tuple[Path, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(row.place[:axis] + row.place[axis + 1 :], []).append(row)
    for members in groups.values():
        first = members[0]
        for row in members:
            if row.people != first.people:
                yield Problem(
                    row.number, columns.people, str(row.people), f"differs from row {first.number}, the same people."
                )
        if sum(row.count for row in members) != first.people:
            yield Problem(
                first.number, columns.count, "", "and the other answers of these people do not sum to their number."
            )


def _table(rows: Sequence[Row], columns: Columns) -> SensitiveTable:
    dimensions = tuple(
        Dimension(">".join(levels), tuple(dict.fromkeys(row.place[axis] for row in rows)), levels == (columns.answer,))
        for axis, levels in enumerate(columns.by)
    )
    if np.prod([len(dimension.nodes) for dimension in dimensions], dtype=float) > MOST_CELLS:
        raise Refusal(
            "tables.too_large",
            "The table would have more than {most} cells. Use fewer or larger rows.",
            most=MOST_CELLS,
        )
    shape = tuple(len(dimension.leaves) for dimension in dimensions)
    people, count = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    positions = [{leaf: number for number, leaf in enumerate(dimension.leaves)} for dimension in dimensions]
    answers = next((axis for axis, dimension in enumerate(dimensions) if dimension.is_answer), None)
    for row in rows:
        place: list[int | slice] = [known[path] for known, path in zip(positions, row.place, strict=True)]
        count[tuple(place)] = row.count
        if answers is not None:
            place[answers] = slice(None)
        people[tuple(place)] = row.people
    return SensitiveTable(dimensions, people, count)
