"""A dot with its range, and an upright line where the field stands: the same shapes as the other drawings, so that page
and paper colour them. The two differ in form as well as colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.ui.charts import NARROW, WIDE, DotChart, Drawing, Mark, Scale, Shape

LABELS_WIDE, NOTES_WIDE = 250, 150
EDGE = 8
UPRIGHT = 12.0
"""Half the height of the line of the field."""


@dataclass(frozen=True, slots=True)
class Beside:
    """``mark``: of here, a value or else the ends of a band. ``reach``: its range, for a band that of all it may stand for.
    ``field``: the published figure, on the same scale; ``note``: that figure as text."""

    label: str
    mark: Mark
    reach: Interval
    field: float
    note: str


@dataclass(frozen=True, slots=True)
class _Plane:
    left: float
    right: float
    scale: Scale

    def x(self, value: float) -> float:
        part = (min(value, self.scale.high) - self.scale.low) / (self.scale.high - self.scale.low)
        return self.left + part * (self.right - self.left)


def chart_beside(
    key: str, rows: Sequence[Beside], scale: Scale, *, title: str, description: str, names: tuple[str, str]
) -> DotChart:
    """``names``: of the dot and of the line. Rows from top to bottom."""
    return DotChart(key, title, description, _wide(rows, scale, names), _narrow(rows, scale, names))


def _wide(rows: Sequence[Beside], scale: Scale, names: tuple[str, str]) -> Drawing:
    plane = _Plane(LABELS_WIDE, WIDE - NOTES_WIDE, scale)
    shapes, y = _legend(names, plane.left), 36.0
    for row in rows:
        lines = wrap(row.label, 32) or [""]
        height = max(46.0, 18.0 * len(lines) + 14)
        middle = y + height / 2
        shapes.append(_line("rule", plane.left, plane.right, middle))
        first = middle + 5 - 9 * (len(lines) - 1)
        shapes += [_text("label", 0, first + 18 * at, line) for at, line in enumerate(lines)]
        shapes += _row(plane, row, middle)
        shapes += [_text("note strong", WIDE, middle - 3, row.mark.note, "end")]
        shapes += [_text("axis", WIDE, middle + 14, row.note, "end")]
        y += height
    return _finished(plane, WIDE, shapes, 36, y)


def _narrow(rows: Sequence[Beside], scale: Scale, names: tuple[str, str]) -> Drawing:
    plane = _Plane(EDGE, NARROW - EDGE, scale)
    shapes, y = _legend(names, EDGE), 34.0
    for row in rows:
        lines = wrap(row.label, 24) or [""]
        shapes += [_text("label", 0, y + 18 + 18 * at, line) for at, line in enumerate(lines)]
        shapes += [_text("note strong", NARROW, y + 18, row.mark.note, "end")]
        y += 18 * max(len(lines), 2)
        shapes += [_text("axis", NARROW, y, row.note, "end")]
        shapes += [_line("rule", plane.left, plane.right, y + 20), *_row(plane, row, y + 20)]
        y += 42
    return _finished(plane, NARROW, shapes, 34, y, ends=True)


def _row(plane: _Plane, row: Beside, y: float) -> list[Shape]:
    mark = row.mark
    shapes = [_line("bar", plane.x(row.reach.low), plane.x(row.reach.high), y)]
    if mark.value is None and mark.low is not None and mark.high is not None:
        shapes.append(_line("band", plane.x(mark.low), plane.x(mark.high), y))
    shapes.append(_upright(plane.x(row.field), y))
    if mark.value is not None:
        shapes.append(_dot(plane.x(mark.value), y, 7))
    return shapes


def _legend(names: tuple[str, str], left: float) -> list[Shape]:
    here, field = names
    second = left + 70 + 7.5 * len(here)
    return [
        _line("bar", left, left + 28, 12),
        _dot(left + 14, 12, 6),
        _text("axis", left + 36, 16.5, here),
        _upright(second, 12),
        _text("axis", second + 10, 16.5, field),
    ]


def _finished(
    plane: _Plane, width: int, shapes: list[Shape], top: float, bottom: float, *, ends: bool = False
) -> Drawing:
    guides: list[Shape] = []
    for value, text in plane.scale.ticks:
        x = plane.x(value)
        anchor = "middle"
        if ends and value in (plane.scale.low, plane.scale.high):
            anchor = "start" if value == plane.scale.low else "end"
        guides.append(Shape("line", "guide", {"x1": _at(x), "y1": _at(top), "x2": _at(x), "y2": _at(bottom)}))
        guides.append(_text("axis", x, bottom + 17, text, anchor))
    return Drawing(width, round(bottom + 24), (*guides, *shapes))


def _line(css: str, start: float, end: float, y: float) -> Shape:
    return Shape("line", css, {"x1": _at(start), "y1": _at(y), "x2": _at(end), "y2": _at(y)})


def _upright(x: float, y: float) -> Shape:
    return Shape("path", "curve b", {"d": f"M {_at(x)} {_at(y - UPRIGHT)} V {_at(y + UPRIGHT)}"})


def _dot(x: float, y: float, radius: float) -> Shape:
    return Shape("dot", "dot", {"cx": _at(x), "cy": _at(y), "r": _at(radius)})


def _text(css: str, x: float, y: float, text: str, anchor: str = "start") -> Shape:
    return Shape("text", css, {"x": _at(x), "y": _at(y), "text-anchor": anchor}, text)


def _at(value: float) -> str:
    return f"{value:.1f}"
