"""Curves of length of stay."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from uitzicht.insight.labels import capital
from uitzicht.insight.measures.staying import MONTHS, Step, Steps, at, leaving_label, years_label
from uitzicht.ui.charts import DotChart, Scale
from uitzicht.ui.curves import Curve, step_chart
from uitzicht.ui.templatetags.ui import number, percent

FEWEST_DRAWN = 10  # people observed, under which a curve is not drawn further
MOST_KINDS = 4
MOST_TICKS = 6


def stays(steps: Steps, title: str, said: Sequence[str]) -> DotChart:
    """Who is still here, with its band and the people observed; ``said``: the same in words."""
    across = _years(steps)
    drawn = _drawn(steps, across)
    curve = Curve(
        _("still here"),
        tuple((step[0] + 1.0, *step[1:4]) for step in drawn),
        until=_until(drawn),
        at_risk=tuple(_observed(steps, month) for month, _text in across.ticks),
    )
    return step_chart(
        "staying",
        [curve],
        across,
        _shares(1.0),
        title=title,
        description=" ".join(said),
        across_title=_("years of service"),
        at_risk_title=_("People observed"),
    )


def leaving(kinds: Mapping[str, Steps], steps: Steps, title: str) -> DotChart:
    """The most frequent ways to leave; ``steps``: of everybody, for how far the others are drawn."""
    across = _years(steps)
    last = _drawn(steps, across)[-1][0]
    curves = []
    for kind, kind_steps in list(kinds.items())[:MOST_KINDS]:
        drawn = [step for step in kind_steps if step[0] <= last]
        points = tuple((step[0] + 1.0, *step[1:4]) for step in drawn)
        label = capital(leaving_label(kind))
        curves.append(Curve(label, points, until=_until(drawn), start=0.0, is_banded=False))
    top = max(value for curve in curves for _month, value, _low, _high in curve.steps)
    return step_chart(
        "leaving",
        curves,
        across,
        _shares(top),
        title=title,
        description=_described(kinds),
        across_title=_("years of service"),
    )


def _described(kinds: Mapping[str, Steps]) -> str:
    parts = []
    for kind, steps in kinds.items():
        step = next((found for year in (5, 2, 1) if (found := at(steps, year * MONTHS))), steps[-1])
        years = years_label(round((step[0] + 1) / MONTHS)) if step[0] >= MONTHS - 1 else years_label(1)
        parts.append(f"{capital(leaving_label(kind))}, {years}: {percent(step[1])}")
    return "; ".join(parts) + "."


def _drawn(steps: Steps, across: Scale) -> list[Step]:
    """As far as enough people were observed, and as the axis goes; at least one step."""
    far = max((place for place, step in enumerate(steps) if step[4] >= FEWEST_DRAWN), default=0)
    return [step for step in steps[: far + 1] if step[0] < across.high] or list(steps[:1])


def _until(drawn: Sequence[Step]) -> float:
    return drawn[-1][0] + 1.0


def _years(steps: Steps) -> Scale:
    """Whole years as far as enough people were observed, with at most six marks."""
    months = max((step[0] + 1 for step in steps if step[4] >= FEWEST_DRAWN), default=MONTHS)
    years = max(1, -(-months // MONTHS))
    apart = next(apart for apart in (1, 2, 5, 10, 20) if years / apart <= MOST_TICKS - 1)
    last = -(-years // apart) * apart
    marks = range(0, last + 1, apart)
    return Scale(0, float(last * MONTHS), tuple((float(year * MONTHS), number(year)) for year in marks))


def _observed(steps: Steps, months: float) -> str:
    """People at risk at that length of service, as the table has them; at the start those at the first departure."""
    step = at(steps, int(months)) if months else steps[0]
    return number(step[4]) if step else ""


def _shares(largest: float) -> Scale:
    top, step = next(
        ((top, step) for top, step in ((0.1, 0.02), (0.25, 0.05), (0.5, 0.1)) if largest <= top), (1.0, 0.25)
    )
    return Scale(0, top, tuple((step * i, percent(step * i)) for i in range(round(top / step) + 1)))
