"""The reasons in one row: which were named, and which came first."""

from uitzicht.history.mapping.terms import NO, NO_ANSWER, YES, Reasons, Separated, Tick
from uitzicht.history.oddities import Rule
from uitzicht.history.rows import Cells
from uitzicht.history.vocabulary import same
from uitzicht.questionnaires.codebook import NONE


def read_reasons(cells: Cells, reasons: Reasons) -> tuple[list[str] | None, str | None]:
    """The codes that were named (None: not answered) and the group of the main one (None: unknown)."""
    order, first = read_order(cells, reasons)
    named = order
    if reasons.ticks:
        named = read_ticks(cells, reasons.ticks)
    elif reasons.separated:
        named = read_separated(cells, reasons.separated)
    if named and NONE in named and len(named) > 1:
        cells.note(Rule.NONE_WITH_REASON, *_none_box(cells, reasons))
    if first and named is not None and first not in named:
        cells.note(Rule.MAIN_NOT_TICKED, value=first)
    return named, None if first in (None, NONE) else str(first).partition(".")[0]


def read_ticks(cells: Cells, ticks: tuple[Tick, ...]) -> list[str] | None:
    """Answered when at least one box says yes or no. Where an empty box is declared to say no, it only does so beside a
    box that says something: a row of empty boxes is no answer."""
    said = [(tick.reason, cells.read(tick.answer), cells.text(tick.answer.column)) for tick in ticks]
    if not any(value == YES or (value == NO and text) for _, value, text in said):
        return None
    named = list(dict.fromkeys(reason for reason, value, _ in said if value == YES))
    if not named:
        cells.note(Rule.NOTHING_TICKED)
    return named


def read_separated(cells: Cells, separated: Separated) -> list[str] | None:
    coded = separated.answer
    if cells.is_missing(coded.column, coded.missing):
        return None
    named: dict[str, None] = {}
    for part in _parts(cells.text(coded.column), separated):
        value = coded.read(part)
        if value is None:
            cells.note(Rule.UNKNOWN_CODE, coded.column, part)
        elif value != NO_ANSWER:
            named[str(value)] = None
    return list(named) or None


def _parts(text: str, separated: Separated) -> list[str]:
    """The parts of a cell; a text that holds the separator itself ("Pay, benefits") is recognised whole."""
    whole, pieces = separated.answer.code.exact, text.split(separated.separator)
    parts, start = [], 0
    while start < len(pieces):
        ends = range(len(pieces), start + 1, -1)
        end = next((e for e in ends if same(separated.separator.join(pieces[start:e])) in whole), start + 1)
        parts.append(separated.separator.join(pieces[start:end]).strip())
        start = end
    return [part for part in parts if part]


def read_order(cells: Cells, reasons: Reasons) -> tuple[list[str] | None, str | None]:
    """The reasons in their order and the first, where the survey asked for an order."""
    if reasons.ranks:
        return _read_ranks(cells, reasons.ranks)
    values = [str(cells.read(coded)) for coded in reasons.ranked]
    order = list(dict.fromkeys(value for value in values if value != NO_ANSWER))
    return order or None, values[0] or None if values else None


def _read_ranks(cells: Cells, ranks: tuple[Tick, ...]) -> tuple[list[str] | None, str | None]:
    placed = [(rank, tick.reason) for tick in ranks if isinstance(rank := cells.read(tick.answer), int)]
    order = [reason for _, reason in sorted(placed, key=lambda pair: pair[0])]
    firsts = [reason for rank, reason in placed if rank == 1]
    if len(firsts) > 1:
        cells.note(Rule.TIED_FIRST, value=", ".join(firsts))
    return order or None, firsts[0] if len(firsts) == 1 else None


def _none_box(cells: Cells, reasons: Reasons) -> tuple[str, str]:
    """The column that said "none", and its text."""
    columns = [tick.answer.column for tick in (*reasons.ticks, *reasons.ranks) if tick.reason == NONE]
    columns += [reasons.separated.answer.column] if reasons.separated else [coded.column for coded in reasons.ranked]
    return columns[0], cells.text(columns[0])
