"""The one door from raw figures (`Table`) to figures that may be shown (`SafeTable`), each within its end bands."""

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from uitzicht.core.disclosure.bands import WIDEST_SCORE_LEVEL, Cell, count_cell, count_span, mean_cell, sum_span
from uitzicht.core.disclosure.tables import Group, Table
from uitzicht.core.disclosure.vocabulary import SCORES, Parameters, Question, QuestionType, threshold


class Spot(NamedTuple):
    """Where a figure stands: ids of group, question and item."""

    group: str
    question: str
    item: str


class ShownCells(NamedTuple):
    """The figures of one group for one question; a base under k is written "<k" and then there are no items."""

    base: int | str
    items: tuple[Cell, ...] | None


Widenings = Mapping[Spot, int]
_SEAL: Final = object()


@dataclass(frozen=True)
class SafeTable:
    """Figures that may be shown: `cells[question key][group id]`. Only `protect` makes one; others get a TypeError."""

    parameters: Parameters
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    cells: Mapping[str, Mapping[str, ShownCells]]
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a SafeTable is made by protect() only")


def protect(table: Table, parameters: Parameters, widenings: Widenings = MappingProxyType({})) -> SafeTable:
    """Show every figure as exactly as the end bands and the widening levels allow. Takes 0.1 s for 100,000 figures."""
    cells = {
        question.key: MappingProxyType(
            {
                group.id: _group_cells(table, row, question, parameters, widenings)
                for row, group in enumerate(table.groups)
            }
        )
        for question in table.questions
    }
    return SafeTable(parameters, table.questions, table.groups, MappingProxyType(cells), _SEAL)


def span(table: Table, parameters: Parameters, spot: Spot, level: int) -> tuple[int, int, int] | None:
    """What the figure at this spot leaves possible: lowest, true, highest count or sum of scores; None when hidden."""
    question, row = table.question(spot.question), table.rows[spot.group]
    base = int(table.base[question.key][row])
    if base < threshold(question, parameters):
        return None
    value = _value(question, table.counts[question.key][row].tolist(), question.items.index(spot.item))
    if question.type is QuestionType.SCORE:
        lowest, highest = sum_span(value, base, parameters.score_margin, level)
    else:
        lowest, highest = count_span(value, base, parameters.m, level)
    return lowest, value, highest


def widest_level(table: Table, spot: Spot) -> int:
    """The level from which the figure at this spot says nothing."""
    if table.question(spot.question).type is QuestionType.SCORE:
        return WIDEST_SCORE_LEVEL
    base = int(table.base[spot.question][table.rows[spot.group]])
    return next(level for level in range(base + 2) if 2**level > base)


def _group_cells(
    table: Table, row: int, question: Question, parameters: Parameters, widenings: Widenings
) -> ShownCells:
    base = int(table.base[question.key][row])
    if base < (fewest := threshold(question, parameters)):
        return ShownCells(f"<{fewest}", None)
    counts = table.counts[question.key][row].tolist()
    group = table.groups[row].id
    levels = [widenings.get(Spot(group, question.key, item), 0) for item in question.items] if widenings else None
    return ShownCells(
        base,
        tuple(
            _figure(question, counts, base, position, parameters, levels[position] if levels else 0)
            for position in range(len(question.items))
        ),
    )


def _figure(
    question: Question, counts: Sequence[int], base: int, position: int, parameters: Parameters, level: int
) -> Cell:
    value = _value(question, counts, position)
    if question.type is QuestionType.SCORE:
        return _mean_cell(value, base, parameters.score_margin, level)
    return _count_cell(value, base, parameters.m, level)


_count_cell = lru_cache(maxsize=2**16)(count_cell)
_mean_cell = lru_cache(maxsize=2**16)(mean_cell)


def _value(question: Question, counts: Sequence[int], position: int) -> int:
    """The number behind a figure: a count, or the sum of the scores."""
    if question.type is QuestionType.SCORE:
        return sum(score * count for score, count in zip(SCORES, counts, strict=True))
    return counts[position]
