"""How long people stay: curves that a release drew from the staff list, read at whole years. See docs/methods/survival.md."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Above, Exact, Shown
from uitzicht.insight.labels import kind_label
from uitzicht.insight.measures.who_left import KINDS
from uitzicht.insight.menu import Selection, not_on_menu
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

YEARS = (1, 2, 5, 10)
MONTHS = 12
HALF = 0.5
Step = tuple[int, float, float, float, int]  # month of service, share, low, high, at risk
Steps = Sequence[Step]


def staying(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """Who is still here after 1, 2, 5 and 10 years, how long half of the people stay, and who has left how by then.

    For the whole organisation: another unit has no group here. ``count`` is the people observed at that length of service.
    """
    found = of_everybody(published)
    if not _is_asked(published, selection) or found is None:
        return ()
    people, steps = found["people"], found["steps"]
    label = _("still here after so many years")
    groups = [
        _group(published, "staying", label, people, _at_years(steps)),
        _group(published, "median_stay", _("how long half of the people stay"), people, [median(steps)]),
    ]
    for kind, kind_steps in by_kind(published).items():
        name = _("left after so many years: {kind}").format(kind=leaving_label(kind))
        groups.append(_group(published, f"leaving.{kind or 'unknown'}", name, people, _at_years(kind_steps)))
    return tuple(group for group in groups if group.items)


def staying_curve(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """The whole curve, one item for each month in which somebody left: to draw it elsewhere."""
    found = of_everybody(published)
    if not _is_asked(published, selection) or found is None:
        return ()
    items = [_item(str(step[0] + 1), months_label(step[0] + 1), step) for step in found["steps"]]
    return (_group(published, "staying_curve", _("still here after so many months"), found["people"], items),)


def of_everybody(published: Published) -> Mapping[str, Any] | None:
    """``people``, ``leavers`` and ``steps`` of all; None where a release does not have them."""
    found: Mapping[str, Any] | None = _staying(published).get("all")
    return found if found and found["steps"] else None


def by_kind(published: Published) -> dict[str, Steps]:
    """Kind of departure -> share that has left that way by then, in the order of kinds; "" is not registered."""
    found: Mapping[str, Steps] = _staying(published).get("kinds", {})
    return {kind: found[kind] for kind in (*KINDS, "") if kind in found}


def at(steps: Steps, months: int) -> Step | None:
    """The step that holds when somebody has served so many months; None before the first and after the last one."""
    before = [step for step in steps if step[0] < months]
    return before[-1] if before and steps[-1][0] >= months - 1 else None


def median(steps: Steps) -> Item:
    """Months after which half has left, or more than were observed; its interval from the band (Brookmeyer, Crowley 1982)."""
    half, low, high = (first_below(steps, column) for column in (1, 2, 3))
    observed = steps[-1][0] + 1
    shown: Shown = Exact(half) if half else Above(observed)
    interval = Interval(low, high) if half and low and high else None
    return Item("months", _("months"), shown, interval=interval)


def first_below(steps: Steps, column: int) -> int | None:
    """Months after which a column of the steps (1: share, 2: low, 3: high) is at most a half; None: not while observed."""
    return next((step[0] + 1 for step in steps if step[column] <= HALF), None)


def years_label(years: int) -> str:
    return ngettext("{n} year", "{n} years", years).format(n=years)


def months_label(months: int) -> str:
    return ngettext("{n} month", "{n} months", months).format(n=months)


def leaving_label(kind: str) -> str:
    return kind_label(kind) if kind else _("not registered how")


def _is_asked(published: Published, selection: Selection) -> bool:
    if selection.kind is not Kind.ALL:
        raise not_on_menu()
    return published.root in selection.units


def _at_years(steps: Steps) -> list[Item]:
    found = {year: at(steps, year * MONTHS) for year in YEARS}
    return [_item(str(year), years_label(year), step) for year, step in found.items() if step]


def _item(key: str, label: str, step: Step) -> Item:
    _month, share, low, high, at_risk = step
    interval = Interval(low, high) if 0 < share < 1 else None  # at 0 and 1 the curve has no range: not a certain one
    return Item(key, label, Exact(at_risk), share=share, interval=interval)


def _group(published: Published, question: str, label: str, people: int, items: Iterable[Item]) -> FigureGroup:
    root = published.root
    return FigureGroup(root, published.label(root), Kind.ALL, question, label, Exact(people), tuple(items))


def _staying(published: Published) -> Mapping[str, Any]:
    found: Mapping[str, Any] = published.document.get("public", {}).get("staff", {}).get("staying", {})
    return found
