"""A list of what was handed out (CSV or spreadsheet): bytes in, rows and problems out. Knows no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.offboarding.property_words import NAMES, WORDS
from uitzicht.offboarding.vocabulary import PropertyKind
from uitzicht.people import list_file
from uitzicht.people.staff_file.columns import plain
from uitzicht.people.staff_file.problems import CellFault
from uitzicht.people.staff_file.table import Cell, Table, read_table, text
from uitzicht.people.staff_file.values import read_date

LONGEST_LABEL = 120
DATE_FORM = "DD/MM/YYYY"
REQUIRED = ("employee_number", "kind")
COLUMN_LABELS = {
    "employee_number": _("employee number"),
    "kind": _("kind of thing"),
    "label": _("label or serial number"),
    "handed_out_on": _("handed out on"),
}
_KIND = {word: kind.value for kind, words in WORDS.items() for word in (*words, kind.value)}

# code -> (the rule, what to do)
RULES = {
    **list_file.OF_EVERY_LIST,
    "person_unknown": (
        _("Nobody on the staff list has this employee number."),
        _("Correct the number, or import the staff list first."),
    ),
    "kind": (_("This kind is not known here. Known are: {known}."), _("Use one of these words.")),
    "date_form": (_("This is not a date in the form {form}."), _("Write the date in that form, or leave it empty.")),
    "twice": (
        _("The same thing stands in row {other} for the same person."),
        _("Take one of the two rows out, or give each its own label."),
    ),
    "out_already": (
        _("This person holds this thing already, as the register says."),
        _("Take the row out, or correct the label."),
    ),
}


@dataclass(frozen=True, slots=True)
class PropertyRow:
    row: int
    employee_number: str
    kind: str
    label: str
    on: date | None

    @property
    def kind_label(self) -> str:
        return str(PropertyKind(self.kind).label)


class Problem(list_file.Problem):
    rules = RULES


@dataclass(frozen=True, slots=True)
class PropertyFile:
    """Nothing of a file with problems is imported. ``ignored``: columns that mean nothing here."""

    rows: tuple[PropertyRow, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...] = ()


def read_property(content: bytes, *, people: frozenset[str], out: frozenset[tuple[str, str, str]]) -> PropertyFile:
    """``people``: known employee numbers. ``out``: (number, kind, label) of what is out already. ``Refusal`` when the file
    itself cannot be read; every problem of a cell is collected."""
    table = _table(content)
    places, problems = list_file.find_columns(
        table.header,
        {column: (*said, column.replace("_", " ")) for column, said in NAMES.items()},
        REQUIRED,
        COLUMN_LABELS,
        Problem,
    )
    ignored = tuple(name for place, name in enumerate(table.header) if name and place not in places.values())
    if problems:
        return PropertyFile((), tuple(problems), ignored)
    reader = _Reader(table.header, places, people, out)
    rows = tuple(reader.read(number, cells) for number, cells in table.rows)
    return PropertyFile(rows, tuple(reader.problems), ignored)


def file_has_problems() -> object:
    return _("The list has {count} errors, so nothing is imported. Correct them in the file and choose it again.")


def _table(content: bytes) -> Table:
    try:
        return read_table(content)
    except Refusal as refusal:
        if refusal.code != "staff.file_empty":
            raise
        raise Refusal(
            "property.file_empty",
            _("The file holds no rows. Its first row names the columns, each further row is one thing."),
        ) from refusal


class _Reader:
    """Reads rows one by one and keeps what is wrong in them."""

    def __init__(
        self,
        header: Sequence[str],
        places: Mapping[str, int],
        people: frozenset[str],
        out: frozenset[tuple[str, str, str]],
    ) -> None:
        self._header, self._places, self._people, self._out = header, places, people, out
        self._seen: dict[tuple[str, str, str], int] = {}
        self.problems: list[Problem] = []

    def read(self, number: int, cells: Sequence[Cell]) -> PropertyRow:
        whose = text(self._cell("employee_number", cells))
        kind = _KIND.get(plain(text(self._cell("kind", cells))), "")
        label = text(self._cell("label", cells))
        self._judge_number(number, whose)
        self._judge_kind(number, text(self._cell("kind", cells)), kind)
        if len(label) > LONGEST_LABEL:
            self._fault(number, "label", label, "too_long", limit=LONGEST_LABEL)
        self._judge_thing(number, (whose, kind, label))
        return PropertyRow(number, whose, kind, label, self._day(number, self._cell("handed_out_on", cells)))

    def _judge_number(self, number: int, whose: str) -> None:
        if not whose:
            self._fault(number, "employee_number", "", "empty")
        elif whose not in self._people:
            self._fault(number, "employee_number", whose, "person_unknown")

    def _judge_kind(self, number: int, said: str, kind: str) -> None:
        if not said:
            self._fault(number, "kind", "", "empty")
        elif not kind:
            self._fault(number, "kind", said, "kind", known=", ".join(str(one.label) for one in PropertyKind))

    def _judge_thing(self, number: int, thing: tuple[str, str, str]) -> None:
        """Only what has a label can be told apart."""
        if not thing[2]:
            return
        if thing in self._out:
            self._fault(number, "label", thing[2], "out_already")
        elif self._seen.setdefault(thing, number) != number:
            self._fault(number, "label", thing[2], "twice", other=self._seen[thing])

    def _day(self, number: int, cell: Cell) -> date | None:
        if not text(cell):
            return None
        try:
            return read_date(cell, DATE_FORM)
        except CellFault as fault:
            self._fault(number, "handed_out_on", text(cell), "date_form", **fault.details)
            return None

    def _cell(self, column: str, cells: Sequence[Cell]) -> Cell:
        place = self._places.get(column)
        return cells[place] if place is not None and place < len(cells) else None

    def _fault(self, number: int, column: str, value: str, code: str, **details: object) -> None:
        name = self._header[self._places[column]]
        self.problems.append(Problem(number, name, value, code, details))
