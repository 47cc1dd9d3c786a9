"""What a careful analyst would say, generated from displayed figures only. Patterns: words.md, section 4.

A banded value carries no percentage and no interval. Every function returns whole sentences in the active language.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight import phrases, words
from uitzicht.insight.cells import Above, Below, Exact, Hidden, Range, Shown
from uitzicht.insight.phrases import Phrases
from uitzicht.insight.ranking import by_mean, ranked, reach
from uitzicht.insight.rules import ENOUGH, is_enough, missing
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.templatetags.ui import number


def too_few(topic: str, base: Shown) -> str:
    """The base is too small for a conclusion: an answer, not an error."""
    if isinstance(base, Range):
        pattern = _(
            "“{topic}” is not shown for all departures together: too few people of one kind answered."
            " Choose resignations, or all other departures."
        )
        return pattern.format(topic=topic)
    if not isinstance(base, Exact):
        pattern = _("Too few to conclude about “{topic}”: the base is {base}. At least {enough} answers are needed.")
        return pattern.format(topic=topic, base=words.value(base), enough=ENOUGH)
    needed = missing(base)
    pattern = ngettext(
        "Too few to conclude about “{topic}”: the base is {base}. {missing} more answer is needed.",
        "Too few to conclude about “{topic}”: the base is {base}. {missing} more answers are needed.",
        needed,
    )
    return pattern.format(topic=topic, base=words.value(base), missing=needed)


def top_reason(group: FigureGroup, topic: str, *, main: bool) -> list[str]:
    """The reason named most, and how certain its place is. ``main``: one reason a person; else several were possible."""
    if not is_enough(group.base):
        return [too_few(topic, group.base)]
    first, *others = ranked(group)
    if isinstance(first.shown, Below):
        pattern = _("Every answer was named by fewer than {limit} of {base} people.")
        return [pattern.format(limit=number(first.shown.limit), base=words.value(group.base))]
    return [named(first, group.base, main=main), *_order(first, others, group.base)]


def named(item: Item, base: Shown, *, main: bool = False) -> str:
    """How many people named one item; without a percentage when it is banded."""
    return said(item, base, phrases.named(main=main), item.label, reason=item.label)


def said(item: Item, base: Shown, pattern: Phrases, about: str, **name: str) -> str:
    """How many people gave one answer, in the caller's words; ``about``: for when there are too few to say so."""
    values = {"base": words.value(base)} | name
    if isinstance(item.shown, Exact) and item.share is not None and item.interval is not None:
        count, share = words.item_value(item), words.points(item.share)
        return pattern.exact.format(count=count, share=share, **words.ends(item.interval), **values)
    match item.shown:
        case Below(limit):
            return pattern.fewer.format(limit=number(limit), **values)
        case Range(0, high):
            return pattern.fewer.format(limit=number(high + 1), **values)
        case Above(limit):
            return pattern.more.format(limit=number(limit), **values)
        case Range(low, high):
            return pattern.between.format(low=number(low), high=number(high), **values)
    return too_few(about, base)


def share_of(group: FigureGroup, key: str, pattern: Phrases, about: str, **name: str) -> str:
    """One item of a choice in the caller's words, or why not."""
    item = next((item for item in group.items if item.key == key), None)
    if item is None or not is_enough(group.base):
        return too_few(about, group.base)
    return said(item, group.base, pattern, about, **name)


def means(groups: Sequence[FigureGroup], topic: str) -> list[str]:
    """The highest and the lowest mean; whether their difference is certain."""
    enough = [group for group in groups if is_enough(group.base)]
    if not enough:
        base = min((group.base for group in groups), key=missing, default=Below(ENOUGH))
        return [too_few(topic, base)]
    ordered = by_mean(enough)
    highest, lowest = ordered[0].items[0], ordered[-1].items[0]
    if len(ordered) == 1 or not (isinstance(highest.shown, Exact) and isinstance(lowest.shown, Exact)):
        return [mean(group) for group in dict.fromkeys((ordered[0], ordered[-1]))]
    pattern = _("Leavers rated “{topic}” highest ({mean} out of 5) and “{other}” lowest ({other_mean}).")
    values = {"mean": words.item_value(highest), "other_mean": words.item_value(lowest)}
    found = [pattern.format(topic=highest.label, other=lowest.label, **values)]
    if highest.interval and lowest.interval and highest.interval.overlaps(lowest.interval):
        found.append(_("The ranges of the two overlap: no difference shown. There may still be one."))
    return found


def mean(group: FigureGroup) -> str:
    """The mean of one question, exact or banded."""
    item = group.items[0]
    values = {"topic": item.label, "base": words.value(group.base)}
    if isinstance(item.shown, Exact) and item.interval:
        low, high = number(item.interval.low, 1), number(item.interval.high, 1)
        pattern = _("The score for “{topic}” is {mean} out of 5 (between {low} and {high}, base {base}).")
        return pattern.format(mean=words.item_value(item), low=low, high=high, **values)
    coarse = _("The smaller the group, the coarser the number.")
    match item.shown:
        case Below():
            pattern = _("The score for “{topic}” is {edge} out of 5 (base {base}).")
        case Above():
            pattern = _("The score for “{topic}” is {edge} out of 5 (base {base}).")
        case Range():
            pattern = _("The score for “{topic}” lies in the range {edge} (base {base}).")
        case _:
            return too_few(item.label, group.base)
    return f"{pattern.format(edge=words.item_value(item), **values)} {coarse}"


def response(respondents: int, leavers: int) -> str:
    """How many of those who left answered."""
    if leavers == 0:
        return _("Nobody has left in this period.")
    pattern = ngettext(
        "{respondents} of {leavers} leaver answered ({rate}%).",
        "{respondents} of {leavers} leavers answered ({rate}%).",
        leavers,
    )
    return pattern.format(respondents=respondents, leavers=leavers, rate=words.points(respondents / leavers))


def waiting(people: int) -> str:
    """People whose answers wait for a bundle of their own; "" when nobody waits."""
    if people == 0:
        return ""
    return ngettext(
        "{leavers} leaver, not yet enough answers. These answers count in no total yet.",
        "{leavers} leavers, not yet enough answers. These answers count in no total yet.",
        people,
    ).format(leavers=people)


def not_in_release(unit: str) -> str:
    """A unit without figures of its own: why, and where its answers are."""
    pattern = _(
        "{unit} does not stand in this release: too few people answered there."
        " Their answers wait for more, or count with the unit above."
    )
    return pattern.format(unit=unit)


def who_left(group: FigureGroup) -> str:
    """How many left, and what is most frequent among them."""
    total = int(group.base.value) if isinstance(group.base, Exact) else 0
    people = ngettext("{total} person left.", "{total} people left.", total).format(total=total)
    return f"{people} {most_left(group)}"


def most_left(group: FigureGroup) -> str:
    """The most frequent item among everybody who left; everybody is counted, so without an interval."""
    top = max(group.items, key=lambda item: item.share or 0)
    values = {"count": words.item_value(top), "share": words.points(top.share or 0), "total": words.value(group.base)}
    return _("Most frequent: {label}, {count} of {total} ({share}%).").format(label=top.label, **values)


def _order(first: Item, others: Sequence[Item], base: Shown) -> list[str]:
    reaches = [reach(item, base) for item in (first, *others[:2]) if not isinstance(item.shown, Below | Hidden)]
    if len(reaches) >= 2 and reaches[0].overlaps(reaches[1]):
        pattern = _("“{second}” follows with {count}: too close together to rank the two.")
        return [pattern.format(second=others[0].label, count=words.item_value(others[0]))]
    if len(reaches) == 3 and reaches[1].overlaps(reaches[2]):
        return [_("The reasons that follow are too close together to rank.")]
    return []
