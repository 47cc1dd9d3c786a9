"""What may be asked of a release: the declared views, the strata, and units with figures. No free filters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind, View

Where = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which groups a figure is about: ``units`` by id, in reading order; ``by``: the cut of the view of groups, else ""."""

    view: View
    units: tuple[str, ...]
    kind: Kind
    by: str = ""


def select(published: Published, view: str, where: Where, units: Collection[str] | None) -> Selection:
    """Everything outside the menu is refused, and so is a unit that the reader may not see: the two look the same."""
    if set(where) - {"kind", "unit", "by"}:
        raise not_on_menu()
    try:
        seen, kind = View(view), Kind(where.get("kind") or Kind.ALL)
    except ValueError:
        raise not_on_menu() from None
    chosen = _chosen(published, where["unit"], units) if where.get("unit") else None
    if where.get("by") or seen is View.GROUPS:
        return _of_groups(published, seen, kind, where.get("by", ""), chosen, units)
    return Selection(seen, _units(published, seen, chosen, units), kind)


def visible(published: Published, units: Collection[str] | None) -> tuple[str, ...]:
    """Units on the menu of a reader: those with figures that they may see."""
    return tuple(u for u in published.ordered if u in published.with_figures and (units is None or u in units))


def tops(published: Published, units: Collection[str] | None) -> tuple[str, ...]:
    """The highest units that a reader may see: the organisation, or each unit they lead."""
    if units is None:
        return (published.root,)
    return tuple(u for u in published.ordered if u in units and published.parents[u] not in units)


def not_on_menu() -> Refusal:
    return Refusal(
        "insight.view_not_on_menu",
        _(
            "This combination is not on the menu. Freely chosen filters can together point to one person."
            " Choose a certified view, or request this one for the next release."
        ),
    )


def _of_groups(
    published: Published, view: View, kind: Kind, by: str, chosen: str | None, units: Collection[str] | None
) -> Selection:
    """Groups are those of the whole organisation, for who sees the whole; without a cut, the first of the menu."""
    menu = [cut["key"] for cut in published.cuts()]
    if (
        units is not None
        or view is View.UNITS
        or chosen not in (None, published.root)
        or (menu and by not in ("", *menu))
    ):
        raise not_on_menu()
    return Selection(View.GROUPS, (published.root,), kind, by if menu and by else next(iter(menu), ""))


def _units(published: Published, view: View, chosen: str | None, units: Collection[str] | None) -> tuple[str, ...]:
    if view is View.ORGANISATION:
        return (chosen,) if chosen else tops(published, units)
    return tuple(u for u in visible(published, units) if chosen is None or published.is_under(u, chosen))


def _chosen(published: Published, asked: str, units: Collection[str] | None) -> str:
    """By id, or by path such as "Terminal / Kade Noord"; a leader's own unit may be chosen before it has figures."""
    allowed = {*visible(published, units), *tops(published, units)}
    if asked in allowed:
        return asked
    wanted = _folded(asked)
    found = [unit for unit in allowed if _folded(published.label(unit)) == wanted]
    if len(found) != 1:
        raise not_on_menu()
    return found[0]


def _folded(path: str) -> tuple[str, ...]:
    return tuple(step.strip().casefold() for step in path.split("/"))
