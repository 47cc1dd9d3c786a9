"""Resignations and all other departures together, from displayed numbers only: nothing new can follow from the sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from uitzicht.insight.cells import HIDDEN, Exact, Range, Shown, count_bounds, score_bounds

SINGLE_HALF_STEP = 0.05  # a displayed mean is rounded to 0.1
JOINED_HALF_STEP = 0.1  # rounded means, weighted, and rounded again


@dataclass(frozen=True, slots=True)
class Column:
    """One question in one group: the base, and the items (None when the base is not displayed)."""

    base: Shown
    items: tuple[Shown, ...] | None
    half_step: float = SINGLE_HALF_STEP


def joined(columns: Sequence[Column], *, k: int, score: bool) -> Column:
    """The sum of disjoint groups. A group whose base is banded makes the base a range and hides the items."""
    if len(columns) == 1:
        return columns[0]
    if not all(isinstance(column.base, Exact) and column.items is not None for column in columns):
        bounds = [count_bounds(column.base, k - 1) for column in columns]
        return Column(_range(sum(low for low, _ in bounds), sum(high for _, high in bounds)), None)
    bases = [column.base.value for column in columns if isinstance(column.base, Exact)]
    rows = list(zip(*(column.items or () for column in columns), strict=True))
    add = _weighted if score else _summed
    return Column(Exact(sum(bases)), tuple(add(row, bases) for row in rows), JOINED_HALF_STEP)


def _summed(cells: Sequence[Shown], bases: Sequence[float]) -> Shown:
    bounds = [count_bounds(cell, base) for cell, base in zip(cells, bases, strict=True)]
    return _range(sum(low for low, _ in bounds), sum(high for _, high in bounds))


def _weighted(cells: Sequence[Shown], bases: Sequence[float]) -> Shown:
    """Tenths: halves go up between two exact means; a range is rounded outwards."""
    bounds = [score_bounds(cell) for cell in cells]
    low, high = (
        sum(round(10 * bound[end], 3) * base for bound, base in zip(bounds, bases, strict=True)) / sum(bases)
        for end in (0, 1)
    )
    if all(isinstance(cell, Exact) for cell in cells):
        return Exact(floor(round(low, 6) + 0.5) / 10)
    return Range(floor(round(low, 6)) / 10, ceil(round(high, 6)) / 10)


def _range(low: float, high: float) -> Shown:
    return Exact(low) if low == high else Range(low, high)


NOTHING = Column(HIDDEN, None)
