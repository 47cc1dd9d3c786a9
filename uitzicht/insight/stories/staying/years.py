"""Length of stay at whole years, as tables."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.staying import MONTHS, YEARS, Step, Steps, at, leaving_label, years_label
from uitzicht.insight.tables import Table, TableRow
from uitzicht.ui.templatetags.ui import number, percent


def of_stays(steps: Steps) -> Table:
    """Share still here after whole years, its range, and the people observed then."""
    columns = (
        pgettext("table", "Length of service"),
        pgettext("table", "Still here"),
        pgettext("table", "95% range"),
        pgettext("table", "People observed"),
    )
    found = [(year, at(steps, year * MONTHS)) for year in YEARS]
    rows = [
        TableRow(capital(years_label(year)), (percent(step[1]), _span(step), number(step[4])))
        for year, step in found
        if step
    ]
    return Table(_("Share still here after so many years"), columns, tuple(rows))


def of_kinds(kinds: Mapping[str, Steps]) -> Table:
    """Share that left in each way within whole years, with its range."""
    first = next(iter(kinds.values()))
    years = [year for year in YEARS if at(first, year * MONTHS)]
    columns = (pgettext("table", "Way of leaving"), *(capital(years_label(year)) for year in years))
    rows = [
        TableRow(capital(leaving_label(kind)), tuple(_cell(at(steps, year * MONTHS)) for year in years))
        for kind, steps in kinds.items()
    ]
    return Table(_("Share that has left within so many years, with its 95% range"), columns, tuple(rows))


def _cell(step: Step | None) -> str | None:
    if step is None:
        return None
    return f"{percent(step[1])} ({_points(step)})" if 0 < step[1] < 1 else percent(step[1])


def _span(step: Step) -> str:
    return words.span(words.points(step[2]), percent(step[3]))


def _points(step: Step) -> str:
    return words.span(words.points(step[2]), words.points(step[3]))
