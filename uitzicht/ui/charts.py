"""Dots with intervals, drawn for a page (classes, so that the style sheet colours them) and for paper (own colours).

Knows no domain: rows of numbers and texts in, shapes out. Coordinates are strings, because a template would write them
with the decimal comma of the reader.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap

WIDE, NARROW = 760, 350
PAPER_COLOURS = {
    "label": "#17262d",
    "note": "#40515a",
    "axis": "#5a676c",
    "guide": "#e0d7c6",
    "rule": "#e0d7c6",
    "bar": "#5d9a91",
    "dot": "#0c655e",
    "band": "#82898a",
    "area": "#5d9a91",
    "curve": "#0c655e",
}
ELEMENTS = {"line": "line", "dot": "circle", "path": "path"}
PAPER_DASHES = {"b": "7 4", "c": "2 3", "d": "10 3 2 3"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One value: a dot with an interval, or without ``value`` the range of a band. ``note`` is its text, ``tail`` the rest."""

    value: float | None
    low: float | None
    high: float | None
    note: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    marks: tuple[Mark, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """``kind``: line, dot, path or text; ``css``: the class; ``at``: its attributes."""

    kind: str
    css: str
    at: dict[str, str]
    text: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class DotChart:
    """Two drawings of the same data; ``key`` makes ids on the page unique."""

    key: str
    title: str
    description: str
    wide: Drawing = field(repr=False)
    narrow: Drawing = field(repr=False)


def dot_chart(
    key: str, rows: Sequence[Row], scale: Scale, *, title: str, description: str, series: Sequence[str] = ()
) -> DotChart:
    """Rows from top to bottom. ``series``: names of the marks of a row, when each row has more than one."""
    wide = _Canvas(WIDE, left=250, right=150 if not series else 120, scale=scale)
    narrow = _Canvas(NARROW, left=8, right=8, scale=scale)
    return DotChart(key, title, description, wide.draw(rows, series), narrow.draw_narrow(rows, series))


def standalone(drawing: Drawing, *, font: str) -> str:
    """The drawing as an SVG file with its own colours and font, for paper."""
    shapes = "".join(_paper_shape(shape, font) for shape in drawing.shapes)
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'


def markup(drawing: Drawing) -> str:
    """The shapes of a drawing for a page, in their order: elements with classes, every text and attribute escaped."""
    return "\n  ".join(map(_page_shape, drawing.shapes))


class _Canvas:
    def __init__(self, width: int, *, left: int, right: int, scale: Scale) -> None:
        self.width, self.left, self.end, self.scale = width, left, width - right, scale

    def draw(self, rows: Sequence[Row], series: Sequence[str]) -> Drawing:
        """Label at the left, note at the right."""
        shapes = self._legend(series)
        top = y = 34.0 if series else 10.0
        for row in rows:
            lines = wrap(row.label, 32) or [""]
            height = max(46.0 if series else 34.0, 18.0 * len(lines) + 14)
            middle = y + height / 2
            shapes.append(_line("rule", self.left, middle, self.end, middle))
            first = middle + 5 - 9 * (len(lines) - 1)
            shapes += [_text(_strong("label", row), 0, first + 18 * i, line) for i, line in enumerate(lines)]
            shapes += self._marks(row, middle, 7)
            shapes.append(_note(row, self.width, middle + 5))
            y += height
        return self._finished(shapes, top, y, series)

    def draw_narrow(self, rows: Sequence[Row], series: Sequence[str]) -> Drawing:
        """Label and note above their marks."""
        shapes = self._legend(series)
        top = y = 34.0 if series else 6.0
        for row in rows:
            lines = wrap(row.label, 27) or [""]
            shapes += [_text(_strong("label", row), 0, y + 18 + 18 * i, line) for i, line in enumerate(lines)]
            shapes.append(_note(row, self.width, y + 18))
            y += 18 * len(lines) + (6 if series else 0)
            shapes += self._marks(row, y + 17, 6.5)
            y += 34
        return self._finished(shapes, top, y, series, ends=True)

    def _finished(
        self, shapes: list[Shape], top: float, bottom: float, series: Sequence[str], *, ends: bool = False
    ) -> Drawing:
        guides: list[Shape] = []
        for value, text in self.scale.ticks:
            x = self._x(value)
            anchor = "middle"
            if ends and value in (self.scale.low, self.scale.high):
                anchor = "start" if value == self.scale.low else "end"
            guides += [_line("guide", x, top, x, bottom), _text("axis", x, bottom + 17, text, anchor)]
        return Drawing(self.width, round(bottom + 24), (*guides, *shapes))

    def _legend(self, series: Sequence[str]) -> list[Shape]:
        shapes: list[Shape] = []
        x = float(self.left)
        for name, css in zip(series, _second("bar", "dot", len(series)), strict=True):
            shapes += [_line(css[0], x, 12, x + 28, 12), _dot(css[1], x + 14, 12, 6), _text("axis", x + 38, 16.5, name)]
            x += 56 + 7.5 * len(name)
        return shapes

    def _marks(self, row: Row, middle: float, radius: float) -> list[Shape]:
        shapes: list[Shape] = []
        offsets = (0,) if len(row.marks) == 1 else (-6, 6)
        for mark, offset, (bar, dot) in zip(row.marks, offsets, _second("bar", "dot", len(row.marks)), strict=True):
            y = middle + offset
            if mark.low is not None and mark.high is not None:
                shapes.append(self._span(mark.low, mark.high, y, bar if mark.value is not None else "band"))
            if mark.value is not None:
                shapes.append(_dot(dot, self._x(mark.value), y, radius))
        return shapes

    def _span(self, low: float, high: float, y: float, css: str) -> Shape:
        """An interval, or a band that is never too narrow to see."""
        start, end = self._x(low), self._x(high)
        more = max(0.0, 10 - (end - start)) / 2 if css == "band" else 0.0
        return _line(css, start - more, y, end + more, y)

    def _x(self, value: float) -> float:
        part = (min(max(value, self.scale.low), self.scale.high) - self.scale.low) / (self.scale.high - self.scale.low)
        return self.left + part * (self.end - self.left)


def _second(bar: str, dot: str, many: int) -> Iterable[tuple[str, str]]:
    """A second series differs in shape as well as colour."""
    return [(bar, dot), (f"{bar} b", f"{dot} b")][:many]


def _strong(css: str, row: Row) -> str:
    return f"{css} strong" if row.strong else css


def _note(row: Row, x: float, y: float) -> Shape:
    texts = [mark.note for mark in row.marks]
    tail = f"({row.marks[0].tail})" if len(row.marks) == 1 and row.marks[0].tail else ""
    return _text(_strong("note", row), x, y, " · ".join(texts), "end", tail)


def _line(css: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape("line", css, {"x1": _at(x1), "y1": _at(y1), "x2": _at(x2), "y2": _at(y2)})


def _dot(css: str, x: float, y: float, radius: float) -> Shape:
    return Shape("dot", css, {"cx": _at(x), "cy": _at(y), "r": _at(radius)})


def _text(css: str, x: float, y: float, text: str, anchor: str = "start", tail: str = "") -> Shape:
    return Shape("text", css, {"x": _at(x), "y": _at(y), "text-anchor": anchor}, text, tail)


def _at(value: float) -> str:
    return f"{value:.1f}"


def _page_shape(shape: Shape) -> str:
    at = "".join(f' {key}="{escape(value)}"' for key, value in shape.at.items())
    if shape.kind != "text":
        return f'<{ELEMENTS[shape.kind]} class="{escape(shape.css)}"{at}/>'
    tail = f' <tspan class="axis">{escape(shape.tail)}</tspan>' if shape.tail else ""
    return f'<text class="{escape(shape.css)}"{at}>{escape(shape.text)}{tail}</text>'


def _paper_shape(shape: Shape, font: str) -> str:
    name, _, more = shape.css.partition(" ")
    colour, at = PAPER_COLOURS[name], " ".join(f'{key}="{value}"' for key, value in shape.at.items())
    if shape.kind == "line":
        width = {"bar": "1.5" if more == "b" else "3", "band": "6"}.get(name, "1")
        dashes = {"rule": ' stroke-dasharray="1 4"', "band": ' stroke-dasharray="2 3"'}.get(name, "")
        return (
            f'<line {at} stroke="{PAPER_COLOURS["band"] if more == "b" else colour}" stroke-width="{width}"{dashes}/>'
        )
    if shape.kind == "dot":
        fill, rim = ("#ffffff", PAPER_COLOURS["label"]) if more == "b" else (colour, "#ffffff")
        return f'<circle {at} fill="{fill}" stroke="{rim}" stroke-width="2"/>'
    if shape.kind == "path":
        return _paper_path(name, more, at)
    weight = ' font-weight="bold"' if more == "strong" else ""
    size = "13" if name == "axis" else "15"
    tail = f' <tspan fill="{PAPER_COLOURS["axis"]}" font-size="13">{escape(shape.tail)}</tspan>' if shape.tail else ""
    return (
        f'<text {at} fill="{colour}" font-family="{font}" font-size="{size}"{weight}>{escape(shape.text)}{tail}</text>'
    )


def _paper_path(name: str, more: str, at: str) -> str:
    """A curve with its dashes; a band that is tinted, or for a second curve outlined."""
    dashes = f' stroke-dasharray="{PAPER_DASHES[more]}"' if more else ""
    if name == "curve":
        colour = PAPER_COLOURS["label"] if more else PAPER_COLOURS["curve"]
        return f'<path {at} fill="none" stroke="{colour}" stroke-width="2.5"{dashes}/>'
    if more:
        return f'<path {at} fill="none" stroke="{PAPER_COLOURS["band"]}" stroke-width="1"{dashes}/>'
    return f'<path {at} fill="{PAPER_COLOURS["area"]}" fill-opacity="0.25"/>'
