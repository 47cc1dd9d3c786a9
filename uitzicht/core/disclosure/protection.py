"""End bands: the one door from raw figures (`Table`) to figures that may be shown (`SafeTable`).

0 % and 100 % are never shown: near an end a figure is a band, and which band is a function of the number displayed and
the base only. The displays of one figure at one widening level partition its possible values, so a cell means exactly
the values that it prints; an attacker who knows this algorithm reads no more in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from uitzicht.core.disclosure.tables import Group, Table
from uitzicht.core.disclosure.vocabulary import SCORES, Parameters, Question, QuestionType

Cell = int | float | str
LOWEST, HIGHEST = 10, 50  # tenths of a mean of scores
WIDEST_SCORE_LEVEL = 5


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


def count_cell(count: int, base: int, m: int, level: int = 0) -> int | str:
    """A yes-count among `base` people: the number, an end band "<m" or ">base-m", or from level 1 a range "lo..hi".

    Level j has aligned blocks 4**j wide. An end band merges with every block it touches: displays never overlap.
    """
    lowest, highest = _count_span(count, base, m, level)
    if lowest == highest:
        return lowest
    if (lowest, highest) == (0, m - 1):
        return f"<{m}"
    if (lowest, highest) == (base - m + 1, base):
        return f">{base - m}"
    return f"{lowest}..{highest}"


def mean_cell(total: int, base: int, margin: int, level: int = 0) -> float | str:
    """A mean of `base` scores of 1..5 that sum to `total`: in tenths, as an end band, or from level 1 as "3.0..3.4".

    An end band prints the first mean beyond it ("<2.4"), rounded inwards so that the printed edge means the same sums.
    Level j has aligned blocks of 5 * 2**(j - 1) tenths.
    """
    lowest, highest = _mean_span(total, base, margin, level)
    if level or (lowest, highest) == (LOWEST, HIGHEST):
        return f"{lowest / 10:.1f}..{highest / 10:.1f}"
    if total < base + margin:
        return f"<{_edge(base + margin, base)}"
    if total > 5 * base - margin:
        return f">{_edge(5 * base - margin, base, up=True)}"
    return lowest / 10


def span(table: Table, parameters: Parameters, spot: Spot, level: int) -> tuple[int, int, int] | None:
    """What the figure at this spot leaves possible: lowest, true, highest (counts, or tenths); None when it is hidden."""
    question, row = table.question(spot.question), table.rows[spot.group]
    base = int(table.base[question.key][row])
    if base < parameters.k:
        return None
    value = _value(question, table.counts[question.key][row].tolist(), question.items.index(spot.item))
    if question.type is QuestionType.SCORE:
        lowest, highest = _mean_span(value, base, parameters.score_margin, level)
        return lowest, _tenths(value, base), highest
    lowest, highest = _count_span(value, base, parameters.m, level)
    return lowest, value, highest


def widest_level(table: Table, spot: Spot) -> int:
    """The level from which the figure at this spot says nothing."""
    if table.question(spot.question).type is QuestionType.SCORE:
        return WIDEST_SCORE_LEVEL
    base = int(table.base[spot.question][table.rows[spot.group]])
    return next(level for level in range(base + 2) if 4**level > base)


def _group_cells(
    table: Table, row: int, question: Question, parameters: Parameters, widenings: Widenings
) -> ShownCells:
    base = int(table.base[question.key][row])
    if base < parameters.k:
        return ShownCells(f"<{parameters.k}", None)
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


def _count_span(count: int, base: int, m: int, level: int) -> tuple[int, int]:
    return _block(count, last_low=m - 1, first_high=base - m + 1, ends=(0, base), width=4**level)


def _mean_span(total: int, base: int, margin: int, level: int) -> tuple[int, int]:
    """Tenths. At level 0 an end band may end inside a tenth, from level 1 on it takes in the whole of that tenth."""
    last_low, first_high = base + margin - 1, 5 * base - margin + 1
    if last_low >= first_high:
        return LOWEST, HIGHEST
    low, high, tenths = _tenths(last_low, base), _tenths(first_high, base), _tenths(total, base)
    if level == 0:
        return (LOWEST, low) if total <= last_low else (high, HIGHEST) if total >= first_high else (tenths, tenths)
    return _block(tenths, last_low=low, first_high=high, ends=(LOWEST, HIGHEST), width=5 * 2 ** (level - 1))


def _block(value: int, *, last_low: int, first_high: int, ends: tuple[int, int], width: int) -> tuple[int, int]:
    """The block that holds the value, of a partition of ends[0]..ends[1]: aligned blocks, both end bands merged in."""
    low_ends = last_low // width * width + width - 1
    high_starts = first_high // width * width
    if low_ends >= high_starts:
        return ends
    if value <= low_ends:
        return ends[0], low_ends
    if value >= high_starts:
        return high_starts, ends[1]
    return value // width * width, value // width * width + width - 1


def _tenths(total: int, base: int) -> int:
    return (20 * total + base) // (2 * base)


def _edge(total: int, base: int, *, up: bool = False) -> str:
    """total / base with four decimals; more only from 10,000 people on, where four would mean other sums."""
    decimals = max(4, len(str(base)))
    scaled = -(-total * 10**decimals // base) if up else total * 10**decimals // base
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole}.{rest:0{decimals}d}".rstrip("0").rstrip(".")
