"""Turnover in words: the finding, its base and range, and what it does not mean."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.core.statistics.rates import rate_ratio
from uitzicht.insight import words
from uitzicht.insight.measures.turnover import ALL, Period, period_label
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories.turnover.rates import count, ends, exposure, items, people, points
from uitzicht.insight.stories.turnover.units import Compared
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.templatetags.ui import number

CERTAIN = 0.05


def rate_of(group: FigureGroup, period: Period) -> str:
    """Turnover of a unit in a year, or why nothing can be said."""
    total, average = items(group)[ALL], people(group, period)
    if average < ENOUGH:
        return _too_few_people(average)
    values = {"period": period_label(period), "people": number(average), **ends(total.interval)}
    leavers = count(total)
    if leavers == 0:
        return _(
            "Nobody left in {period}. With {people} people on average, that fits a turnover of up to {high}%."
        ).format(**values)
    pattern = (
        ngettext(
            "Turnover in {period} was {rate}% (between {low}% and {high}%):"
            " {leavers} person left, of {people} who worked here on average.",
            "Turnover in {period} was {rate}% (between {low}% and {high}%):"
            " {leavers} people left, of {people} who worked here on average.",
            leavers,
        )
        if period.is_full
        else ngettext(
            "Turnover in {period} was {rate}% counted per year (between {low}% and {high}%):"
            " {leavers} person left, of {people} who worked here on average.",
            "Turnover in {period} was {rate}% counted per year (between {low}% and {high}%):"
            " {leavers} people left, of {people} who worked here on average.",
            leavers,
        )
    )
    return pattern.format(rate=points(total.share), leavers=leavers, **values)


def change(now: FigureGroup, then: FigureGroup, period: Period) -> str:
    """Against the full year before: an exact test of equal rates; "" when the two are too small to compare."""
    events, others = count(items(now)[ALL]), count(items(then)[ALL])
    if min(exposure(now), exposure(then)) < ENOUGH or events + others == 0:
        return ""
    ratio = rate_ratio(events, exposure(now), others, exposure(then))
    if ratio.p >= CERTAIN:
        pattern = _("No change is shown since {then}, when it was {rate}%. There may still be one.")
    elif ratio.interval.low > 1:
        pattern = _("A rise is shown since {then}, when it was {rate}%.")
    else:
        pattern = _("A fall is shown since {then}, when it was {rate}%.")
    return pattern.format(then=period_label(period), rate=points(items(then)[ALL].share))


def returned(people: int, period: Period) -> str:
    """Who came back: everybody who began in this unit and had worked in the organisation before."""
    if people == 0:
        return _("Nobody who had worked here before came back in {period}.").format(period=period_label(period))
    return ngettext(
        "{n} colleague who had worked here before came back in {period}.",
        "{n} colleagues who had worked here before came back in {period}.",
        people,
    ).format(n=number(people), period=period_label(period))


def part_years(parts: Sequence[Period]) -> str:
    """Which years were observed in part only; "" when none."""
    if not parts:
        return ""
    pattern = _("Part of a year, counted per year so that it compares: {years}.")
    return pattern.format(years=", ".join(map(period_label, parts)))


def parts(group: FigureGroup, period: Period) -> list[str]:
    """How turnover comes apart; the parts add up to the whole."""
    found = items(group)
    pattern = _(
        "Of the turnover of {rate}% in {period}, {voluntary} points were voluntary,"
        " {involuntary} involuntary and {other} other departures."
    )
    values = {part: points(found[part].share) for part in ("voluntary", "involuntary", "other")}
    more = [pattern.format(rate=points(found[ALL].share), period=period_label(period), **values)]
    more.append(_("Voluntary turnover lies between {low}% and {high}%.").format(**ends(found["voluntary"].interval)))
    if "unknown" in found:
        more.append(_not_registered(count(found["unknown"])))
    rounded = round(sum(round(100 * (item.share or 0), 1) for key, item in found.items() if key != ALL), 1)
    if rounded != round(100 * (found[ALL].share or 0), 1):
        more.append(_("The parts are rounded, so together they differ a little from the whole."))
    return more


def wanted(group: FigureGroup, period: Period) -> list[str]:
    """Undesired departures, and how far those that were not decided could change that."""
    found, leavers = items(group), sum(count(item) for item in group.items)
    undecided, undesired = count(found["undecided"]), found["undesired"]
    label = period_label(period)
    if undecided == leavers:
        pattern = _("For no departure in {period} was it decided whether it was desired.")
        return [pattern.format(period=label)]
    pattern = _(
        "Undesired departures in {period}: {count} of {leavers}, a turnover of {rate}% (between {low}% and {high}%)."
    )
    values = {"count": count(undesired), "leavers": leavers, "rate": points(undesired.share)}
    more = [pattern.format(period=label, **values, **ends(undesired.interval))]
    if undecided:
        pattern = ngettext(
            "For {undecided} departure it was not decided. If that one was undesired too, it would be {most}%.",
            "For {undecided} departures it was not decided. If all of those were undesired too, it would be {most}%.",
            undecided,
        )
        most = (undesired.share or 0) + (found["undecided"].share or 0)
        more.append(pattern.format(undecided=undecided, most=points(most)))
    return more


def first_year(group: FigureGroup, period: Period) -> str:
    item, leavers = group.items[0], int(exposure(group))
    if leavers < ENOUGH:
        return _too_few_leavers(leavers)
    if count(item) == 0:
        pattern = _(
            "Nobody of the {leavers} people who left in {period} left within a year of being hired"
            " (between {low}% and {high}%)."
        )
        return pattern.format(leavers=leavers, period=period_label(period), **_share(item))
    pattern = _(
        "Of the {leavers} people who left in {period}, {count} left within a year of being hired"
        " ({share}%, between {low}% and {high}%)."
    )
    return pattern.format(leavers=leavers, period=period_label(period), **_share(item))


def stayed(group: FigureGroup, period: Period) -> str:
    item, there = group.items[0], int(exposure(group))
    if there < ENOUGH:
        return _too_few_people(there)
    pattern = _(
        "Of the {there} people who worked here at the start of {period}, {count} still did at its end"
        " ({share}%, between {low}% and {high}%)."
    )
    return pattern.format(there=there, period=period_label(period), **_share(item))


def compared(found: Sequence[Compared]) -> list[str]:
    """Which units differ from the others beside them, after correction for all comparisons on the page."""
    tested = [unit for unit in found if unit.is_tested]
    if len(tested) < 2:
        pattern = _("Too few people to compare units: at least two with {enough} people each are needed.")
        return [pattern.format(enough=ENOUGH)]
    higher = [unit.label for unit in tested if unit.differs and unit.is_higher]
    lower = [unit.label for unit in tested if unit.differs and not unit.is_higher]
    if not higher and not lower:
        pattern = _("No unit is shown to differ from the others. {n} were compared. There may still be a difference.")
        return [pattern.format(n=len(tested))]
    said = []
    if higher:
        said.append(_("More people leave than elsewhere: {units}.").format(units=", ".join(higher)))
    if lower:
        said.append(_("Fewer people leave than elsewhere: {units}.").format(units=", ".join(lower)))
    pattern = _("Each was compared with the others beside it, corrected for {n} comparisons.")
    return [*said, pattern.format(n=len(tested)), _("This says nothing about the cause.")]


def _share(item: Item) -> dict[str, str]:
    found = words.ends(item.interval) if item.interval else {}
    return {"count": words.item_value(item), "share": words.points(item.share or 0), **found}


def _too_few_people(average: int) -> str:
    missing = ENOUGH - average
    return ngettext(
        "Too few to conclude about turnover: {people} people worked here. {missing} more is needed.",
        "Too few to conclude about turnover: {people} people worked here. {missing} more are needed.",
        missing,
    ).format(people=average, missing=missing)


def _too_few_leavers(leavers: int) -> str:
    missing = ENOUGH - leavers
    return ngettext(
        "Too few to conclude about leaving in the first year. Leavers: {leavers}. {missing} more is needed.",
        "Too few to conclude about leaving in the first year. Leavers: {leavers}. {missing} more are needed.",
        missing,
    ).format(leavers=leavers, missing=missing)


def _not_registered(n: int) -> str:
    return ngettext(
        "{n} person left according to the staff list without a registered departure: how is not known.",
        "{n} people left according to the staff list without a registered departure: how is not known.",
        n,
    ).format(n=n)
