"""The figures under an effect, as a table beside the drawing."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.actions.effect.drawings import before_label, others_label, since_label
from uitzicht.actions.effect.labels import ends, value
from uitzicht.actions.effect.rates import side_of
from uitzicht.actions.effect.vocabulary import Outcome, Scale, Side
from uitzicht.insight import words
from uitzicht.insight.labels import capital
from uitzicht.insight.tables import Table, TableRow
from uitzicht.ui.templatetags.ui import number


def over_time(found: Outcome, *, unit: str, caption: str, others: bool) -> Table | None:
    """One row for each period: departures, what they are counted over, the rate with its range; the same of the others."""
    if not found.series:
        return None
    beside = {one.name: one for one in found.other_series} if others else {}
    columns = [
        pgettext("table", "Period"),
        pgettext("table", "Departures"),
        _over(found.scale),
        unit,
        pgettext("table", "95% range"),
        *([capital(others_label())] if beside else []),
    ]
    rows = []
    for one in found.series:
        side = side_of(one.events, one.exposure, found.scale)
        cells: list[str | None] = [
            number(one.events),
            number(one.exposure),
            value(side, found.scale),
            _range(side, found.scale),
        ]
        if beside:
            other = beside[one.name]
            cells.append(value(side_of(other.events, other.exposure, found.scale), found.scale))
        rows.append(TableRow(one.name, tuple(cells)))
    return Table(caption, tuple(columns), tuple(rows))


def before_and_after(found: Outcome, *, caption: str, unit: str, others: bool) -> Table | None:
    """Before and since: the figure, its range and the answers; the same of the comparison units."""
    if found.own is None:
        return None
    heads = (before_label(), since_label())
    rows = [
        _row(f"{unit}, {head.lower()}", side, found.scale)
        for head, side in _pairs(heads, found.own.before, found.own.after)
    ]
    if others and found.others:
        label = capital(others_label())
        beside = _pairs(heads, found.others.before, found.others.after)
        rows += [_row(f"{label}, {head.lower()}", side, found.scale) for head, side in beside]
    columns = (
        pgettext("table", "Who"),
        pgettext("table", "Figure"),
        pgettext("table", "95% range"),
        pgettext("table", "Answers"),
    )
    return Table(caption, columns, tuple(rows))


def _pairs(heads: tuple[str, str], before: Side, after: Side | None) -> list[tuple[str, Side]]:
    return [(head, side) for head, side in zip(heads, (before, after), strict=True) if side]


def _row(head: str, side: Side, scale: Scale) -> TableRow:
    return TableRow(head, (value(side, scale), _range(side, scale), number(side.base)))


def _range(side: Side, scale: Scale) -> str:
    return words.span(*ends(side, scale))


def _over(scale: Scale) -> str:
    return pgettext("table", "People") if scale is Scale.PART else _("Person-years")
