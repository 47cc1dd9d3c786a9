"""How many people leave? From the staff list, so everybody counts, also those who did not answer."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from uitzicht.insight import words
from uitzicht.insight.drawings import MOST_ROWS
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.turnover import ALL, Period, by_part, observed_from, part_labels, period_label, periods
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.stories.turnover import sentences, units
from uitzicht.insight.stories.turnover.rates import count, drawing, items, people
from uitzicht.insight.stories.turnover.years import Years, of_parts, of_rates, of_shares, of_turnover
from uitzicht.insight.tables import Table
from uitzicht.insight.vocabulary import FigureGroup


def sections(reading: Reading) -> list[Section]:
    of, groups = reading.published, {group.question: group for group in reading.groups("turnover")}

    def years(question: str) -> Years:
        named = [(period, groups.get(f"{question}.{period.name}")) for period in periods(of)]
        return Years(tuple((period, group) for period, group in named if group is not None))

    turnover = years("turnover")
    if not turnover.found:
        return [_not_yet()]
    period, group = turnover.now
    makers = [(_parts, "turnover"), (_wanted, "desirability"), (_first_year, "first_year"), (_stayed, "stability")]
    if people(group, period) < ENOUGH:
        makers = []
    parts = [make(years(question)) for make, question in makers if years(question).found]
    came_back = dict(years("returned").found).get(period)
    return [_rate(reading, turnover, came_back), *filter(None, parts), *_units(reading, period)]


def by_unit(reading: Reading, chosen: Sequence[str]) -> Table | None:
    """The year that the sentences are about, one row for each unit."""
    of = reading.published
    found = [(period, by_part(of, reading.unit, period)) for period in periods(of)]
    years = Years(tuple((period, group) for period, group in found if group is not None))
    return units.table(of, chosen, years.now[0]) if years.found else None


def _not_yet() -> Section:
    finding = _("Not known yet: this release holds no facts on staff here.")
    about = _(
        "Turnover is counted from the staff list. Import it with the people who left, register departures,"
        " and make a release: the next one has it."
    )
    return Section("turnover", _question(), about, finding)


def _question() -> str:
    return _("How many people leave in a year?")


def _rate(reading: Reading, years: Years, came_back: FigureGroup | None) -> Section:
    period, group = years.now
    rows = [(period_label(year), items(found)[ALL]) for year, found in years.found[-MOST_ROWS:]]
    more = [sentences.change(group, years.before[1], years.before[0])] if years.before else []
    if came_back is not None:
        more.append(sentences.returned(count(came_back.items[0]), period))
    more.append(sentences.part_years([found for found, _group in years.found if not found.is_full]))
    more.append(_("The range says how far chance alone could move the figure. It says nothing about why people left."))
    since = observed_from(reading.published)
    about = _("Everybody in the staff list counts, also who did not answer. Counted from {date} on.")
    return Section(
        "turnover",
        _question(),
        about.format(date=words.long_date(since)) if since else "",
        sentences.rate_of(group, period),
        tuple(filter(None, more)),
        drawing("turnover", rows, _question(), strong=period_label(period)),
        _("Dot: people who left per hundred in a year. Line: 95% range (exact Poisson)."),
        of_turnover(reading.published.label(reading.unit), years),
    )


def _parts(years: Years) -> Section | None:
    period, group = years.now
    found = items(group)
    if not found[ALL].share:
        return None
    rows = [(capital(labels), found[part]) for part, labels in part_labels().items() if part in found]
    question = _("Did they choose to leave?")
    finding, *more = sentences.parts(group, period)
    return Section(
        "parts",
        question,
        _(
            "Voluntary: who resigned. Involuntary: who was dismissed. Other: retirement, the end of a contract and so on."
        ),
        finding,
        tuple(more),
        drawing("parts", rows, question, strong=rows[0][0]),
        _(
            "Dot: people who left per hundred in a year. Line: 95% range (exact Poisson). The parts add up to the whole."
        ),
        of_parts(years),
    )


def _wanted(years: Years) -> Section:
    period, group = years.now
    question = _("Were these departures desired?")
    finding, *more = sentences.wanted(group, period)
    rows = [(capital(item.label), item) for item in group.items]
    return Section(
        "desirability",
        question,
        _("Decided by HR by rule, before answers are read. It is about the departure, never about the person."),
        finding,
        tuple(more),
        drawing("desirability", rows, question, strong=rows[0][0]),
        _("Dot: people who left per hundred in a year. Line: 95% range (exact Poisson)."),
        of_rates(years),
    )


def _first_year(years: Years) -> Section:
    question = _("Do people leave soon after they were hired?")
    about = _("Of everybody who left, those who were here for less than a year.")
    finding = sentences.first_year(years.now[1], years.now[0])
    return _shares("first-year", question, about, finding, years)


def _stayed(years: Years) -> Section:
    question = _("Who stayed?")
    about = _(
        "Turnover can be everybody once in a while, or the same jobs again and again. Stability tells them apart."
    )
    finding = sentences.stayed(years.now[1], years.now[0])
    return _shares("stability", question, about, finding, years)


def _units(reading: Reading, period: Period) -> list[Section]:
    of = reading.published
    below = [unit for unit in of.ordered if of.parents[unit] == reading.unit]
    found = units.beside(of, below, period)
    if len(found) < 2:
        return []
    question = _("Do more people leave in some units?")
    finding, *more = sentences.compared(found)
    if len(found) > MOST_ROWS:
        more.append(
            _("The drawing shows the {n} with the highest turnover; the table has all of them.").format(n=MOST_ROWS)
        )
    rows = sorted(((unit.label, items(unit.group)[ALL]) for unit in found), key=lambda row: -(row[1].share or 0))
    return [
        Section(
            "turnover-units",
            question,
            _("In {period}. A unit holds everybody below it too.").format(period=period_label(period)),
            finding,
            tuple(more),
            drawing("turnover-units", rows[:MOST_ROWS], question),
            _("Dot: people who left per hundred in a year. Line: 95% range (exact Poisson)."),
            units.table(of, [unit.unit for unit in found], period),
        )
    ]


def _shares(key: str, question: str, about: str, finding: str, years: Years) -> Section:
    """One share of people in every year."""
    rows = [(period_label(period), group.items[0]) for period, group in years.found[-MOST_ROWS:]]
    chart = drawing(key, rows, question, strong=period_label(years.now[0]), digits=0)
    caption = _("Dot: share. Line: 95% range (Wilson).")
    return Section(key, question, about, finding, (), chart, caption, of_shares(question, years))
