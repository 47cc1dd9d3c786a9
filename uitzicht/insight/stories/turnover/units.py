"""Turnover of units beside each other, and which of them differ from the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import pgettext

from uitzicht.core.statistics.comparison import benjamini_hochberg
from uitzicht.core.statistics.rates import rate_ratio
from uitzicht.insight import words
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.turnover import ALL, Period, by_part, part_labels, period_label
from uitzicht.insight.published import Published
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.turnover.rates import count, exposure, items, people, span
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup
from uitzicht.ui.templatetags.ui import number, percent


@dataclass(frozen=True, slots=True)
class Compared:
    """One unit of several. ``is_tested``: enough people to compare; ``differs``: a finding after correction."""

    unit: str
    label: str
    group: FigureGroup
    is_tested: bool = False
    differs: bool = False
    is_higher: bool = False


def beside(published: Published, units: Sequence[str], period: Period) -> list[Compared]:
    """Units that do not overlap, in one year, each tested against all the others here that are large enough."""
    groups = [(unit, by_part(published, unit, period)) for unit in units]
    found = [(unit, group) for unit, group in groups if group is not None]
    counts = {unit: _counts(group) for unit, group in found if exposure(group) >= ENOUGH}
    verdicts = dict(zip(counts, differences(tuple(counts.values())), strict=True))
    return [
        Compared(unit, published.name(unit), group, unit in verdicts, *verdicts.get(unit, (False, False)))
        for unit, group in found
    ]


@lru_cache(maxsize=256)
def differences(counts: tuple[tuple[int, float], ...]) -> tuple[tuple[bool, bool], ...]:
    """(leavers, person-years) of each unit -> (is a finding, leaves more often than the others).

    An exact test of each against the others together, corrected for all of them (Benjamini, Hochberg). Kept, because a
    frozen release asks the same again and again.
    """
    events, exposure = sum(count for count, _ in counts), sum(years for _, years in counts)
    if len(counts) < 2 or events == 0:
        return ((False, False),) * len(counts)
    ratios = [rate_ratio(count, years, events - count, exposure - years) for count, years in counts]
    corrected = benjamini_hochberg([ratio.p for ratio in ratios])
    return tuple(
        (each.found, count * (exposure - years) > (events - count) * years)
        for each, (count, years) in zip(corrected, counts, strict=True)
    )


def table(published: Published, units: Sequence[str], period: Period) -> Table:
    """One row for each unit in which somebody worked, with how far below the first it lies."""
    top = min((published.depth(unit) for unit in units), default=0)
    groups = [(unit, by_part(published, unit, period)) for unit in units]
    rows = [
        TableRow(published.name(unit), _cells(group, period), published.depth(unit) - top)
        for unit, group in groups
        if group is not None
    ]
    columns = (
        pgettext("table", "Unit"),
        pgettext("table", "People on average"),
        pgettext("table", "Left"),
        pgettext("table", "Turnover"),
        pgettext("table", "95% range"),
        capital(part_labels()["voluntary"]),
    )
    caption = pgettext("table", "turnover in {period}, counted per year").format(period=period_label(period))
    return Table(capital(caption), columns, tuple(rows))


def _cells(group: FigureGroup, period: Period) -> tuple[str, ...]:
    found = items(group)
    total, voluntary = found[ALL], found["voluntary"]
    return (
        number(people(group, period)),
        words.item_value(total),
        percent(total.share, 1),
        span(total),
        percent(voluntary.share, 1),
    )


def _counts(group: FigureGroup) -> tuple[int, float]:
    return count(items(group)[ALL]), exposure(group)
