"""Groups drawn: curves of who has not resigned, and dots with ranges, one row for each group."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from uitzicht.insight import drawings, words
from uitzicht.insight.groups.cuts import Cut
from uitzicht.insight.groups.leaving import Leaving, Staying
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.groups import rates as rate_items
from uitzicht.insight.measures.groups import stays
from uitzicht.insight.measures.staying import MONTHS
from uitzicht.insight.stories.turnover.rates import drawing
from uitzicht.insight.vocabulary import FigureGroup
from uitzicht.ui.charts import DotChart, Scale
from uitzicht.ui.curves import Curve, step_chart
from uitzicht.ui.templatetags.ui import number, percent

MOST_CURVES = 4
FEWEST_DRAWN = 10  # people at risk, under which a curve is not drawn further
YEARS_APART = (1, 2, 5, 10)
MOST_TICKS = 5


def curves(key: str, rows: Sequence[Staying], cut: Cut, title: str) -> DotChart:
    """The groups with most resignations, as many as can be told apart; the table has all of them."""
    most = sorted(rows, key=lambda row: -row.resignations)[:MOST_CURVES]
    drawn = [row for row in rows if row in most]
    across = _years(max(_until(row) for row in drawn))
    shares = Scale(0, 1, tuple((part, percent(part)) for part in (0, 0.25, 0.5, 0.75, 1)))
    return step_chart(
        key,
        [_curve(row, cut, across) for row in drawn],
        across,
        shares,
        title=title,
        description=_described(drawn, cut),
        across_title=_("years of service"),
    )


def rates(key: str, rows: Sequence[Leaving], cut: Cut, title: str) -> DotChart:
    """Resignations a year, one row for each group."""
    return drawing(key, [(capital(cut.values[row.value]), next(iter(rate_items(row)))) for row in rows], title)


def shares(key: str, groups: Sequence[FigureGroup], answer: str, cut: Cut, title: str) -> DotChart:
    """How many of each group gave one answer."""
    return drawings.of_choices(key, _named(groups, cut), (answer,), title)


def means(key: str, groups: Sequence[FigureGroup], cut: Cut) -> DotChart:
    """How each group rates one question."""
    return drawings.of_means(key, _named(groups, cut), capital(groups[0].question_label))


def _named(groups: Sequence[FigureGroup], cut: Cut) -> list[FigureGroup]:
    """Rows of a drawing are called after the group, not after the question."""
    return [replace(group, question_label=cut.values[group.unit.partition(":")[2]]) for group in groups]


def _curve(row: Staying, cut: Cut, across: Scale) -> Curve:
    until = _until(row)
    return Curve(
        capital(cut.values[row.value]),
        tuple((step[0] + 1.0, *step[1:4]) for step in row.steps if step[0] < until),
        until=until,
        at_risk=tuple(_at_risk(row, month) for month, _text in across.ticks),
    )


def _until(row: Staying) -> float:
    """Months up to which enough people are at risk."""
    return max((step[0] + 1.0 for step in row.steps if step[4] >= FEWEST_DRAWN), default=float(MONTHS))


def _at_risk(row: Staying, month: float) -> str:
    """People at risk at the first resignation from then on."""
    return next((number(step[4]) for step in row.steps if step[0] >= month), number(0))


def _years(months: float) -> Scale:
    years = max(1, -(-int(months) // MONTHS))
    apart = next((apart for apart in YEARS_APART if years / apart <= MOST_TICKS), YEARS_APART[-1])
    last = -(-years // apart) * apart
    marks = range(0, last + 1, apart)
    return Scale(0, float(last * MONTHS), tuple((float(year * MONTHS), number(year)) for year in marks))


def _described(rows: Sequence[Staying], cut: Cut) -> str:
    parts = []
    for row in rows:
        at_years = [f"{item.label} {words.share(item)}" for item in stays(row) if item.share is not None]
        parts.append(f"{capital(cut.values[row.value])}: {', '.join(at_years)}")
    return "; ".join(parts) + "."
