"""Figures as rows of a dot chart: an exact value is a dot with its interval, a band is the range it may stand for."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from uitzicht.insight import words
from uitzicht.insight.cells import Exact, Hidden, count_bounds, score_bounds
from uitzicht.insight.labels import capital
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.charts import DotChart, Mark, Row, Scale, dot_chart
from uitzicht.ui.templatetags.ui import percent

MOST_ROWS = 12
SCORES = Scale(1, 5, tuple((float(score), str(score)) for score in range(1, 6)))


def of_counts(key: str, group: FigureGroup, items: Sequence[Item], title: str, *, ordered: bool = True) -> DotChart:
    """Shares of one question, as many as fit; the table has all of them. ``ordered``: most first, so the first stands out."""
    drawn = list(items[:MOST_ROWS])
    n = _base(group)
    rows = [
        Row(capital(item.label), (share_mark(item, n),), strong=ordered and place == 0 and item.share is not None)
        for place, item in enumerate(drawn)
    ]
    return dot_chart(key, rows, share_scale(rows), title=title, description=described(rows))


def of_means(key: str, groups: Sequence[FigureGroup], title: str) -> DotChart:
    """Means from 1 to 5, one row for each question."""
    rows = [Row(capital(group.question_label), (mean_mark(group.items[0]),)) for group in groups]
    return dot_chart(key, rows, SCORES, title=title, description=described(rows))


def of_choices(key: str, groups: Sequence[FigureGroup], keys: Sequence[str], title: str) -> DotChart:
    """Two items of several questions: a second series differs in shape as well as colour."""
    rows = []
    for group in groups:
        items = {item.key: item for item in group.items}
        rows.append(Row(capital(group.question_label), tuple(share_mark(items[name], _base(group)) for name in keys)))
    names = {item.key: item.label for item in groups[0].items}
    series = [names[name] for name in keys]
    return dot_chart(key, rows, share_scale(rows), title=title, description=described(rows, series), series=series)


def share_mark(item: Item, n: float) -> Mark:
    """A count among ``n`` people as a share; 0 people: nothing to draw."""
    if item.share is not None:
        low, high = (item.interval.low, item.interval.high) if item.interval else (None, None)
        count_beside = words.interval_short(item) or words.item_value(item)
        return Mark(item.share, low, high, percent(item.share), count_beside)
    if n == 0 or isinstance(item.shown, Hidden):
        return Mark(None, None, None, words.item_value(item))
    low, high = count_bounds(item.shown, n)
    return Mark(None, low / n, high / n, words.item_value(item))


def mean_mark(item: Item) -> Mark:
    """A mean from 1 to 5."""
    if isinstance(item.shown, Exact) and item.interval:
        return Mark(
            item.shown.value, item.interval.low, item.interval.high, words.item_value(item), words.interval(item)
        )
    if isinstance(item.shown, Hidden):
        return Mark(None, None, None, words.item_value(item))
    return Mark(None, *score_bounds(item.shown), words.item_value(item))


def _base(group: FigureGroup) -> float:
    return group.base.value if isinstance(group.base, Exact) else 0


def share_scale(rows: Sequence[Row]) -> Scale:
    """From 0 to a round share above everything drawn."""
    largest = max((mark.high or mark.value or 0 for row in rows for mark in row.marks), default=0)
    top, step = next(((top, step) for top, step in ((0.25, 0.05), (0.5, 0.1)) if largest <= top), (1.0, 0.25))
    return Scale(0, top, tuple((step * i, percent(step * i)) for i in range(round(top / step) + 1)))


def described(rows: Sequence[Row], series: Sequence[str] = ()) -> str:
    """The drawing in words: label, value and interval of every row."""
    parts = []
    for row in rows:
        marks = [f"{mark.note} ({mark.tail})" if mark.tail and not series else mark.note for mark in row.marks]
        named = [f"{name} {text}" for name, text in zip(series, marks, strict=True)] if series else marks
        parts.append(f"{row.label}: {', '.join(named)}")
    return "; ".join(parts) + "." if parts else _("Nothing to draw.")
