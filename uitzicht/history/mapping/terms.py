"""A mapping as values: how the columns of one survey say what the product means. Plain data, no file, no clock."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Protocol

from uitzicht.history.vocabulary import HIGH, LOW, MIDDLE, same

Labels = Table[str, str]
"""One text per language code."""

Value = str | int
NO_ANSWER = ""
"""What a cell means that is known to hold no answer. `None` is another thing: a value the mapping does not know."""


YES, NO = "yes", "no"
"""What a tick box says."""


class Code(Protocol):
    """From the text of a cell to a product term. `exact`: the texts that are declared one by one."""

    @property
    def exact(self) -> Table[str, Value]: ...

    def get(self, cell: str) -> Value | None: ...


@dataclass(frozen=True)
class ValueMap:
    """`exact` first, then the longest prefix ("Resignation-*"). Keys are in the form of `vocabulary.same`."""

    exact: Table[str, Value]
    prefixes: tuple[tuple[str, Value], ...] = ()

    def get(self, cell: str) -> Value | None:
        if cell in self.exact:
            return self.exact[cell]
        return next((value for prefix, value in self.prefixes if cell.startswith(prefix)), None)

    @property
    def values(self) -> tuple[Value, ...]:
        return tuple(dict.fromkeys([*self.exact.values(), *(value for _, value in self.prefixes)]))


@dataclass(frozen=True)
class Linear:
    """A numeric scale from `worst` to `best`, drawn out to 1..5 and rounded half up to a whole point."""

    worst: Decimal
    best: Decimal
    exact: Table[str, Value] = field(default_factory=dict)

    def get(self, cell: str) -> Value | None:
        number = as_number(cell)
        if number is None or not min(self.worst, self.best) <= number <= max(self.worst, self.best):
            return None
        return int(1 + 4 * (number - self.worst) / (self.best - self.worst) + Decimal("0.5"))


@dataclass(frozen=True)
class RecommendClasses:
    """0-10 in three classes: 0-6 low, 7-8 middle, 9-10 high."""

    exact: Table[str, Value] = field(default_factory=dict)

    def get(self, cell: str) -> Value | None:
        number = as_number(cell)
        if number is None or number != int(number) or not 0 <= number <= 10:
            return None
        return LOW if number <= 6 else MIDDLE if number <= 8 else HIGH


def as_number(cell: str) -> Decimal | None:
    """A number with a decimal point or comma, or None."""
    try:
        number = Decimal(cell.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@dataclass(frozen=True)
class Coded:
    """One column with its codes. A text that is declared by itself wins over the ways in which missing is written; these
    win over what a beginning (`*`) or a numeric scale would catch."""

    column: str
    code: Code
    missing: frozenset[str]

    def read(self, cell: str) -> Value | None:
        """The term; `NO_ANSWER` where the cell says so or is missing; None where the value is unknown."""
        return NO_ANSWER if self.is_missing(cell) else self.code.get(same(cell))

    def is_missing(self, cell: str) -> bool:
        text = same(cell)
        return text in self.missing and text not in self.code.exact


@dataclass(frozen=True)
class DateColumn:
    """One column of dates, in `forms`; what lies outside [earliest, latest] cannot be."""

    column: str
    forms: tuple[str, ...]
    missing: frozenset[str]
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class YearsColumn:
    """An attribute counted in full years, to be put into bands: a number, a date of birth (`born`), or for tenure the
    time between the two dates (no `column`)."""

    column: str | None
    bands: tuple[str, ...]
    missing: frozenset[str]
    born: DateColumn | None = None


Attribute = Coded | YearsColumn


@dataclass(frozen=True)
class UnitPath:
    """The unit from the top down: `columns`, or one column cut at `separator`. `names`: what a name should be instead;
    "" leaves that level out."""

    columns: tuple[str, ...]
    separator: str | None
    missing: Table[str, frozenset[str]]
    names: Table[str, str]


@dataclass(frozen=True)
class Item:
    """A closed question."""

    key: str
    answer: Coded
    labels: Labels


@dataclass(frozen=True)
class Tick:
    """A tick box: its column and what ticking it means. `answer` reads "yes", "no", `NO_ANSWER` or None (unknown)."""

    answer: Coded
    reason: str


@dataclass(frozen=True)
class Separated:
    """Several reasons in one cell."""

    answer: Coded
    separator: str


@dataclass(frozen=True)
class Reasons:
    """Why people left. `ranked`: first, second ... reason, a column each; `ranks`: a column for each reason, holding
    its rank (1 = first). `own`: labels of reasons that only this survey knows."""

    ticks: tuple[Tick, ...] = ()
    separated: Separated | None = None
    ranked: tuple[Coded, ...] = ()
    ranks: tuple[Tick, ...] = ()
    own: Table[str, Labels] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every reason that this survey can name, in the order of the mapping."""
        coded = [*([self.separated.answer] if self.separated else []), *self.ranked]
        maps = [c.code for c in coded if isinstance(c.code, ValueMap)]
        named = [
            *(t.reason for t in (*self.ticks, *self.ranks)),
            *(str(v) for m in maps for v in m.values if v != NO_ANSWER),
        ]
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True)
class SourceFile:
    """How the file is written; what is None is found out."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int = 1
    first_row: int = 2


@dataclass(frozen=True)
class Mapping:
    """A whole mapping file. `text` is the file as it was read, kept with what it imports."""

    id: str
    name: str
    text: str
    file: SourceFile
    id_column: str | None
    kind: Coded
    left_on: DateColumn | None
    started_on: DateColumn | None
    unit: UnitPath | None
    attributes: Table[str, Attribute]
    items: tuple[Item, ...]
    reasons: Reasons | None
    ignored: Table[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the mapping reads."""
        dates = [term.column for term in (self.left_on, self.started_on) if term]
        units = self.unit.columns if self.unit else ()
        named = [self.kind.column, *dates, *units, *(a.column for a in self.attributes.values() if a.column)]
        named += [item.answer.column for item in self.items]
        if (reasons := self.reasons) is not None:
            named += [tick.answer.column for tick in (*reasons.ticks, *reasons.ranks)]
            named += [reasons.separated.answer.column] if reasons.separated else []
            named += [coded.column for coded in reasons.ranked]
        return tuple(dict.fromkeys([*([self.id_column] if self.id_column else []), *named]))
