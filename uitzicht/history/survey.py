"""A whole survey, read through its mapping: records, oddities and what was not used."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from uitzicht.core.refusal import Refusal
from uitzicht.history.mapping.section import close_to
from uitzicht.history.mapping.terms import NO_ANSWER, Mapping
from uitzicht.history.oddities import Oddity, Rule
from uitzicht.history.reading import Grid, Row
from uitzicht.history.reasons import read_reasons
from uitzicht.history.rows import (
    Answer,
    Cells,
    ExitRecord,
    read_age_band,
    read_attribute,
    read_kind,
    read_path,
    read_stay,
    read_tenure_band,
)
from uitzicht.history.vocabulary import ATTRIBUTES, plain, same

Progress = Callable[[str, int, int], None]
"""Told (step, done, total)."""
STEP = 500


@dataclass(frozen=True)
class Reading:
    """What was read. `missing`: column -> rows in which it holds no answer. `unmapped`: columns that the mapping
    neither reads nor ignores."""

    rows: int
    records: tuple[ExitRecord, ...]
    oddities: tuple[Oddity, ...]
    missing: Table[str, int]
    unmapped: tuple[str, ...]


def read_survey(
    grid: Grid, *, mapping: Mapping, today: date, drop_duplicates: bool = False, progress: Progress | None = None
) -> Reading:
    """Read every row. A cell that is not sound makes that answer missing, not the row. Raises `Refusal` where a column
    that the mapping reads is absent."""
    ensure_columns(grid, mapping)
    places = {column: place for place, column in enumerate(grid.header)}
    repeats = _repeats(grid, mapping)
    records, oddities, missing = [], [], Counter[str]()
    for done, row in enumerate(grid.rows, start=1):
        cells = Cells(row, places)
        record = _usable(cells, repeats.get(row.number), drop_duplicates, len(grid.header))
        if record and (found := read_record(cells, mapping, today)):
            records.append(found)
            missing.update(cells.missing)
        oddities += cells.oddities
        if progress and (done % STEP == 0 or done == len(grid.rows)):
            progress(_("reading rows"), done, len(grid.rows))
    return Reading(len(grid.rows), tuple(records), tuple(oddities), missing, unmapped_columns(grid, mapping))


def ensure_columns(grid: Grid, mapping: Mapping) -> None:
    absent = [column for column in mapping.columns if plain(column) not in grid.header]
    if not absent:
        return
    named = ", ".join(f"“{column}”{close_to(plain(column), grid.header)}" for column in absent)
    raise Refusal(
        "history.missing_columns",
        _("The file has no column {columns} Correct the mapping, or header_row and delimiter under [file]."),
        columns=named if named.endswith("?") else named + ".",
    )


def unmapped_columns(grid: Grid, mapping: Mapping) -> tuple[str, ...]:
    """Columns that nobody decided about. A name under [ignored] that ends in `*` stands for all that begin so."""
    decided = {plain(column) for column in (*mapping.columns, *mapping.ignored)}
    beginnings = tuple(plain(column.removesuffix("*")) for column in mapping.ignored if column.endswith("*"))
    return tuple(c for c in grid.header if c not in decided and not (beginnings and c.startswith(beginnings)))


def read_record(cells: Cells, mapping: Mapping, today: date) -> ExitRecord | None:
    """One past exit, or None where the row cannot be used."""
    if not (kind := read_kind(cells, mapping)):
        return None
    stay = read_stay(cells, mapping, today)
    bands = {"age_band": read_age_band, "tenure_band": read_tenure_band}
    attributes = {
        name: bands.get(name, read_attribute)(cells, mapping.attributes.get(name), stay) for name in ATTRIBUTES
    }
    return ExitRecord(
        path=read_path(cells, mapping.unit),
        kind=kind,
        left_on=stay.left.last if stay.left else None,
        left_precision=stay.left.precision if stay.left else "",
        answers=_answers(cells, mapping),
        **attributes,
    )


def _answers(cells: Cells, mapping: Mapping) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for item in mapping.items:
        if (value := cells.read(item.answer)) != NO_ANSWER:
            answers[item.key] = value
    if mapping.reasons is not None:
        named, main = read_reasons(cells, mapping.reasons)
        answers |= {"reasons": named} if named is not None else {}
        answers |= {"main_reason": main} if main is not None else {}
    return answers


def _usable(cells: Cells, repeat: "Repeat | None", drop_duplicates: bool, width: int) -> bool:
    if repeat is not None:
        rule = repeat.rule if not (repeat.of_all and drop_duplicates) else Rule.DUPLICATE_DROPPED
        cells.note(rule, value=_("like row {row}").format(row=repeat.earlier))
        if rule is Rule.DUPLICATE_DROPPED:
            return False
    if cells.row.given > width:
        cells.note(Rule.EXTRA_CELLS, value=str(cells.row.given))
        return False
    if cells.row.given < width:
        cells.note(Rule.SHORT_ROW, value=str(cells.row.given))
    return True


@dataclass(frozen=True)
class Repeat:
    """A row that says the same as an earlier one, in everything (`of_all`) or only in its number."""

    earlier: int
    of_all: bool

    @property
    def rule(self) -> Rule:
        return Rule.LIKELY_DUPLICATE if self.of_all else Rule.REPEATED_ID


def _repeats(grid: Grid, mapping: Mapping) -> dict[int, Repeat]:
    """Row number -> which earlier row it repeats. The columns that the mapping does not read are compared too."""
    place = grid.header.index(plain(mapping.id_column)) if mapping.id_column else None
    seen: dict[tuple[str, ...], int] = {}
    numbers: dict[str, int] = {}
    repeats: dict[int, Repeat] = {}
    for row in grid.rows:
        number, rest = _split(row, place)
        if (earlier := seen.setdefault(rest, row.number)) != row.number:
            repeats[row.number] = Repeat(earlier, of_all=True)
        elif number and (earlier := numbers.setdefault(number, row.number)) != row.number:
            repeats[row.number] = Repeat(earlier, of_all=False)
    return repeats


def _split(row: Row, place: int | None) -> tuple[str, tuple[str, ...]]:
    cells = tuple(map(same, row.cells))
    return ("", cells) if place is None else (cells[place], cells[:place] + cells[place + 1 :])
