"""Length of stay in words: half of the people, whole years, where the curve rests on few."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from uitzicht.insight import words
from uitzicht.insight.measures.staying import (
    MONTHS,
    YEARS,
    Steps,
    at,
    first_below,
    leaving_label,
)
from uitzicht.insight.rules import ENOUGH
from uitzicht.ui.templatetags.ui import number

LOW, HIGH = 2, 3  # columns of a step
EARLY = 24  # months in which few people observed pull the whole curve along


def half(leavers: int, steps: Steps) -> list[str]:
    """How long half of the people stay, and who is still here after whole years; or why that cannot be said."""
    if leavers < ENOUGH:
        missing = ENOUGH - leavers
        pattern = ngettext(
            "Too few to conclude about how long people stay. Leavers: {leavers}. {missing} more is needed.",
            "Too few to conclude about how long people stay. Leavers: {leavers}. {missing} more are needed.",
            missing,
        )
        return [pattern.format(leavers=leavers, missing=missing)]
    return [_median(steps), *after_years(steps)]


def after_years(steps: Steps) -> list[str]:
    found = [(year, at(steps, year * MONTHS)) for year in YEARS]
    pattern = _("Still here after {years}: {share}% (between {low}% and {high}%).")
    return [
        pattern.format(years=_years(year), share=words.points(step[1]), **_ends(step[LOW], step[HIGH]))
        for year, step in found
        if step
    ]


def early(steps: Steps) -> list[str]:
    """Delayed entry: where few people were observed shortly after they were hired, everything that follows rests on them."""
    thin = [step[0] + 1 for step in steps if step[0] < EARLY and step[4] < ENOUGH]
    if not thin:
        return []
    pattern = _(
        "Of the first {months} of service, few people were observed: fewer than {enough} at times."
        " The whole curve rests on that beginning, so read it with care."
    )
    return [pattern.format(months=_months(thin[-1]), enough=ENOUGH)]


def most_frequent(kinds: Mapping[str, Steps]) -> str:
    """The way in which most have left by the last whole year that was observed; "" when none was."""
    first = next(iter(kinds.items()), None)
    if first is None:
        return ""
    kind, steps = first
    for year in (5, 2, 1):
        step = at(steps, year * MONTHS)
        if step:
            pattern = _(
                "Most frequent within {years}: {kind}, {share}% of everybody hired (between {low}% and {high}%)."
            )
            values = {"kind": leaving_label(kind), "share": words.points(step[1]), **_ends(step[LOW], step[HIGH])}
            return pattern.format(years=_years(year), **values)
    return ""


def duration(months: int) -> str:
    """Months up to two years, then years with one decimal: "14 months", "3.2 years"."""
    if months < EARLY:
        return _months(months)
    years = round(months / MONTHS, 1)
    return _years(int(years)) if years == int(years) else pgettext("after", "{n} years").format(n=number(years, 1))


def _years(years: int) -> str:
    """After or within a preposition, which German declines."""
    return npgettext("after", "{n} year", "{n} years", years).format(n=years)


def _months(months: int) -> str:
    return npgettext("after", "{n} month", "{n} months", months).format(n=months)


def _median(steps: Steps) -> str:
    stay, low, high = (first_below(steps, column) for column in (1, LOW, HIGH))
    if stay is None:
        longest = duration(steps[-1][0] + 1)
        return _(
            "More than half are still here after {longest}: how long half of the people stay is not known yet."
        ).format(longest=longest)
    if low is None or high is None:
        pattern = _("Half of the people are gone after {stay}. How long it could take at most is not known yet.")
        return pattern.format(stay=duration(stay))
    pattern = _("Half of the people are gone after {stay} (between {low} and {high}).")
    return pattern.format(stay=duration(stay), low=duration(low), high=duration(high))


def _ends(low: float, high: float) -> dict[str, str]:
    return {"low": words.points(low), "high": words.points(high)}
