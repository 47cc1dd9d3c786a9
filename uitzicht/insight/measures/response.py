"""How many of those who left answered, by what HR knows of everybody: public facts, so without bands."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from uitzicht.core.statistics.shares import wilson
from uitzicht.insight.cells import Exact
from uitzicht.insight.labels import kind_label, tenure_label
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

ANSWERED = "answered"


def response(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """One group for each kind of departure, time in service and unit right under the organisation: the base is everybody
    who left, the item who of them answered. Of the organisation as a whole only, and all kinds together."""
    if selection.kind is not Kind.ALL or selection.by or selection.units[:1] != (published.root,):
        return ()
    return tuple(
        _group(published, f"response.{part}.{value}", label, left[value], found.get(value, 0))
        for part, left, found in parts(published)
        for value, label in _labels(published, part, left).items()
    )


def parts(published: Published) -> Iterator[tuple[str, Mapping[str, int], Mapping[str, int]]]:
    """Part, leavers by value, and who of them answered; nothing where a release does not know who answered."""
    public: Mapping[str, Any] = published.document.get("public", {})
    answered: Mapping[str, Mapping[str, int]] = public.get("answered", {})
    for part in ("kind", "tenure", "unit"):
        left: Mapping[str, int] = public.get("who_left", {}).get(part, {})
        if part == "unit":
            left = {unit: many for unit, many in left.items() if published.parents.get(unit) == published.root}
        if answered.get(part) and len(left) > 1:
            yield part, left, answered[part]


def part_label(part: str) -> str:
    return {"kind": _("kind of departure"), "tenure": _("time in service"), "unit": _("unit")}[part]


def _labels(published: Published, part: str, left: Mapping[str, int]) -> dict[str, str]:
    name = {"kind": kind_label, "tenure": tenure_label, "unit": published.name}[part]
    return {value: _("{part}: {value}").format(part=part_label(part), value=name(value)) for value in left}


def _group(published: Published, question: str, label: str, leavers: int, people: int) -> FigureGroup:
    item = Item(ANSWERED, _("answered"), Exact(people), share=people / leavers, interval=wilson(people, leavers))
    return FigureGroup(
        published.root, published.label(published.root), Kind.ALL, question, label, Exact(leavers), (item,)
    )
