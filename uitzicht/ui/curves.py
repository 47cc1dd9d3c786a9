"""Curves that go in steps, such as who is still here: with a band, and the number of people under the axis.

Like ``charts``: knows no domain, draws for a page and for paper, and writes coordinates as strings.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from uitzicht.ui.charts import NARROW, WIDE, DotChart, Drawing, Scale, Shape

STYLES = ("", " b", " c", " d")
"""Four curves at most: each has its own dashes, so that they differ without colour."""
PLOT = 230.0
LINE = 20.0
TextAt = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """``steps``: from x on, the value with the ends of its band, in order of x; ``until``: where it stops being drawn.

    ``at_risk``: a text for each tick of the horizontal axis, or none. ``is_banded``: the band is drawn.
    """

    label: str
    steps: tuple[tuple[float, float, float, float], ...]
    until: float
    start: float = 1.0
    at_risk: tuple[str, ...] = ()
    is_banded: bool = True


def step_chart(
    key: str,
    curves: Sequence[Curve],
    across: Scale,
    up: Scale,
    *,
    title: str,
    description: str,
    across_title: str,
    at_risk_title: str = "",
) -> DotChart:
    """One to four curves on one pair of axes. A legend, and a row of numbers for each curve that has them, name the curves
    when there are several. Raises ValueError for more than four: nobody tells five apart."""
    if len(curves) > len(STYLES):
        raise ValueError("at most four curves can be told apart")
    wide = _Plane(WIDE, 54, 24, across, up).draw(curves, across_title, at_risk_title)
    narrow = _Plane(NARROW, 48, 18, across, up).draw(curves, across_title, at_risk_title)
    return DotChart(key, title, description, wide, narrow)


class _Plane:
    def __init__(self, width: int, left: float, right: float, across: Scale, up: Scale) -> None:
        self.width, self.left, self.end, self.across, self.up = width, left, width - right, across, up
        self.top = 12.0

    def draw(self, curves: Sequence[Curve], across_title: str, at_risk_title: str) -> Drawing:
        shapes = self._legend(curves) if len(curves) > 1 else []
        self.top += LINE * len(shapes) / 2
        shapes += self._axes(across_title)
        shapes += [
            Shape("path", f"area{style}", {"d": self._band(curve)})
            for curve, style in zip(curves, STYLES, strict=False)
            if curve.is_banded and curve.steps
        ]
        shapes += [
            Shape("path", f"curve{style}", {"d": self._path(curve)})
            for curve, style in zip(curves, STYLES, strict=False)
        ]
        bottom = self.top + PLOT + 40
        for curve in (curve for curve in curves if curve.at_risk):
            shapes += self._people(curve, at_risk_title if len(curves) == 1 else curve.label, bottom)
            bottom += 2 * LINE
        return Drawing(self.width, round(bottom + 4), tuple(shapes))

    def _legend(self, curves: Sequence[Curve]) -> list[Shape]:
        shapes = []
        for row, (curve, style) in enumerate(zip(curves, STYLES, strict=False)):
            y = self.top + LINE * row
            shapes.append(Shape("path", f"curve{style}", {"d": f"M{self.left:.1f} {y:.1f}H{self.left + 36:.1f}"}))
            shapes.append(_text("label", (self.left + 46, y + 5), curve.label))
        return shapes

    def _axes(self, across_title: str) -> list[Shape]:
        shapes = []
        bottom = self.top + PLOT
        for value, text in self.up.ticks:
            y = self._y(value)
            shapes.append(_line("guide", (self.left, y), (self.end, y)))
            shapes.append(_text("axis", (self.left - 8, y + 4.5), text, "end"))
        for value, text in self.across.ticks:
            x = self._x(value)
            shapes.append(_line("guide", (x, bottom), (x, bottom + 5)))
            shapes.append(_text("axis", (x, bottom + 19), text, "middle"))
        return [*shapes, _text("axis", (self.end, bottom + 36), across_title, "end")]

    def _people(self, curve: Curve, title: str, y: float) -> list[Shape]:
        """The row under the axis: how many people the curve rests on."""
        shapes = [_text("axis", (0, y + 14), title)]
        for (value, _), text in zip(self.across.ticks, curve.at_risk, strict=True):
            shapes.append(_text("note small", (self._x(value), y + 14 + LINE * 0.9), text, "middle"))
        return shapes

    def _path(self, curve: Curve) -> str:
        return self._steps([(x, value) for x, value, _, _ in curve.steps], curve)

    def _band(self, curve: Curve) -> str:
        """Along the upper ends, and back along the lower ones."""
        there = self._steps([(x, high) for x, _, _, high in curve.steps], curve)
        lows = [curve.start, *(low for _, _, low, _ in curve.steps)]
        back = [f"V{self._y(lows[-1]):.1f}"]
        for (x, *_), low in zip(reversed(curve.steps), reversed(lows[:-1]), strict=True):
            back.append(f"H{self._x(x):.1f}V{self._y(low):.1f}")
        return f"{there}{''.join(back)}Z"

    def _steps(self, points: Sequence[tuple[float, float]], curve: Curve) -> str:
        parts = [f"M{self._x(self.across.low):.1f} {self._y(curve.start):.1f}"]
        parts += [f"H{self._x(x):.1f}V{self._y(value):.1f}" for x, value in points]
        return f"{''.join(parts)}H{self._x(curve.until):.1f}"

    def _x(self, value: float) -> float:
        return self.left + _part(value, self.across) * (self.end - self.left)

    def _y(self, value: float) -> float:
        return self.top + PLOT * (1 - _part(value, self.up))


def _part(value: float, scale: Scale) -> float:
    return (min(max(value, scale.low), scale.high) - scale.low) / (scale.high - scale.low)


def _line(css: str, start: TextAt, end: TextAt) -> Shape:
    names = ("x1", "y1", "x2", "y2")
    return Shape("line", css, {name: f"{at:.1f}" for name, at in zip(names, (*start, *end), strict=True)})


def _text(css: str, at: TextAt, text: str, anchor: str = "start") -> Shape:
    return Shape("text", css, {"x": f"{at[0]:.1f}", "y": f"{at[1]:.1f}", "text-anchor": anchor}, text)
