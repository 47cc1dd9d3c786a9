"""Do some groups leave sooner, or more often? From the staff list, so everybody who resigned counts."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.insight.groups.comparison import About, Comparison, Result
from uitzicht.insight.groups.cuts import Cut
from uitzicht.insight.groups.leaving import Leaving, Staying, counts_unknown, leaving, staying
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.groups import stays
from uitzicht.insight.measures.staying import years_label
from uitzicht.insight.published import Published
from uitzicht.insight.stories.groups import sentences
from uitzicht.insight.stories.groups.drawings import curves, rates
from uitzicht.insight.stories.section import Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import Item
from uitzicht.ui.templatetags.ui import number, percent

YEARS_TOLD = ("2", "5", "1", "10")
YEARS_IN_TABLE = ("1", "2", "5")
CHANGING = ("age", "working_time", "contract")


def sooner(of: Published, cut: Cut, comparisons: Sequence[Comparison]) -> list[Section]:
    """Curves of who has not resigned yet, by group."""
    asked = next((one for one in comparisons if one.about is About.SOONER), None)
    if asked is None:
        return []
    rows = staying(of, cut)
    finding = sentences.sooner(asked, cut, _ends(rows))
    more = [_at_hiring(cut)]
    if asked.p is not None and counts_unknown(of, cut):
        more.append(_("Those of whom this is not known are one of the groups of the test."))
    about = _("Who has not resigned after so many years, as if nobody left in another way. Everybody is counted.")
    question = sentences.question_of(About.SOONER)
    if not rows:
        return [Section("sooner", question, about, finding)]
    return [
        Section(
            "sooner",
            question,
            about,
            finding,
            tuple(filter(None, more)),
            curves("sooner", rows, cut, question),
            _("Line: share that has not resigned. Tinted or outlined: 95% range. Numbers: people at risk."),
            _stays_table(rows, cut),
        )
    ]


def more_often(of: Published, cut: Cut, comparisons: Sequence[Comparison]) -> list[Section]:
    """Resignations per person-year by group, each against all others."""
    asked = [one for one in comparisons if one.about is About.MORE_OFTEN]
    rows = {row.value: row for row in leaving(of, cut)}
    if not asked:
        return []
    found = sorted((one for one in asked if one.result is Result.DIFFERENT), key=lambda one: one.q or 0)
    finding, *more = [sentences.more_often(rows[one.value], cut) for one in found] or [sentences.no_rate_differs(asked)]
    drawn = [row for row in rows.values() if row.is_comparable]
    small = [cut.values[row.value] for row in rows.values() if not row.is_comparable]
    more += [sentences.left_out(small), _at_hiring(cut)]
    question = sentences.question_of(About.MORE_OFTEN)
    return [
        Section(
            "more-often",
            question,
            _("Resignations a year, as a part of those who worked here. Everybody is counted."),
            finding,
            tuple(filter(None, more)),
            rates("more-often", drawn, cut, question) if drawn else None,
            _("Dot: resignations a year. Line: 95% range (exact). The table has all groups."),
            _rates_table(tuple(rows.values()), cut, asked),
        )
    ]


def _at_hiring(cut: Cut) -> str:
    """What can change while somebody works here is taken as it was at the start; answers take it as it was at the end."""
    return _("Groups are as they were when people were hired.") if cut.key in CHANGING else ""


def _ends(rows: Sequence[Staying]) -> list[tuple[str, Item]]:
    """The lowest and the highest share after the same years: the first at which their ranges do not overlap, or else the
    first that two groups were observed for."""
    found = [(row.value, {item.key: item for item in stays(row)}) for row in rows]
    told = []
    for years in YEARS_TOLD:
        shares = sorted(
            ((value, items[years]) for value, items in found if years in items), key=lambda one: one[1].share or 0
        )
        if len(shares) > 1:
            told.append([shares[0], shares[-1]])
    return next((ends for ends in told if _are_apart(*ends)), told[0] if told else [])


def _are_apart(first: tuple[str, Item], last: tuple[str, Item]) -> bool:
    one, other = first[1].interval, last[1].interval
    return one is not None and other is not None and not one.overlaps(other)


def _stays_table(rows: Sequence[Staying], cut: Cut) -> Table:
    columns = [capital(cut.label), pgettext("table", "People"), pgettext("table", "Resigned")]
    for years in YEARS_IN_TABLE:
        columns += [
            pgettext("table", "Not resigned after {years}").format(years=years_label(int(years))),
            pgettext("table", "95% range"),
        ]
    columns.append(pgettext("table", "Months until half has resigned"))
    return Table(_("Who has not resigned, by group"), tuple(columns), tuple(_stays_row(row, cut) for row in rows))


def _stays_row(row: Staying, cut: Cut) -> TableRow:
    items = {item.key: item for item in stays(row)}
    cells: list[str | None] = [number(row.people), number(row.resignations)]
    for years in YEARS_IN_TABLE:
        item = items.get(years)
        cells += [words.share(item), words.interval(item)] if item else [None, None]
    return TableRow(capital(cut.values[row.value]), (*cells, words.item_value(items["months"])))


def _rates_table(rows: Sequence[Leaving], cut: Cut, asked: Sequence[Comparison]) -> Table:
    results = {one.value: one.result for one in asked}
    mirrored = next(iter(results.values())) if len(rows) == 2 else None
    columns = (
        capital(cut.label),
        pgettext("table", "Person-years"),
        pgettext("table", "Resigned"),
        pgettext("table", "A year"),
        pgettext("table", "95% range"),
        pgettext("table", "Times as often as all others"),
        pgettext("table", "95% range"),
        pgettext("table", "Result"),
    )
    return Table(
        _("Resignations by group"),
        columns,
        tuple(_rates_row(row, cut, results.get(row.value, mirrored)) for row in rows),
    )


def _rates_row(row: Leaving, cut: Cut, result: Result | None) -> TableRow:
    interval = row.rate.interval
    cells = [
        number(row.rate.exposure),
        number(row.rate.events),
        percent(row.rate.value, 1),
        words.span(number(100 * interval.low, 1), percent(interval.high, 1)),
    ]
    ratio = row.ratio if row.is_comparable else None
    times = (
        [number(ratio.value, 2), words.span(number(ratio.interval.low, 2), number(ratio.interval.high, 2))]
        if (ratio and ratio.value is not None)
        else [None, None]
    )
    return TableRow(capital(cut.values[row.value]), (*cells, *times, sentences.result_label(result)))
