"""One question in every year that has it, and those years as tables."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.turnover import ALL, Period, part_labels, period_label
from uitzicht.insight.stories.turnover.rates import items, people, span
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.templatetags.ui import number, percent


@dataclass(frozen=True)
class Years:
    """Oldest first; ``now``: the year that sentences are about."""

    found: tuple[tuple[Period, FigureGroup], ...]

    @property
    def now(self) -> tuple[Period, FigureGroup]:
        """The last whole year, or else the longest part of one."""
        whole = [row for row in self.found if row[0].is_full]
        return whole[-1] if whole else max(self.found, key=lambda row: row[0].years)

    @property
    def before(self) -> tuple[Period, FigureGroup] | None:
        earlier = [row for row in self.found if row[0].is_full and row[0].end <= self.now[0].first]
        return earlier[-1] if earlier and self.now[0].is_full else None


def of_turnover(unit: str, years: Years) -> Table:
    """People, leavers and turnover, one row a year."""
    columns = (
        pgettext("table", "Year"),
        pgettext("table", "People on average"),
        pgettext("table", "Left"),
        pgettext("table", "Turnover"),
        pgettext("table", "95% range"),
    )
    rows = []
    for period, group in years.found:
        total = items(group)[ALL]
        cells = (words.item_value(total), percent(total.share, 1), span(total))
        rows.append(TableRow(period_label(period), (number(people(group, period)), *cells)))
    caption = _("Turnover of {unit}, counted per year").format(unit=unit)
    return Table(caption, columns, tuple(rows))


def of_parts(years: Years) -> Table:
    """Rates of every part, one row a year, with the whole at the end."""
    used = {item.key for _period, group in years.found for item in group.items}
    labels = {part: label for part, label in part_labels().items() if part in used and part != ALL}
    rows = []
    for period, group in years.found:
        found = items(group)
        cells = [_rate_cell(found.get(part)) for part in (*labels, ALL)]
        rows.append(TableRow(period_label(period), tuple(cells)))
    columns = (pgettext("table", "Year"), *map(capital, labels.values()), capital(part_labels()[ALL]))
    return Table(_("Turnover by part, with the number of people"), columns, tuple(rows))


def of_rates(years: Years) -> Table:
    """The items of one question, one row a year."""
    columns = (pgettext("table", "Year"), *(capital(item.label) for item in years.now[1].items))
    rows = [
        TableRow(period_label(period), tuple(_rate_cell(item) for item in group.items)) for period, group in years.found
    ]
    return Table(_("Turnover, with the number of people"), columns, tuple(rows))


def _rate_cell(item: Item | None) -> str:
    return f"{percent(item.share, 1)} ({words.item_value(item)})" if item else "0"


def of_shares(caption: str, years: Years) -> Table:
    """One share of people, one row a year."""
    columns = (
        pgettext("table", "Year"),
        pgettext("table", "People"),
        capital(years.now[1].items[0].label),
        pgettext("table", "Share"),
        pgettext("table", "95% range"),
    )
    rows = [
        TableRow(period_label(period), (words.value(group.base), *_counted(group.items[0])))
        for period, group in years.found
    ]
    return Table(caption, columns, tuple(rows))


def _counted(item: Item) -> tuple[str, str, str]:
    return words.item_value(item), percent(item.share), span(item, 0)
