"""What a displayed figure may stand for, as docs/contracts/release-document.md and the pages write it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

EDGE = Fraction(1, 10**6)
STEP = Fraction(1, 20)  # half of the tenth to which a mean is rounded


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included: people, or a mean from 1 to 5."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def holds(self, other: "Span", *, slack: Fraction = EDGE) -> bool:
        return self.low - slack <= other.low and other.high <= self.high + slack


def exactly(value: int | float | str | Fraction) -> Span:
    number = Fraction(str(value))
    return Span(number, number)


def added(spans: Sequence[Span]) -> Span:
    return Span(sum((span.low for span in spans), Fraction(0)), sum((span.high for span in spans), Fraction(0)))


def of_count(cell: Any, base: Span) -> Span | None:
    """A count of a document or a CSV file: 5, "<3", ">9", "4..7"; None for what is not shown. ValueError: anything else."""
    return _of(cell, Fraction(0), base.high, whole=True)


def of_mean(cell: Any) -> Span | None:
    """A mean in the same forms: 3.4, "<1.6364", ">4.3636", "3.0..3.4"."""
    return _of(cell, Fraction(1), Fraction(5), whole=False)


def sums(cell: Any, n: int) -> tuple[int, int] | None:
    """Least and greatest sum of ``n`` scores that would be displayed as this cell: means are rounded half up to 0.1."""
    if cell is None or n == 0:
        return None
    if not isinstance(cell, str):
        return _sum_from(_tenths(cell), n), _sum_from(_tenths(cell) + 1, n) - 1
    if cell[0] == "<":
        return n, ceil(Fraction(cell[1:]) * n) - 1
    if cell[0] == ">":
        return floor(Fraction(cell[1:]) * n) + 1, 5 * n
    low, _, high = cell.partition("..")
    return _sum_from(_tenths(low), n), _sum_from(_tenths(high) + 1, n) - 1


def read_count(text: str, base: Span) -> Span | None:
    """A count on a page in English: "12", "fewer than 3", "more than 61", "4 to 7"; None when it is no count."""
    match re.sub(r"(?<=\d),(?=\d{3})", "", text).split():
        case [number] if number.isdecimal():
            return exactly(number)
        case ["fewer", "than", limit] if limit.isdecimal():
            return Span(Fraction(0), Fraction(limit) - 1)
        case ["more", "than", limit] if limit.isdecimal():
            return Span(Fraction(limit) + 1, base.high)
        case [low, "to", high] if low.isdecimal() and high.isdecimal():
            return Span(Fraction(low), Fraction(high))
    return None


def read_mean(text: str) -> Span | None:
    """A mean on a page in English: "3.4", "below 1.7", "above 3.6", "3.0 to 3.4"; None when it is no mean."""
    match text.split():
        case [number] if _is_mean(number):
            return exactly(number)
        case ["below", limit] if _is_mean(limit):
            return Span(Fraction(1), Fraction(limit))
        case ["above", limit] if _is_mean(limit):
            return Span(Fraction(limit), Fraction(5))
        case [low, "to", high] if _is_mean(low) and _is_mean(high):
            return Span(Fraction(low), Fraction(high))
    return None


def _of(cell: Any, least: Fraction, most: Fraction, *, whole: bool) -> Span | None:
    if cell is None or cell == "":
        return None
    if not isinstance(cell, str) or (cell[0].isdecimal() and ".." not in cell):
        return exactly(cell)
    step = 1 if whole else 0
    if cell[0] == "<":
        return Span(least, Fraction(cell[1:]) - step)
    if cell[0] == ">":
        return Span(Fraction(cell[1:]) + step, most)
    low, _, high = cell.partition("..")
    return Span(Fraction(low), Fraction(high))


def _tenths(mean: Any) -> int:
    return round(Fraction(str(mean)) * 10)


def _sum_from(tenths: int, n: int) -> int:
    """The least sum whose mean is rounded to this many tenths or more."""
    return ceil(Fraction(n * (2 * tenths - 1), 20))


def _is_mean(text: str) -> bool:
    return re.fullmatch(r"[1-5]\.\d", text) is not None
