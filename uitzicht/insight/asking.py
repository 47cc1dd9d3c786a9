"""What an address asks for: release, view, kind, unit and groups, all on the menu or refused."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import QueryDict

from uitzicht.insight.figures import the_release
from uitzicht.insight.groups import cuts as groups
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.menu import not_on_menu, select, tops, visible
from uitzicht.insight.published import Published, published
from uitzicht.insight.reference.queries import standing
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import Kind, View

MOST_UNITS = 100


@dataclass(frozen=True)
class Option:
    value: str
    label: str


def reading(
    query: QueryDict, units: Collection[str] | None, language: str, story: Story | None = None
) -> Reading | None:
    """With figures of elsewhere where the page shows them. None: the reader's units do not stand in this release. Refusal for what is not on the menu."""
    number = query.get("release", "")
    if number and not number.isdecimal():
        raise not_on_menu()
    of = published(the_release(int(number) if number else None))
    where = {name: query.get(name, "") for name in ("kind", "unit", "by")}
    view = query.get("view") or View.ORGANISATION
    if not tops(of, units):
        return None
    references = standing() if story and story.beside else ()
    return Reading(of, select(of, view, where, units), language, units, references)


def kinds() -> list[Option]:
    return [Option(kind.value, stratum_label(kind)) for kind in Kind]


def cuts(reading: Reading) -> list[Option]:
    """The menu of groups, for who sees the whole organisation."""
    if reading.units is not None:
        return []
    return [Option(cut.key, cut.label) for cut in groups.cuts(reading.published, reading.language)]


def units(of: Published, allowed: Collection[str] | None, chosen: str) -> list[Option]:
    """Units to choose from, in reading order. A large tree is walked step by step: above the chosen one, and below it."""
    found = {*tops(of, allowed), *visible(of, allowed)}
    if len(found) > MOST_UNITS:
        found = {u for u in found if of.parents[u] == chosen or of.is_under(chosen, u)} | {*tops(of, allowed)}
    return [Option(unit, of.label(unit)) for unit in of.ordered if unit in found]
