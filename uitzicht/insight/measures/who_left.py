"""Who left: public HR facts that stand in the release. Counted completely, so without bands and without intervals."""

from collections.abc import Mapping
from math import inf
from typing import Any

from django.utils.translation import gettext as _

from uitzicht.insight.cells import Exact
from uitzicht.insight.labels import kind_label, tenure_label
from uitzicht.insight.menu import Selection, not_on_menu
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind, View

KINDS = (
    "resignation",
    "dismissal",
    "mutual_agreement",
    "end_of_fixed_term",
    "retirement",
    "death",
    "other",
)


def who_left(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """Per unit: leavers by kind, by tenure, by unit directly below, and by year where the release has it."""
    if selection.kind is not Kind.ALL or selection.by:
        raise not_on_menu()
    return tuple(group for unit in selection.units for group in _groups(published, unit, selection.view))


def leavers(published: Published, unit: str) -> int:
    """People who left a unit or a unit below it, whether they answered or not."""
    return int(_of(published, unit).get("leavers", 0))


def _groups(published: Published, unit: str, view: View) -> list[FigureGroup]:
    facts = _of(published, unit)
    below = {u: leavers(published, u) for u in published.ordered if published.parents[u] == unit}
    parts = [
        ("kind", _("kind of departure"), {key: kind_label(key) for key in KINDS}, facts.get("kind", {})),
        ("tenure", _("time in service"), _tenures(facts.get("tenure", {})), facts.get("tenure", {})),
    ]
    if view is View.ORGANISATION:
        parts.append(("unit", _("unit"), {u: published.name(u) for u in below}, below))
        years = facts.get("year", {})
        parts.append(("year", _("year of leaving"), {year: year or _("not known") for year in sorted(years)}, years))
    return [_group(published, unit, *part) for part in parts if any(part[3].values())]


def _tenures(counts: Mapping[str, int]) -> dict[str, str]:
    """Bands from short to long, whatever bands a survey uses ("3-7", "11+"); not known comes last."""

    def start(band: str) -> float:
        digits = band.partition("-")[0].rstrip("+")
        return int(digits) if digits.isdigit() else inf

    return {band: tenure_label(band) for band in sorted(counts, key=start)}


def _group(
    published: Published, unit: str, question: str, label: str, labels: Mapping[str, str], counts: Mapping[str, int]
) -> FigureGroup:
    total = leavers(published, unit)
    known = {key: labels[key] for key in labels if counts.get(key)} | {k: k for k in counts if k not in labels}
    items = tuple(Item(key, text, Exact(counts[key]), share=counts[key] / total) for key, text in known.items())
    return FigureGroup(unit, published.label(unit), Kind.ALL, question, label, Exact(total), items)


def _of(published: Published, unit: str) -> Mapping[str, Any]:
    public = published.document.get("public", {})
    if unit in public.get("who_left_by_unit", {}):
        return public["who_left_by_unit"][unit]
    return {**public.get("who_left", {}), "leavers": public.get("leavers", 0)} if unit == published.root else {}
