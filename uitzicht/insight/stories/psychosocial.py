"""The five areas of work as the Belgian typology of psychosocial risks names them, with turnover as an indicator.

Only figures that stand on other pages too, brought together for whoever analyses risks: HR, the guardian, and on paper
the prevention adviser.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import drawings, phrases, sentences, words
from uitzicht.insight.cells import Below, Exact, Hidden
from uitzicht.insight.labels import area_in_sentence, capital
from uitzicht.insight.measures.turnover import ALL, part_labels, period_label, periods
from uitzicht.insight.ranking import by_mean, ranked
from uitzicht.insight.rules import is_enough, is_shown
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.stories.turnover import sentences as of_turnover
from uitzicht.insight.stories.turnover.rates import items, span
from uitzicht.insight.stories.turnover.years import Years
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind
from uitzicht.ui.templatetags.ui import percent

AREAS = ("content", "conditions", "relations", "terms", "organisation")


@dataclass(frozen=True, slots=True)
class Area:
    """What the release shows of one area of work; None for what it does not ask. ``main``: the area as main reason;
    ``pushes``: reasons of this area, all of which push away, most first."""

    code: str
    label: str
    satisfaction: FigureGroup | None
    change: FigureGroup | None
    main: Item | None
    pushes: tuple[Item, ...]


def sections(reading: Reading) -> list[Section]:
    return [*_areas(reading), *_turnover(reading)]


def _areas(reading: Reading) -> list[Section]:
    reasons, main = _one(reading, "reasons"), _one(reading, "main_reason")
    scores = _by_area(reading, "experience")
    changes = _by_area(reading, "change")
    found = [_area(code, scores.get(code), changes.get(code), reasons, main) for code in AREAS]
    asked = [area for area in found if area is not None]
    if not asked:
        return []
    satisfied = [area.satisfaction for area in asked if area.satisfaction and is_shown(area.satisfaction)]
    finding, *more = sentences.means(satisfied, _("satisfaction by area of work"))
    chart = drawings.of_means("areas", by_mean(satisfied), _("Satisfaction by area of work")) if satisfied else None
    return [
        Section(
            "areas",
            _("What do leavers say about the five areas of work?"),
            _(
                "The typology of psychosocial risks in Belgian law: job content, working environment, relationships, terms, organisation."
            ),
            finding,
            tuple(filter(None, (*more, _improve(asked), _push(asked, reasons), _limits()))),
            chart,
            _(
                "Dot: mean. Line: 95% range, taken as wide as such a mean allows. Broken line: the exact mean is not shown."
            ),
            _table(asked),
        )
    ]


def _area(
    code: str,
    satisfaction: FigureGroup | None,
    change: FigureGroup | None,
    reasons: FigureGroup | None,
    main: FigureGroup | None,
) -> Area | None:
    named = satisfaction or change
    if named is None:
        return None
    pushes = [item for item in ranked(reasons) if item.key.startswith(f"{code}.")] if reasons else []
    as_main = next((item for item in main.items if item.key == code), None) if main else None
    return Area(code, named.question_label, satisfaction, change, as_main, tuple(pushes))


def _improve(areas: list[Area]) -> str:
    """Where most people would improve something; "" where too few said so."""
    found = [(area, item) for area in areas if (item := _item(area.change, "improve")) and area.change]
    enough = [(area, item) for area, item in found if area.change and is_enough(area.change.base) and item.share]
    if not enough:
        return ""
    area, _most = max(enough, key=lambda row: row[1].share or 0)
    assert area.change is not None
    topic = area_in_sentence(area.code, area.label)
    return sentences.share_of(area.change, "improve", phrases.would_improve(), area.label, topic=topic)


def _push(areas: list[Area], reasons: FigureGroup | None) -> str:
    """The reason of these areas that was named most; "" where nothing can be said."""
    if reasons is None or not is_enough(reasons.base):
        return ""
    codes = {item.key for area in areas for item in area.pushes}
    first = next((item for item in ranked(reasons) if item.key in codes), None)
    if first is None or isinstance(first.shown, Below | Hidden):
        return ""
    return sentences.named(first, reasons.base)


def _limits() -> str:
    return _("This shows where to look. It is no risk analysis: that also asks the people who stay.")


def _table(areas: list[Area]) -> Table:
    columns = (
        pgettext("table", "Area"),
        pgettext("table", "Satisfaction"),
        pgettext("table", "Would improve"),
        pgettext("table", "Main reason"),
        pgettext("table", "Reason named most"),
    )
    rows = [
        TableRow(
            capital(area.label),
            (
                _value(_item(area.satisfaction, "mean")),
                _value(_item(area.change, "improve")),
                _value(area.main),
                _most_named(area),
            ),
        )
        for area in areas
    ]
    return Table(_("Per area: mean from 1 to 5, and people"), columns, tuple(rows))


def _most_named(area: Area) -> str | None:
    """The reason of the area at the top of the list, with its number; None where nothing is shown."""
    first = next(iter(area.pushes), None)
    value = _value(first)
    return f"{first.label}: {value}" if first and value else None


def _value(item: Item | None) -> str | None:
    if item is None or isinstance(item.shown, Hidden):
        return None
    value = words.item_value(item)
    return f"{value} ({percent(item.share)})" if item.share is not None else value


def _item(group: FigureGroup | None, key: str) -> Item | None:
    return next((item for item in group.items if item.key == key), None) if group else None


def _by_area(reading: Reading, measure: str) -> dict[str, FigureGroup]:
    return {group.question.rpartition(".")[2]: group for group in reading.groups(measure)}


def _one(reading: Reading, measure: str) -> FigureGroup | None:
    return next(iter(reading.groups(measure)), None)


def _turnover(reading: Reading) -> list[Section]:
    """The year that the page on turnover is about, in its parts; turnover takes the kinds of departure apart itself."""
    if reading.selection.kind is not Kind.ALL:
        return []
    groups = {group.question: group for group in reading.groups("turnover")}
    found = [(period, groups.get(f"turnover.{period.name}")) for period in periods(reading.published)]
    years = Years(tuple((period, group) for period, group in found if group is not None))
    question, about = _("How many people leave?"), _("Turnover is one of the indicators of psychosocial risks.")
    if not years.found:
        finding = _("Not known yet: this release holds no facts on staff here.")
        return [Section("indicator", question, about, finding)]
    period, group = years.now
    parts = items(group)
    labels = part_labels()
    rows = [
        TableRow(capital(labels[key]), (words.item_value(item), percent(item.share, 1), span(item)))
        for key, item in parts.items()
    ]
    columns = (
        pgettext("table", "Kind of departure"),
        pgettext("table", "Left"),
        pgettext("table", "Turnover"),
        pgettext("table", "95% range"),
    )
    more = [of_turnover.change(group, years.before[1], years.before[0])] if years.before else []
    caption = _("Turnover in {period}, counted per year").format(period=period_label(period))
    table = Table(caption, columns, tuple(rows)) if isinstance(parts[ALL].shown, Exact) else None
    return [
        Section(
            "indicator", question, about, of_turnover.rate_of(group, period), tuple(filter(None, more)), table=table
        )
    ]
