"""Figures as tables: beside every drawing, for screen readers and for copying."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import heat, words
from uitzicht.insight.cells import Hidden
from uitzicht.insight.labels import capital
from uitzicht.insight.ranking import ranked
from uitzicht.insight.rules import is_enough
from uitzicht.insight.vocabulary import FigureGroup, Item


@dataclass(frozen=True, slots=True)
class TableRow:
    """``cells``: None for what is not shown. ``depth``: how far below the first unit, when rows are units. ``levels``: how strongly
    each cell is coloured, 1 to 5 (0: not at all); () for a table without colour."""

    head: str
    cells: tuple[str | None, ...]
    depth: int = 0
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``columns``: titles; the first belongs to the heads of the rows, the others are figures."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def has_gaps(self) -> bool:
        return any(cell is None for row in self.rows for cell in row.cells)

    @property
    def is_shaded(self) -> bool:
        """Whether it is a heat map: rows of means, each with its level."""
        return any(row.levels for row in self.rows)

    @property
    def shaded(self) -> list[tuple[TableRow, list[tuple[str, str | None, int]]]]:
        """Rows with (title of the column, cell, level) for each cell."""
        return [(row, list(zip(self.columns[1:], row.cells, row.levels, strict=True))) for row in self.rows]


def of_counts(group: FigureGroup, items: Sequence[Item], column: str) -> Table:
    """One question: count, share, interval. Without intervals when everybody was counted."""
    certain = all(item.interval is None and item.share is not None for item in items)
    columns = [column, pgettext("table", "Number"), pgettext("table", "Share")] + (
        [] if certain else [pgettext("table", "95% range")]
    )
    rows = [TableRow(capital(item.label), _counted(item, certain)) for item in items]
    return Table(_caption(group), tuple(columns), tuple(rows))


def of_means(groups: Sequence[FigureGroup], caption: str) -> Table:
    """Several questions: mean, interval, base."""
    columns = (
        pgettext("table", "Part"),
        pgettext("table", "Mean"),
        pgettext("table", "95% range"),
        pgettext("table", "Answers"),
    )
    rows = [
        TableRow(
            capital(group.question_label),
            (words.item_value(group.items[0]), _interval(group.items[0]), words.value(group.base)),
        )
        for group in groups
    ]
    return Table(caption, columns, tuple(rows))


def of_choices(groups: Sequence[FigureGroup], keys: Sequence[str], caption: str) -> Table:
    """Several questions with the same items: count and interval of each item, and the base."""
    first = {item.key: item for item in groups[0].items}
    columns = [pgettext("table", "Part")]
    for key in keys:
        columns += [capital(first[key].label), pgettext("table", "95% range")]
    rows = []
    for group in groups:
        items = {item.key: item for item in group.items}
        cells = [text for key in keys for text in (words.item_value(items[key]), _interval(items[key]))]
        rows.append(TableRow(capital(group.question_label), (*cells, words.value(group.base))))
    return Table(caption, (*columns, pgettext("table", "Answers")), tuple(rows))


MOST_COLUMNS = 5


def by_unit(groups: Sequence[FigureGroup], depths: Sequence[int], of: str = "") -> Table:
    """One question, one row for each unit, or each group ``of`` a cut; the columns are the items named most in the first row."""
    items = [item for item in ranked(groups[0]) if item.key != "none"][:MOST_COLUMNS]
    columns = (_rows_of(of), pgettext("table", "Answers"), *(capital(item.label) for item in items))
    rows = []
    for group, depth in zip(groups, depths, strict=True):
        found = {item.key: item for item in group.items}
        cells = [_in_cell(found[item.key], group) if item.key in found else "0" for item in items]
        rows.append(TableRow(group.unit_label, (words.value(group.base), *cells), depth))
    return Table(capital(groups[0].question_label), columns, tuple(rows))


def by_unit_means(groups: Sequence[FigureGroup], depths: dict[str, int], of: str = "") -> Table:
    """Several scores: one row for each unit, or each group ``of`` a cut; one column for each question, the mean
    and its base in each cell, shaded by the mean."""
    questions = {group.question: group.question_label for group in groups}
    units = {group.unit: group.unit_label for group in groups}
    found = {(group.unit, group.question): group for group in groups}
    rows = [
        TableRow(
            label,
            tuple(_score(found.get((unit, question))) for question in questions),
            depths[unit],
            tuple(heat.level(found.get((unit, question))) for question in questions),
        )
        for unit, label in units.items()
    ]
    columns = (_rows_of(of), *(capital(label) for label in questions.values()))
    return Table(_("Mean from 1 to 5, with the number of answers"), columns, tuple(rows))


def _rows_of(cut: str) -> str:
    return capital(cut) if cut else pgettext("table", "Unit")


def _score(group: FigureGroup | None) -> str | None:
    if group is None or isinstance(group.items[0].shown, Hidden):
        return None
    if not group.items[0].interval:
        return words.item_value(group.items[0])
    return f"{words.item_value(group.items[0])} ({words.value(group.base)})"


def _counted(item: Item, certain: bool) -> tuple[str | None, ...]:
    cells = (words.item_value(item), words.share(item) or None)
    return cells if certain else (*cells, _interval(item))


def _interval(item: Item) -> str | None:
    return words.interval(item) or None


def _in_cell(item: Item, group: FigureGroup) -> str:
    """A share only where the base is enough to read one."""
    if item.share is None or not is_enough(group.base):
        return words.item_value(item)
    return f"{words.item_value(item)} ({words.share(item)})"


def _caption(group: FigureGroup) -> str:
    pattern = _("{question}. Base: {base}.")
    return pattern.format(question=capital(group.question_label), base=words.value(group.base))
