"""The page on cost as a drawing and as rows of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from uitzicht.insight.costs.euros import about, euros
from uitzicht.insight.costs.page import CostPage
from uitzicht.insight.costs.rules import EVERYBODY, Counted
from uitzicht.insight.costs.vocabulary import DIRECT, CostKey, Published, Work
from uitzicht.insight.costs.waterfall import Bar, Waterfall, ticks, waterfall
from uitzicht.insight.labels import capital
from uitzicht.insight.models import CostLine
from uitzicht.ui.charts import DotChart
from uitzicht.ui.templatetags.ui import percent


@dataclass(frozen=True, slots=True)
class Row:
    """One line in the table. ``together``: for all exits it counts for; "" where only one exit is shown."""

    label: str
    low: str
    likely: str
    high: str
    together: str
    source: str
    decided_by: str
    decision: CostLine | None


def chart(page: CostPage) -> DotChart | None:
    """None where there is nothing to add up: one line is no waterfall."""
    parts = page.parts
    if page.total is None or len(parts) < 2:
        return None
    bars = [_bar(CostKey(key), mean) for key, mean in parts.items()]
    total = Bar(_("all counted lines"), page.total.mean, about(page.total.mean), "total")
    axis = [(value, euros(value)) for value in ticks(max(page.total.interval.high, page.total.mean))]
    known = {bar.kind for bar in bars}
    names = [(kind, name) for kind, name in (("direct", _("direct")), ("hidden", _("hidden"))) if kind in known]
    return waterfall(
        "cost",
        Waterfall(bars, _capital(total), page.total.interval, axis, names),
        title=_("What adds up to the cost"),
        description=_described(page, bars),
    )


def rows(page: CostPage, decisions: Mapping[tuple[str, str], CostLine]) -> list[Row]:
    """The lines that count, in their order."""
    means = dict(page.total.parts) if page.total else {}
    return [
        Row(
            label=_label(line, page),
            low=euros(line.amounts.low),
            likely=euros(line.amounts.likely),
            high=euros(line.amounts.high),
            together="" if page.of_one_exit else about(means[line]),
            source=line.amounts.source,
            decided_by=_name(decisions.get((line.family, line.key))),
            decision=decisions.get((line.family, line.key)),
        )
        for line in page.weights
    ]


def not_counted(page: CostPage) -> list[str]:
    return [str(key.label) for key in page.not_counted]


def _label(line: Counted, page: CostPage) -> str:
    label = capital(str(CostKey(line.key).label))
    if line.family != EVERYBODY and page.family == EVERYBODY:
        return _("{line}, {family}").format(line=label, family=line.family)
    if line.family == EVERYBODY and (page.family != EVERYBODY or page.several_families):
        return _("{line}, all job families").format(line=label)
    return label


def _name(row: CostLine | None) -> str:
    """Who decided, without their address."""
    return row.decided_by.partition(" <")[0] if row else ""


def _bar(key: CostKey, mean: float) -> Bar:
    kind = "direct" if key in DIRECT else "hidden"
    return Bar(capital(str(key.label)), mean, about(mean), kind)


def _capital(bar: Bar) -> Bar:
    return Bar(capital(bar.label), bar.amount, bar.note, bar.kind)


def _described(page: CostPage, bars: list[Bar]) -> str:
    """The drawing in words."""
    told = [f"{bar.label}: {bar.note}" for bar in bars]
    if page.total:
        low, high = page.total.interval.low, page.total.interval.high
        all_lines, span = _("all counted lines"), _("{low} to {high}").format(low=about(low), high=about(high))
        told.append(f"{all_lines}: {about(page.total.mean)} ({span})")
    return "; ".join(told) + "."


def starting(values: Sequence[tuple[Published, int]]) -> list[tuple[str, str, str, str]]:
    """Published shares as source, kind of work, share and euros."""
    return [
        (
            one.source,
            str(Work(one.work).label) if one.work else _("all kinds of work"),
            percent(one.share),
            about(amount),
        )
        for one, amount in values
    ]
