"""The figure of an action over time, with the day from which it works; or before and after, for answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.actions.effect.labels import ends, value
from uitzicht.actions.effect.rates import side_of
from uitzicht.actions.effect.vocabulary import Outcome, Scale, Side, Stretch
from uitzicht.insight import drawings, words
from uitzicht.ui.charts import NARROW, WIDE, DotChart, Drawing, Mark, Row, Shape, dot_chart
from uitzicht.ui.templatetags.ui import percent

KEY = "effect"
PLOT, TOP, BOTTOM = 230.0, 72.0, 34.0
TOPS = ((0.05, 0.01), (0.1, 0.02), (0.2, 0.05), (0.3, 0.1), (0.4, 0.1), (0.5, 0.1), (0.6, 0.1), (0.8, 0.2), (1.0, 0.25))
Second = tuple[str, str]
OWN: Second = ("bar", "dot")
OTHERS: Second = ("bar b", "dot b")


def over_time(found: Outcome, *, since: date, unit: str, title: str, others: bool) -> DotChart | None:
    """A dot with its interval in each period; filled for the unit, open for the comparison units where ``others`` are drawn.
    None without a period."""
    if not found.series:
        return None
    beside = found.other_series if others else ()
    said = [_described(unit, found.series, found.scale)]
    if beside:
        said.append(_described(others_label(), beside, found.scale))
    said.append(works_from(since))
    series = [(unit, OWN, found.series), *([(others_label(), OTHERS, beside)] if beside else [])]
    wide, narrow = (
        _Plane(width, left, series, found.scale, since).draw() for width, left in ((WIDE, 60.0), (NARROW, 46.0))
    )
    return DotChart(KEY, title, " ".join(said), wide, narrow)


def before_and_after(found: Outcome, *, unit: str, title: str, others: bool) -> DotChart | None:
    """Two rows of dots: before, and since; the comparison units as a second series. None without an after."""
    own, beside = found.own, found.others if others else None
    if own is None or own.after is None:
        return None
    befores, afters = [own.before], [own.after]
    if beside and beside.after:
        befores, afters = [own.before, beside.before], [own.after, beside.after]
    rows = [
        Row(label, tuple(_mark(side, found.scale) for side in sides))
        for label, sides in ((before_label(), befores), (since_label(), afters))
    ]
    axis = drawings.SCORES if found.scale is Scale.MEAN else drawings.share_scale(rows)
    series = [unit, others_label()] if len(befores) > 1 else []
    return dot_chart(KEY, rows, axis, title=title, description=drawings.described(rows, series), series=series)


def caption(scale: Scale) -> str:
    """Under the drawing."""
    return {
        Scale.RATE: _("Dot: people who left per hundred in a year. Line: 95% range (exact Poisson)."),
        Scale.PART: _("Dot: share of people. Line: 95% range (Wilson)."),
        Scale.SHARE: _("Dot: share of who answered. Line: 95% range (Wilson)."),
        Scale.MEAN: _("Dot: mean from 1 to 5. Line: cautious 95% range."),
    }[scale]


def others_label() -> str:
    return pgettext("drawing", "comparable units together")


def before_label() -> str:
    return pgettext("drawing", "Before")


def since_label() -> str:
    return pgettext("drawing", "Since")


def works_from(since: date) -> str:
    return _("Works from {date}.").format(date=words.long_date(since))


def _mark(side: Side, scale: Scale) -> Mark:
    low, high = ends(side, scale)
    return Mark(side.value, side.interval.low, side.interval.high, value(side, scale), words.span(low, high))


def _described(name: str, series: Sequence[Stretch], scale: Scale) -> str:
    parts = []
    for one in series:
        side = side_of(one.events, one.exposure, scale)
        parts.append(f"{one.name} {value(side, scale)} ({words.span(*ends(side, scale))})")
    return f"{name}: {', '.join(parts)}."


@dataclass(frozen=True)
class _Plane:
    """Time from left to right, the rate upwards."""

    width: int
    left: float
    series: Sequence[tuple[str, Second, Sequence[Stretch]]]
    scale: Scale
    since: date

    def draw(self) -> Drawing:
        shapes = [*self._axes(), *self._moment()]
        for place, (name, (bar, dot), series) in enumerate(self.series):
            y, shift = 14.0 + 20 * place, (0.0 if len(self.series) == 1 else (-5.0, 5.0)[place])
            shapes += [_line(bar, self.left, y, self.left + 28, y), _dot(dot, self.left + 14, y)]
            shapes.append(_text("label", self.left + 40, y + 5, name))
            for one in series:
                shapes += self._marked(one, shift, bar, dot)
        return Drawing(self.width, round(TOP + PLOT + BOTTOM), tuple(shapes))

    def _marked(self, one: Stretch, shift: float, bar: str, dot: str) -> list[Shape]:
        side = side_of(one.events, one.exposure, self.scale)
        x = self._x((one.first.toordinal() + one.end.toordinal()) / 2) + shift
        return [
            _line(bar, x, self._y(side.interval.low), x, self._y(side.interval.high)),
            _dot(dot, x, self._y(side.value)),
        ]

    def _moment(self) -> list[Shape]:
        """The day from which the action works: a line, named at its head."""
        x = self._x(self.since.toordinal())
        anchor = "end" if x > self.width * 0.6 else "start"
        text = pgettext("drawing", "works from here")
        return [
            _line("bar b", x, TOP - 18, x, TOP + PLOT),
            _text("axis", x + (-6 if anchor == "end" else 6), TOP - 9, text, anchor),
        ]

    def _axes(self) -> list[Shape]:
        shapes = []
        for place in range(round(self._up[0] / self._up[1]) + 1):
            at = place * self._up[1]
            y = self._y(at)
            shapes += [
                _line("guide", self.left, y, self._end, y),
                _text("axis", self.left - 8, y + 4.5, percent(at), "end"),
            ]
        for one in self.series[0][2]:
            middle = self._x((one.first.toordinal() + one.end.toordinal()) / 2)
            shapes.append(_text("axis", middle, TOP + PLOT + 20, one.name, "middle"))
        return shapes

    @property
    def _end(self) -> float:
        return self.width - 14.0

    @property
    def _up(self) -> tuple[float, float]:
        """A round top above every interval, and the step of its guides."""
        sides = [side_of(one.events, one.exposure, self.scale) for _name, _css, series in self.series for one in series]
        largest = max(side.interval.high for side in sides)
        return next(((top, step) for top, step in TOPS if largest <= top), (float(ceil(largest)), ceil(largest) / 4))

    def _x(self, at: float) -> float:
        stretches = self.series[0][2]
        first = min(stretches[0].first, self.since).toordinal()
        last = max(stretches[-1].end, self.since).toordinal()
        return self.left + (at - first) / (last - first) * (self._end - self.left)

    def _y(self, at: float) -> float:
        return TOP + PLOT * (1 - min(at, self._up[0]) / self._up[0])


def _line(css: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    ends_of = zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
    return Shape("line", css, {name: f"{at:.1f}" for name, at in ends_of})


def _dot(css: str, x: float, y: float) -> Shape:
    return Shape("dot", css, {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "6"})


def _text(css: str, x: float, y: float, text: str, anchor: str = "start") -> Shape:
    return Shape("text", css, {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor}, text)
