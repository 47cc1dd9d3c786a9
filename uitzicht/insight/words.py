"""Figures as words, in the language that is active: the same words on the page, in a drawing and on paper."""

from datetime import date
from math import ceil, floor

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Above, Below, Exact, Range, Shown, count_bounds
from uitzicht.insight.vocabulary import Item
from uitzicht.ui.templatetags.ui import number, percent


def value(shown: Shown, *, score: bool = False) -> str:
    """A count or mean as people read it: "12", "3.9", "fewer than 3", "above 3.6", "4 to 7", "withheld"."""
    digits = 1 if score else 0
    match shown:
        case Exact(exact):
            return number(exact, digits)
        case Below(limit):
            return _("below {limit}").format(limit=_edge(limit, up=True)) if score else _fewer(limit)
        case Above(limit):
            return (
                _("above {limit}").format(limit=_edge(limit, up=False))
                if score
                else _("more than {limit}").format(limit=number(limit))
            )
        case Range(0, high) if not score:
            return _fewer(high + 1)
        case Range(low, high):
            return span(number(low, digits), number(high, digits))
    return _("not shown")


def item_value(item: Item) -> str:
    return value(item.shown, score=item.score)


def share(item: Item) -> str:
    return percent(item.share)


def share_span(item: Item, base: Shown) -> str:
    """A share without its sign: exact, or from the one end of its band to the other: "36", "83 to 93"."""
    n = base.value if isinstance(base, Exact) else 1
    low, high = (points(end / n) for end in count_bounds(item.shown, n))
    return low if low == high else span(low, high)


def interval(item: Item) -> str:
    """ "21 to 43 %" of a share, "3.4 to 4.3" of a mean, "" beside a band."""
    if item.interval is None:
        return ""
    if item.score:
        return span(number(item.interval.low, 1), number(item.interval.high, 1))
    return span(points(item.interval.low), percent(item.interval.high))


def interval_short(item: Item) -> str:
    """The interval of a share without its sign, for where the sign stands beside it already: "21 to 43"."""
    return span(points(item.interval.low), points(item.interval.high)) if item.interval else ""


def span(low: str, high: str) -> str:
    return _("{low} to {high}").format(low=low, high=high)


def points(part: float) -> str:
    """A fraction as a whole number of percents, without the sign."""
    return number(100 * part)


def ends(found: Interval) -> dict[str, str]:
    """The placeholders of a sentence about a share."""
    return {"low": points(found.low), "high": points(found.high)}


def long_date(on: date) -> str:
    """ "2 maart 2026", as the reader's language writes it."""
    language = (get_language() or "nl")[:2]
    return format_date(on, "d. MMMM y" if language == "de" else "d MMMM y", locale=language)


def certificate(full: str) -> str:
    """The first 16 hex digits in four groups, as the footer shows them."""
    return " ".join(full[at : at + 4] for at in range(0, 16, 4))


def _fewer(limit: float) -> str:
    return _("fewer than {limit}").format(limit=number(limit))


def _edge(limit: float, *, up: bool) -> str:
    """The edge of a band of means, rounded outwards to 0.1: still true, and no false precision."""
    tenths = round(10 * limit, 6)
    return number((ceil(tenths) if up else floor(tenths)) / 10, 1)
