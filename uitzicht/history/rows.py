"""One row of a survey, read through its mapping."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import date

from uitzicht.history.dates import NoSuchDay, PastDate, UnknownForm, read_date
from uitzicht.history.mapping.terms import (
    NO_ANSWER,
    Attribute,
    Coded,
    DateColumn,
    Mapping,
    UnitPath,
    Value,
    YearsColumn,
    as_number,
)
from uitzicht.history.oddities import Oddity, Rule
from uitzicht.history.reading import Row
from uitzicht.history.rules import BANDS, band_of, whole_years
from uitzicht.history.vocabulary import plain, same

Answer = list[str] | str | int


@dataclass(frozen=True)
class ExitRecord:
    """One past exit in the terms of the product; "" and None stand for what is not known.

    `left_on` is the latest day it can have been (`left_precision`: day, month, year, or "" where unknown), so that a
    rule that waits for the last day worked errs on the late side. `answers`: question key -> codes, code or score.
    """

    path: tuple[str, ...]
    kind: str
    left_on: date | None
    left_precision: str
    gender: str
    age_band: str
    tenure_band: str
    contract: str
    working_time: str
    answers: Table[str, Answer]


@dataclass
class Cells:
    """The cells of one row by column; what is odd about them gathers in `oddities`, what is missing in `missing`."""

    row: Row
    places: Table[str, int]
    oddities: list[Oddity] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def text(self, column: str) -> str:
        return self.row.cells[self.places[plain(column)]]

    def note(self, rule: Rule, column: str = "", value: str | None = None) -> None:
        shown = value if value is not None else self.text(column) if column else ""
        self.oddities.append(Oddity(self.row.number, column, shown, rule))

    def is_missing(self, column: str, missing: frozenset[str]) -> bool:
        if same(self.text(column)) not in missing:
            return False
        self.missing.add(column)
        return True

    def read(self, coded: Coded) -> Value:
        """The term, or `NO_ANSWER`; an unknown value is noted and is no answer."""
        value = coded.read(self.text(coded.column))
        if value is None:
            self.note(Rule.UNKNOWN_CODE, coded.column)
            return NO_ANSWER
        if value == NO_ANSWER:
            self.missing.add(coded.column)
        return value

    def read_date(self, term: DateColumn | None) -> PastDate | None:
        if term is None or self.is_missing(term.column, term.missing):
            return None
        try:
            found = read_date(self.text(term.column), term.forms, latest=term.latest or date.max)
        except UnknownForm:
            self.note(Rule.DATE_FORM, term.column)
            return None
        except NoSuchDay:
            found = None
        too_early = found and term.earliest and found.last < term.earliest
        if found is None or too_early or (term.latest and found.first > term.latest):
            self.note(Rule.DATE_IMPOSSIBLE, term.column)
            return None
        return found


def read_kind(cells: Cells, mapping: Mapping) -> str:
    """The kind of departure; without one the row cannot be used ("")."""
    column, kind = mapping.kind.column, mapping.kind.read(cells.text(mapping.kind.column))
    if mapping.kind.is_missing(cells.text(column)):
        cells.note(Rule.KIND_MISSING, column)
    elif kind is None:
        cells.note(Rule.KIND_UNKNOWN, column)
    elif kind == NO_ANSWER:
        cells.note(Rule.NOT_A_DEPARTURE, column)
    return str(kind or "")


def read_path(cells: Cells, unit: UnitPath | None) -> tuple[str, ...]:
    """The unit from the top down. It ends at the first level that is missing: what lies below has no known place."""
    if unit is None:
        return ()
    if unit.separator is not None:
        column = unit.columns[0]
        levels = [] if cells.is_missing(column, unit.missing[column]) else cells.text(column).split(unit.separator)
    else:
        levels = ["" if cells.is_missing(c, unit.missing[c]) else cells.text(c) for c in unit.columns]
    known = levels[: next((place for place, level in enumerate(levels) if not level.strip()), len(levels))]
    if any(level.strip() for level in levels[len(known) :]):
        deeper = next(place for place, level in enumerate(levels) if place > len(known) and level.strip())
        cells.note(Rule.UNIT_GAP, unit.columns[0 if unit.separator else deeper])
    named = (unit.names.get(same(level), plain(level)) for level in known)
    return tuple(name for name in named if name)


@dataclass(frozen=True)
class Stay:
    """When somebody started and left, as far as is known."""

    started: PastDate | None
    left: PastDate | None
    contradictory: bool

    @property
    def years(self) -> int | None:
        if self.started is None or self.left is None or self.contradictory:
            return None
        return whole_years(self.started, self.left)


def read_stay(cells: Cells, mapping: Mapping, today: date) -> Stay:
    started, left = cells.read_date(mapping.started_on), cells.read_date(mapping.left_on)
    contradictory = started is not None and left is not None and left.last < started.first
    if contradictory and mapping.left_on:
        cells.note(Rule.LEFT_BEFORE_STARTED, mapping.left_on.column)
    if left and mapping.left_on and left.first > today:
        cells.note(Rule.DATE_LATER, mapping.left_on.column)
    return Stay(started, left, contradictory)


def read_attribute(cells: Cells, attribute: Attribute | None, stay: Stay) -> str:
    """The term of an attribute that needs no counting of years."""
    return str(cells.read(attribute)) if isinstance(attribute, Coded) else ""


def read_age_band(cells: Cells, attribute: Attribute | None, stay: Stay) -> str:
    if not isinstance(attribute, YearsColumn):
        return read_attribute(cells, attribute, stay)
    years = _age(cells, attribute.born, stay) if attribute.born else _years(cells, attribute)
    return "" if years is None else band_of(years, attribute.bands, tenure=False)


def read_tenure_band(cells: Cells, attribute: Attribute | None, stay: Stay) -> str:
    """As the survey says it, else from the two dates; dates that contradict each other leave it unknown."""
    if stay.contradictory:
        return ""
    if isinstance(attribute, Coded):
        return read_attribute(cells, attribute, stay)
    years = _years(cells, attribute) if attribute and attribute.column else stay.years
    bands = attribute.bands if attribute else BANDS["tenure_band"]
    return "" if years is None else band_of(years, bands, tenure=True)


def _age(cells: Cells, born: DateColumn, stay: Stay) -> int | None:
    birth = cells.read_date(born)
    if birth is None or stay.left is None:
        return None
    if birth.first > stay.left.last:
        cells.note(Rule.DATE_IMPOSSIBLE, born.column)
        return None
    return whole_years(birth, stay.left)


def _years(cells: Cells, attribute: YearsColumn) -> int | None:
    column = attribute.column
    if column is None or cells.is_missing(column, attribute.missing):
        return None
    number = as_number(cells.text(column))
    if number is None or not 0 <= number < 100:
        cells.note(Rule.UNKNOWN_CODE, column)
        return None
    return int(number)
