"""What the figure of an action is called in a sentence, and changes of it in words. Active language."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from uitzicht.actions.effect.aims import Aim
from uitzicht.actions.effect.vocabulary import Scale, Side
from uitzicht.insight.labels import kind_label
from uitzicht.insight.published import Published
from uitzicht.ui.templatetags.ui import number, percent


def figure_label(of: Published, aim: Aim) -> str:
    """ "voluntary turnover", or the answer with its question: “pay” (main reason)."""
    if aim.is_rate:
        return _rate_label(aim)
    question = of.questions[aim.question]
    label = _in_language(question.get("labels"), aim.question)
    if question["type"] == "score":
        return label
    item = _in_language(question.get("item_labels", {}).get(aim.item), aim.item)
    return _("“{item}” ({question})").format(item=item, question=label)


def lower_or_higher(change: float, scale: Scale) -> str:
    """ "31 % lower" of a ratio, "12 percentage points higher" of a share, "0.4 higher" of a mean."""
    if scale in (Scale.RATE, Scale.PART):
        change -= 1
        size = percent(abs(change))
    else:
        size = amount(abs(change), scale)
    return (_("{size} lower") if change < 0 else _("{size} higher")).format(size=size)


def amount(size: float, scale: Scale) -> str:
    """A difference without its direction."""
    if scale is Scale.MEAN:
        return number(size, 1)
    return _("{n} percentage points").format(n=number(100 * size))


def value(side: Side, scale: Scale) -> str:
    """ "14.2 %" of a rate, "31 %" of a share, "3.9" of a mean."""
    return number(side.value, 1) if scale is Scale.MEAN else percent(side.value, 1 if scale is Scale.RATE else 0)


def ends(side: Side, scale: Scale) -> tuple[str, str]:
    """The interval of a side, without sign."""
    digits = 1 if scale in (Scale.RATE, Scale.MEAN) else 0
    factor = 1 if scale is Scale.MEAN else 100
    return number(factor * side.interval.low, digits), number(factor * side.interval.high, digits)


def month(on: date) -> str:
    """ "maart 2027"."""
    return str(format_date(on, "MMMM y", locale=(get_language() or "nl")[:2]))


def _rate_label(aim: Aim) -> str:
    if aim.family == "kind":
        return _("turnover ({kind})").format(kind=kind_label(aim.item))
    return {
        "all": pgettext("figure of an action", "turnover"),
        "voluntary": pgettext("figure of an action", "voluntary turnover"),
        "involuntary": pgettext("figure of an action", "involuntary turnover"),
        "other": pgettext("figure of an action", "turnover of other kinds"),
        "undesired": pgettext("figure of an action", "undesired turnover"),
        "desired": pgettext("figure of an action", "desired turnover"),
        "first_year": pgettext("figure of an action", "leaving within a year of being hired"),
        "still_here": pgettext("figure of an action", "leaving within the year of who was here at its start"),
    }.get(aim.item, pgettext("figure of an action", "turnover"))


def _in_language(labels: dict[str, str] | None, key: str) -> str:
    return (labels or {}).get((get_language() or "nl")[:2]) or key
