"""Groups of the measure turnover as words and drawings: a rate in percents of a year, with its range."""

from collections.abc import Sequence
from math import ceil

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight import words
from uitzicht.insight.cells import Exact
from uitzicht.insight.measures.turnover import Period
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.charts import DotChart, Mark, Row, Scale, dot_chart
from uitzicht.ui.templatetags.ui import number, percent

TOPS = ((0.05, 0.01), (0.1, 0.02), (0.25, 0.05), (0.5, 0.1), (0.6, 0.1), (0.8, 0.2), (1.0, 0.25))


def items(group: FigureGroup) -> dict[str, Item]:
    return {item.key: item for item in group.items}


def exposure(group: FigureGroup) -> float:
    """Person-years, or the people that a share is about."""
    return group.base.value if isinstance(group.base, Exact) else 0


def people(group: FigureGroup, period: Period) -> int:
    """How many worked here on average: person-years over the length of the period."""
    return round(exposure(group) / period.years)


def count(item: Item) -> int:
    return int(item.shown.value) if isinstance(item.shown, Exact) else 0


def points(share: float | None) -> str:
    """A rate as percents of a year, one decimal, without the sign."""
    return number(100 * (share or 0), 1)


def ends(interval: Interval | None) -> dict[str, str]:
    return {"low": points(interval.low), "high": points(interval.high)} if interval else {}


def span(item: Item, digits: int = 1) -> str:
    """The range of a rate or share: "12.1 to 18.9 %"."""
    if item.interval is None:
        return ""
    return words.span(number(100 * item.interval.low, digits), percent(item.interval.high, digits))


def drawing(key: str, rows: Sequence[tuple[str, Item]], title: str, *, strong: str = "", digits: int = 1) -> DotChart:
    """One dot with its range for each row; ``strong``: the label of the row that the sentence is about."""
    drawn = [Row(label, (_mark(item, digits),), label == strong) for label, item in rows]
    described = "; ".join(f"{row.label}: {row.marks[0].note} ({row.marks[0].tail})" for row in drawn)
    return dot_chart(key, drawn, _scale([row.marks[0] for row in drawn]), title=title, description=f"{described}.")


def _mark(item: Item, digits: int) -> Mark:
    low, high = (item.interval.low, item.interval.high) if item.interval else (None, None)
    tail = words.span(number(100 * low, digits), number(100 * high, digits)) if low is not None and high else ""
    return Mark(item.share, low, high, percent(item.share, digits), tail)


def _scale(marks: Sequence[Mark]) -> Scale:
    """From 0 to a round rate above everything drawn; rates go above 100 % where everybody leaves within a year."""
    largest = max((mark.high or mark.value or 0 for mark in marks), default=0)
    top, step = next(((top, step) for top, step in TOPS if largest <= top), (float(ceil(largest)), ceil(largest) / 4))
    return Scale(0, top, tuple((step * i, percent(step * i)) for i in range(round(top / step) + 1)))
