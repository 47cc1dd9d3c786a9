"""The few figures of a title page, each with its range and base. All three count everybody, so no answer stands there."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from uitzicht.core.statistics.shares import wilson
from uitzicht.insight import words
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.turnover import ALL, period_label, periods
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.stories.turnover.rates import count, ends, items, people
from uitzicht.insight.stories.turnover.years import Years
from uitzicht.insight.vocabulary import Item
from uitzicht.reports.definition import Number
from uitzicht.ui.templatetags.ui import number, percent


def numbers(reading: Reading) -> tuple[Number, ...]:
    """Turnover, how many left by their own choice, and who answered; only those that the release knows of this unit."""
    return (*_turnover(reading), *_response(reading))


def _turnover(reading: Reading) -> Iterator[Number]:
    groups = {group.question: group for group in reading.groups("turnover")}
    found = [(period, groups.get(f"turnover.{period.name}")) for period in periods(reading.published)]
    years = Years(tuple((period, group) for period, group in found if group is not None))
    if not years.found:
        return
    period, group = years.now
    average = people(group, period)
    if average < ENOUGH:
        return
    named = {ALL: _("Turnover in {period}"), "voluntary": _("Resigned in {period}")}
    for key, label in named.items():
        if item := items(group).get(key):
            yield _rate(label.format(period=period_label(period)), item, average)


def _rate(label: str, item: Item, average: int) -> Number:
    base = _("{count} of {people} people on average").format(count=count(item), people=number(average))
    return Number(capital(label), percent(item.share, 1), _between(**ends(item.interval)), base)


def _response(reading: Reading) -> Iterator[Number]:
    """Of the whole organisation, for who sees the whole."""
    public = reading.published.document.get("public", {})
    if reading.units is not None or not public.get("leavers"):
        return
    answered, left = public["respondents"], public["leavers"]
    found = words.ends(wilson(min(answered, left), left))
    base = _("{answered} of {left} people who left").format(answered=answered, left=left)
    yield Number(_("Answered"), percent(answered / left), _between(**found), base)


def _between(low: str = "", high: str = "") -> str:
    return _("between {low} and {high}%").format(low=low, high=high) if low else ""
