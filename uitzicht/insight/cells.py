"""What a displayed cell says, as a value. An end band or a range stays what it is: never a number."""

from dataclasses import dataclass
from typing import Any

SCORE_LOW, SCORE_HIGH = 1.0, 5.0


@dataclass(frozen=True, slots=True)
class Exact:
    value: float


@dataclass(frozen=True, slots=True)
class Below:
    """Less than ``limit``."""

    limit: float


@dataclass(frozen=True, slots=True)
class Above:
    """More than ``limit``."""

    limit: float


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Hidden:
    """Not displayed, because fewer than k people answered."""


Shown = Exact | Below | Above | Range | Hidden
HIDDEN = Hidden()


def parse(cell: Any) -> Shown:
    """A cell of a release document: a number, "<3", ">9", "4..7" or null. ValueError for anything else."""
    if cell is None:
        return HIDDEN
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Exact(cell)
    if not isinstance(cell, str) or not cell:
        raise ValueError("a cell is a number, a band or null")
    if cell[0] == "<":
        return Below(_number(cell[1:]))
    if cell[0] == ">":
        return Above(_number(cell[1:]))
    low, _, high = cell.partition("..")
    return Range(_number(low), _number(high))


def count_bounds(shown: Shown, n: float) -> tuple[float, float]:
    """Fewest and most people that a count in a group of ``n`` may stand for."""
    match shown:
        case Exact(value):
            return value, value
        case Below(limit):
            return 0, limit - 1
        case Above(limit):
            return limit + 1, n
        case Range(low, high):
            return low, high
    return 0, n


def score_bounds(shown: Shown) -> tuple[float, float]:
    """Lowest and highest mean on the scale from 1 to 5."""
    match shown:
        case Exact(value):
            return value, value
        case Below(limit):
            return SCORE_LOW, limit
        case Above(limit):
            return limit, SCORE_HIGH
        case Range(low, high):
            return low, high
    return SCORE_LOW, SCORE_HIGH


def band(shown: Shown) -> str | None:
    """The band as the release document writes it; None for a number and for what is not displayed."""
    match shown:
        case Below(limit):
            return f"<{_plain(limit)}"
        case Above(limit):
            return f">{_plain(limit)}"
        case Range(low, high):
            return f"{_plain(low)}..{_plain(high)}"
    return None


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def _plain(value: float) -> str:
    return str(value)
