"""Rows that a figure can give to a drawing: the same rows that the pages of insight draw, from the figures of the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from uitzicht.insight import drawings, words
from uitzicht.insight.cells import Exact
from uitzicht.insight.field.benchmarks import benchmarks
from uitzicht.insight.labels import capital
from uitzicht.insight.stories.section import Section
from uitzicht.insight.vocabulary import Figure, FigureGroup, Item
from uitzicht.ui.charts import Mark, Row
from uitzicht.ui.templatetags.ui import number, percent

PAIRS = {"change": ("improve", "keep")}
"""Measures of which a drawing has two series: the items of each."""
RATES, FIELD = "turnover", "field"


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of one figure that may stand together, with the groups that they come from."""

    rows: tuple[tuple[Row, FigureGroup], ...]
    series: tuple[str, ...] = ()
    is_score: bool = False
    is_rate: bool = False


def sources(figure: Figure, heads: Sequence[str]) -> Iterator[Source]:
    """Rows that may belong together; ``heads``: of the table beside the drawing, for rows that no label of a figure names."""
    yield from _by_group([group for group in figure.groups if ":" in group.unit])
    for unit in dict.fromkeys(group.unit for group in figure.groups):
        groups = [group for group in figure.groups if group.unit == unit]
        if figure.measure in PAIRS:
            yield _pairs(groups, PAIRS[figure.measure])
        elif figure.measure == RATES:
            yield from _rates(groups, heads)
        elif all(item.score for group in groups for item in group.items):
            rows = [(Row(capital(one.question_label), (drawings.mean_mark(one.items[0]),)), one) for one in groups]
            yield Source(tuple(rows), is_score=True)
        else:
            for one in groups:
                shares = [(Row(capital(item.label), (_share(item, one),)), one) for item in one.items]
                yield Source(tuple(shares))
            if len(groups) == len(heads):
                named = zip(heads, groups, strict=True)
                yield Source(tuple((Row(head, (_share(one.items[0], one),)), one) for head, one in named))


def _by_group(groups: Sequence[FigureGroup]) -> Iterator[Source]:
    """Groups of one cut beside each other: the mean of each, or how many of each gave one answer."""
    for cut, question in dict.fromkeys((group.unit.partition(":")[0], group.question) for group in groups):
        found = [one for one in groups if (one.unit.partition(":")[0], one.question) == (cut, question)]
        labels = [capital(one.unit_label.partition(": ")[2]) for one in found]
        for place, item in enumerate(found[0].items):
            rows = [
                (Row(label, _marks(one.items[place], one)), one)
                for label, one in zip(labels, found, strict=True)
                if len(one.items) > place
            ]
            yield Source(tuple(rows), () if item.score else (item.label,), is_score=item.score)


def _marks(item: Item, group: FigureGroup) -> tuple[Mark]:
    return (drawings.mean_mark(item) if item.score else _share(item, group),)


def _pairs(groups: Sequence[FigureGroup], keys: tuple[str, str]) -> Source:
    rows, names = [], {item.key: item.label for item in groups[0].items}
    for group in groups:
        items = {item.key: item for item in group.items}
        if all(key in items for key in keys):
            rows.append((Row(capital(group.question_label), tuple(_share(items[key], group) for key in keys)), group))
    return Source(tuple(rows), tuple(names.get(key, key) for key in keys))


def _rates(groups: Sequence[FigureGroup], heads: Sequence[str]) -> Iterator[Source]:
    """The parts of one year, and the first item of each year."""
    for group in groups:
        rows = [(Row(capital(item.label), (rate(item, 1),)), group) for item in group.items]
        yield Source(tuple(rows), is_rate=True)
    for question in dict.fromkeys(group.question.partition(".")[0] for group in groups):
        found = [group for group in groups if group.question.partition(".")[0] == question]
        if len(found) != len(heads):
            continue
        for digits in (1, 0):
            rows = [
                (Row(head, (rate(group.items[0], digits),)), group) for head, group in zip(heads, found, strict=True)
            ]
            yield Source(tuple(rows), is_rate=digits == 1)


def of_the_field(section: Section, figures: Sequence[Figure]) -> Source | None:
    """Here and a published source beside each other, where the table of the section has the same figures and no band."""
    groups = {group.question: group for figure in figures if figure.measure == FIELD for group in figure.groups}
    source = next((one for one in benchmarks() if one.key.replace("_", "-") == section.key), None)
    ours = groups.get(f"{FIELD}.{source.key}") if source else None
    if source is None or ours is None or section.table is None:
        return None
    heads = {row.head: row.cells for row in section.table.rows if row.cells[1] is not None}
    here = [(capital(item.label), item) for item in ours.items if item.interval is not None]
    if not here or any(label not in heads or heads[label][1] != percent(item.share, 1) for label, item in here):
        return None
    there = {figure.code: figure.share for figure in source.figures}
    rows = [
        (Row(label, (rate(item, 1), Mark(there[item.key], None, None, heads[label][-1] or ""))), ours)
        for label, item in here
    ]
    return Source(tuple(rows), (_("Here"), source.name), is_rate=source.measure == RATES)


def _share(item: Item, group: FigureGroup) -> Mark:
    return drawings.share_mark(item, group.base.value if isinstance(group.base, Exact) else 0)


def rate(item: Item, digits: int) -> Mark:
    """A rate with its range, written as the drawings of turnover write it."""
    if item.interval is None:
        return Mark(item.share, None, None, percent(item.share, digits))
    low, high = item.interval.low, item.interval.high
    return Mark(
        item.share,
        low,
        high,
        percent(item.share, digits),
        words.span(number(100 * low, digits), number(100 * high, digits)),
    )
