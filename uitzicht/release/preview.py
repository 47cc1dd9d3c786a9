"""The next release before it is made: what it would publish, who waits and until when. Numbers of people, no answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from uitzicht.core.disclosure.bundles import Waiting
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.people.tree import UnitTree
from uitzicht.release.proposal import Proposal
from uitzicht.release.vocabulary import Stratum
from uitzicht.ui.templatetags.ui import day

MOST_STROKES = 24
FIRST, GAP = 12, 11
AT_THE_TOP = 1_000_000  # releases to wait, where there is nothing to move up to


@dataclass(frozen=True)
class Row:
    """One closed (or waiting) row of strokes: a stroke is a person, no stroke is anybody."""

    label: str
    stratum: str
    people: int
    places: int = 0
    period: str = ""
    notes: tuple[str, ...] = ()

    @property
    def strokes(self) -> list[int]:
        return [FIRST + GAP * n for n in range(min(self.people, MOST_STROKES))]

    @property
    def open_places(self) -> list[int]:
        return [FIRST + GAP * n for n in range(self.people, min(self.places, MOST_STROKES))]

    @property
    def width(self) -> int:
        return FIRST + GAP * min(max(self.people, self.places), MOST_STROKES)


@dataclass(frozen=True)
class Queue:
    """Who moves up at the same time: ``title`` says when."""

    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Breakdown:
    """A cut of the latest release. ``views``: how many of its values are certified; ``waiting``: people in none of them."""

    label: str
    views: int
    people: int
    waiting: int


def bundle_row(tree: UnitTree, bundle: Any) -> Row:
    """A bundle that would close, or one of a frozen release (a row of ``models.Bundle``)."""
    unit = getattr(bundle, "unit_id", None) or int(bundle.unit)
    return Row(tree.label(unit), str(Stratum(bundle.stratum).label), bundle.size, period=bundle.period)


def queues(tree: UnitTree, proposal: Proposal) -> list[Queue]:
    """Who would wait after this release: who moves up soonest first, those at the top of the tree last."""
    rows: dict[int, list[Row]] = {}
    for (unit, stratum), people in sorted(_places(proposal).items(), key=lambda place: tree.label(int(place[0][0]))):
        parent = tree.parents[int(unit)]
        notes = [_missing_note(_missing(people, proposal.parameters))]
        if parent is not None:
            notes.append(_("First to %(unit)s.") % {"unit": tree.label(parent)})
        left = AT_THE_TOP if parent is None else proposal.parameters.patience - max(one.waited for one in people)
        least = fewest(stratum, proposal.parameters)
        row = Row(tree.label(int(unit)), str(Stratum(stratum).label), len(people), least, notes=tuple(notes))
        rows.setdefault(max(left, 0), []).append(row)
    return [Queue(_move(left), rows[left]) for left in sorted(rows)]


def sentences(tree: UnitTree, proposal: Proposal, *, due: bool) -> tuple[str, str, str]:
    """The page in three sentences: what would be published, what waits, what happens first."""
    return _would_publish(tree, proposal, due), _would_wait(len(proposal.closing.waiting)), _first_attacked()


def breakdowns(document: Mapping[str, Any]) -> list[Breakdown]:
    """The cuts of a release document in order of priority, with what is certified and who waits for them."""
    language = get_language() or "nl"
    return [
        Breakdown(
            cut["labels"].get(language[:2], cut["key"]),
            sum(view["cut"] == cut["key"] for view in document.get("views", ())),
            sum(view["size"] for view in document.get("views", ()) if view["cut"] == cut["key"]),
            sum(row["people"] for row in document.get("view_waiting", ()) if row["cut"] == cut["key"]),
        )
        for cut in document.get("cuts", ())
    ]


def fewest(stratum: str, parameters: Parameters) -> int:
    """Fewest people in a bundle: what stands on an inclusion card is sensitive."""
    return parameters.k_sensitive if stratum == Stratum.CARD else parameters.k


def _places(proposal: Proposal) -> dict[tuple[str, str], list[Waiting]]:
    """Who would wait, by unit and stratum."""
    places: dict[tuple[str, str], list[Waiting]] = {}
    for person in proposal.closing.waiting:
        places.setdefault((person.unit, person.stratum), []).append(person)
    return places


def _missing(people: Iterable[Waiting], parameters: Parameters) -> int:
    """How many more are needed at least. One always: whoever showed somebody their summary hides nobody in a bundle, and
    how many did so in a small group is not for this page."""
    waiting = list(people)
    return max(1, fewest(waiting[0].stratum, parameters) - len(waiting))


def _missing_note(missing: int) -> str:
    return ngettext(
        "Too few: at least %(count)s more is needed.", "Too few: at least %(count)s more are needed.", missing
    ) % {"count": missing}


def _move(left: int) -> str:
    if left == AT_THE_TOP:
        return _("There is no unit above these: they wait until enough people have answered.")
    if not left:
        return _("At the next release these move up, as far as needed for a bundle.")
    return ngettext(
        "After %(count)s more release these move up, as far as needed for a bundle.",
        "After %(count)s more releases these move up, as far as needed for a bundle.",
        left,
    ) % {"count": left}


def _would_publish(tree: UnitTree, proposal: Proposal, due: bool) -> str:
    bundles, k = len(proposal.closing.bundles), proposal.parameters.k
    if not bundles:
        return _nothing_yet(tree, proposal)
    if not due:
        return ngettext(
            "%(people)s people stand ready in %(count)s bundle; the next release is possible from %(on)s on.",
            "%(people)s people stand ready in %(count)s bundles; the next release is possible from %(on)s on.",
            bundles,
        ) % {"people": proposal.people, "count": bundles, "on": day(proposal.next_on)}
    return ngettext(
        "Release %(number)s would add %(people)s people, sealed in %(count)s bundle of at least %(k)s.",
        "Release %(number)s would add %(people)s people, sealed in %(count)s bundles of at least %(k)s each.",
        bundles,
    ) % {"number": proposal.number, "people": proposal.people, "count": bundles, "k": k}


def _nothing_yet(tree: UnitTree, proposal: Proposal) -> str:
    places = _places(proposal)
    if not places:
        return _("Nothing can be published yet: there are no new people who have answered and left.")
    missing, unit = min((_missing(people, proposal.parameters), unit) for (unit, _s), people in places.items())
    return ngettext(
        "Too few to publish yet: in %(unit)s, which comes nearest, at least %(count)s more person is needed.",
        "Too few to publish yet: in %(unit)s, which comes nearest, at least %(count)s more people are needed.",
        missing,
    ) % {"unit": tree.label(int(unit)), "count": missing}


def _would_wait(people: int) -> str:
    if not people:
        return _("Nobody has to wait: everybody who answered and left is in a bundle.")
    return ngettext(
        "%(count)s person waits and counts in no figure yet, because too few others have answered.",
        "%(count)s people wait and count in no figure yet, because too few others have answered.",
        people,
    ) % {"count": people}


def _first_attacked() -> str:
    return _(
        "Before anything is published, a separate program tries to trace the figures to one person; only what it cannot open appears."
    )
