"""A list of reference figures (CSV or spreadsheet): bytes in, rows and problems out. Knows no database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.reference.vocabulary import (
    COLUMN_LABELS,
    FEWEST_PEOPLE,
    KIND_WORDS,
    NAMES,
    REQUIRED,
    RULES,
    ReferenceKind,
    Value,
)
from uitzicht.people import list_file
from uitzicht.people.staff_file.columns import plain
from uitzicht.people.staff_file.table import Cell, Table, read_table, text

MOST_ROWS = 500
LONGEST = {"source": 120, "about": 120, "note": 300}
MEAN = "mean"
Asked = Mapping[str, tuple[str, tuple[str, ...]]]
"""Question key -> type and items, as releases ask them."""


@dataclass(frozen=True, slots=True)
class Row:
    """``row``: its number in the file."""

    row: int
    kind: str
    source: str
    year: int
    about: str
    note: str
    value: Value


class Problem(list_file.Problem):
    rules = RULES


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """Nothing of a file with problems is imported."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


class _Fault(ValueError):
    def __init__(self, column: str, code: str, **details: object) -> None:
        super().__init__(code)
        self.column, self.code, self.details = column, code, details


def read_references(content: bytes, *, asked: Asked, this_year: int) -> ReferenceFile:
    """``Refusal`` when the file itself cannot be read; the first problem of every row is collected."""
    table = _table(content)
    places, problems = list_file.find_columns(table.header, NAMES, REQUIRED, COLUMN_LABELS, Problem)
    if problems:
        return ReferenceFile((), tuple(problems))
    rows: list[Row] = []
    seen: dict[object, int] = {}
    for number, cells in table.rows:
        said = {column: cells[place] if place < len(cells) else None for column, place in places.items()}
        try:
            row = _row(number, said, asked, this_year)
            mark = (row.kind, row.source, row.year, row.value.question, row.value.item)
            if seen.setdefault(mark, number) != number:
                raise _Fault("question", "twice", other=seen[mark])
            rows.append(row)
        except _Fault as fault:
            column = table.header[places[fault.column]] if fault.column in places else COLUMN_LABELS[fault.column]
            problems.append(Problem(number, column, text(said.get(fault.column)), fault.code, fault.details))
    return ReferenceFile(tuple(rows), tuple(problems))


def _table(content: bytes) -> Table:
    try:
        table = read_table(content)
    except Refusal as refusal:
        if refusal.code != "staff.file_empty":
            raise
        raise Refusal(
            "reference.file_empty",
            _("The file holds no rows. Its first row names the columns, each further row is one figure."),
        ) from refusal
    if len(table.rows) > MOST_ROWS:
        raise Refusal(
            "reference.file_too_long",
            _("The file has more than {most} rows. Figures of elsewhere are aggregates; split the file if they are."),
            most=MOST_ROWS,
        )
    return table


def _row(number: int, said: Mapping[str, Cell], asked: Asked, this_year: int) -> Row:
    kind = KIND_WORDS.get(plain(text(said["kind"])), "")
    if not kind:
        raise _Fault("kind", "kind")
    source, about, note = (_words(said, column) for column in LONGEST)
    if not source:
        raise _Fault("source", "empty")
    year = _whole(said, "year", "year")
    if not 1990 <= year <= this_year:
        raise _Fault("year", "year")
    value = _value(said, asked)
    if kind == ReferenceKind.STAYERS and value.base < FEWEST_PEOPLE:
        raise _Fault("base", "too_few", limit=FEWEST_PEOPLE)
    return Row(number, kind, source, year, about, note, value)


def _value(said: Mapping[str, Cell], asked: Asked) -> Value:
    question = text(said["question"]).casefold()
    if question not in asked:
        raise _Fault("question", "question", known=", ".join(asked))
    form, items = asked[question]
    base = _whole(said, "base", "number")
    filled = [column for column in ("share", "count", "mean") if text(said.get(column))]
    if form == "score":
        return Value(question, MEAN, None, _mean(said, filled), base, _spread(said))
    item = text(said.get("item")).casefold()
    if item not in items:
        raise _Fault("item", "item", known=", ".join(items))
    if len(filled) != 1 or filled == ["mean"]:
        raise _Fault("share", "value", known=str(COLUMN_LABELS["share"]))
    return Value(question, item, _share(said) if filled == ["share"] else _counted(said, base), None, base)


def _mean(said: Mapping[str, Cell], filled: list[str]) -> float:
    if filled != ["mean"]:
        raise _Fault("mean", "value", known=str(COLUMN_LABELS["mean"]))
    return _between(said, "mean", 1, 5)


def _spread(said: Mapping[str, Cell]) -> float | None:
    if not text(said.get("spread")):
        return None
    found = _between(said, "spread", 0, 2)
    if not found:
        raise _Fault("spread", "spread")
    return found


def _share(said: Mapping[str, Cell]) -> float:
    written = text(said["share"])
    if written.endswith("%"):
        return _between({"share": written.rstrip("% \u00a0")}, "share", 0, 100) / 100
    return _between(said, "share", 0, 1)


def _counted(said: Mapping[str, Cell], base: int) -> float:
    count = _whole(said, "count", "number", least=0)
    if count > base:
        raise _Fault("count", "count")
    return count / base


def _between(said: Mapping[str, Cell], column: str, low: float, high: float) -> float:
    found = _number(said, column, column, float)
    if not low <= found <= high:
        raise _Fault(column, column)
    return found


def _whole(said: Mapping[str, Cell], column: str, code: str, least: int = 1) -> int:
    found = int(_number(said, column, code, int))
    if found < least:
        raise _Fault(column, code)
    return found


def _number(said: Mapping[str, Cell], column: str, code: str, make: Callable[[str], float]) -> float:
    written = text(said.get(column)).replace(",", ".").replace(" ", "")
    if not written:
        raise _Fault(column, "empty")
    try:
        return make(written)
    except ValueError:
        raise _Fault(column, code) from None


def _words(said: Mapping[str, Cell], column: str) -> str:
    found = text(said.get(column))
    if len(found) > LONGEST[column]:
        raise _Fault(column, "too_long", limit=LONGEST[column])
    return found
