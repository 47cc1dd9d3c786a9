"""Lines of cost that add up, drawn as a waterfall: each bar begins where the one above ends; the last one is their sum.

Direct lines are filled, hidden ones striped, so that they differ without colour. Coordinates are strings, as in ui.charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from textwrap import wrap

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.ui.charts import NARROW, WIDE, DotChart, Drawing, Shape

STEPS = (1, 2, 2.5, 5, 10)
MOST_TICKS = 5
BAR, TIGHT = 18.0, 10.0  # of a bar: height, and half of what is left free around it


@dataclass(frozen=True, slots=True)
class Bar:
    """``kind``: direct, hidden or total; ``amount``: its length, ``note``: the same in words."""

    label: str
    amount: float
    note: str
    kind: str


@dataclass(frozen=True, slots=True)
class Waterfall:
    """``interval``: of the sum. ``ticks``: value and its text, from 0 to the end of the axis. ``names``: of direct and hidden."""

    bars: Sequence[Bar]
    total: Bar
    interval: Interval
    ticks: Sequence[tuple[float, str]]
    names: Sequence[tuple[str, str]]


def ticks(largest: float) -> list[float]:
    """Round values from 0 to at least ``largest``, five at most."""
    if largest <= 0:
        return [0.0, 1.0]
    unit = 10.0 ** floor(log10(largest / (MOST_TICKS - 1)))
    step = next(unit * one for one in STEPS if unit * one * (MOST_TICKS - 1) >= largest)
    found = [0.0]
    while found[-1] < largest:
        found.append(found[-1] + step)
    return found


def waterfall(key: str, of: Waterfall, *, title: str, description: str) -> DotChart:
    """Two drawings of the same lines, for a wide and for a narrow page."""
    wide = _Canvas(of, WIDE, left=240, right=110, labels_above=False)
    narrow = _Canvas(of, NARROW, left=4, right=4, labels_above=True)
    return DotChart(key, title, description, wide.draw(), narrow.draw())


class _Canvas:
    def __init__(self, of: Waterfall, width: int, *, left: int, right: int, labels_above: bool) -> None:
        self.of, self.width, self.left, self.end = of, width, left, width - right
        self.above = labels_above
        self.most = of.ticks[-1][0]
        self.shapes: list[Shape] = []

    def draw(self) -> Drawing:
        self._legend()
        top = y = 34.0
        before, joint = 0.0, None
        for bar in self.of.bars:
            middle, y = self._row(bar, y)
            self._step(bar, before, middle)
            if joint is not None:
                self._line("joint", self._x(before), joint, self._x(before), middle - BAR / 2)
            before, joint = before + bar.amount, middle + BAR / 2
        middle, y = self._row(self.of.total, y + 4)
        self._step(self.of.total, 0.0, middle)
        self._reach(middle + BAR / 2 + 8)
        y += 14
        guides = self._guides(top, y)
        return Drawing(self.width, round(y + 24), (*guides, *self.shapes))

    def _legend(self) -> None:
        x = float(self.left)
        for kind, name in self.of.names:
            self._line(f"step {kind}", x, 12, x + 26, 12)
            self._text("axis", x + 34, 16.5, name)
            x += 60 + 7.2 * len(name)

    def _row(self, bar: Bar, y: float) -> tuple[float, float]:
        """Label and note; returns the middle of the bar and the end of the row."""
        css = " strong" if bar.kind == "total" else ""
        lines = wrap(bar.label, 26 if self.above else 30) or [""]
        if self.above:
            for at, line in enumerate(lines):
                self._text(f"label{css}", 0, y + 16 + 17 * at, line)
            self._text(f"note{css}", self.width, y + 16, bar.note, "end")
            middle = y + 17 * len(lines) + 7 + BAR / 2
            return middle, middle + BAR / 2 + 5
        height = max(BAR + 2 * TIGHT, 18.0 * len(lines) + 10)
        middle = y + height / 2
        first = middle + 5 - 9 * (len(lines) - 1)
        for at, line in enumerate(lines):
            self._text(f"label{css}", 0, first + 18 * at, line)
        self._text(f"note{css}", self.width, middle + 5, bar.note, "end")
        return middle, y + height

    def _step(self, bar: Bar, before: float, y: float) -> None:
        """A bar that is never too narrow to see."""
        start, end = self._x(before), self._x(before + bar.amount)
        self._line(f"step {bar.kind}", start, y, max(end, start + 2), y)

    def _reach(self, y: float) -> None:
        low, high = self._x(self.of.interval.low), self._x(self.of.interval.high)
        self._line("reach", low, y, high, y)
        for x in (low, high):
            self._line("reach", x, y - 4, x, y + 4)

    def _guides(self, top: float, bottom: float) -> list[Shape]:
        found, last = [], len(self.of.ticks) - 1
        for at, (value, text) in enumerate(self.of.ticks):
            x = self._x(value)
            found.append(_line("guide", x, top, x, bottom))
            if self.above and at not in (0, last):
                continue
            anchor = {0: "start", last: "end"}.get(at, "middle") if self.above else "middle"
            found.append(_text("axis", x, bottom + 17, text, anchor))
        return found

    def _x(self, value: float) -> float:
        return self.left + min(value / self.most, 1.0) * (self.end - self.left)

    def _line(self, css: str, x1: float, y1: float, x2: float, y2: float) -> None:
        self.shapes.append(_line(css, x1, y1, x2, y2))

    def _text(self, css: str, x: float, y: float, text: str, anchor: str = "start") -> None:
        self.shapes.append(_text(css, x, y, text, anchor))


def _line(css: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape("line", css, {"x1": _at(x1), "y1": _at(y1), "x2": _at(x2), "y2": _at(y2)})


def _text(css: str, x: float, y: float, text: str, anchor: str) -> Shape:
    return Shape("text", css, {"x": _at(x), "y": _at(y), "text-anchor": anchor}, text)


def _at(value: float) -> str:
    return f"{value:.1f}"
