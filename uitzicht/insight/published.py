"""A release document, indexed once per process: a frozen document never changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from uitzicht.insight.cells import HIDDEN, Below, parse
from uitzicht.insight.strata import Column, joined
from uitzicht.insight.vocabulary import Kind
from uitzicht.release.queries import Released

SEPARATOR = " / "
STRATA: Mapping[Kind, tuple[str, ...]] = {
    Kind.RESIGNATION: ("resignation",),
    Kind.OTHER: ("other",),
    Kind.ALL: ("resignation", "other"),
}
LATER, FOLLOW_UP = "follow_up.", ("follow_up",)
CARDS, CARD = "card.", ("card",)


class Published:
    """Reads of one release. Units and questions go by their id and key in the document."""

    def __init__(self, released: Released) -> None:
        self.released = released
        self.document: Mapping[str, Any] = released.document
        self.parents: dict[str, str | None] = {unit: row["parent"] for unit, row in self.document["units"].items()}
        self.root = next(unit for unit, parent in self.parents.items() if parent is None)
        self.questions: dict[str, Mapping[str, Any]] = {q["key"]: q for q in self.document["questions"]}
        self.k: int = self.document["parameters"]["k"]
        self._groups = {
            (group["unit"], group["stratum"]): group for group in self.document["groups"] if not group.get("period")
        }
        self._periods = {
            (group["unit"], group["stratum"], group["period"]): group
            for group in self.document["groups"]
            if group.get("period")
        }
        self._views = {(view["cut"], view["value"], view["stratum"]): view for view in self.document.get("views", ())}

    def name(self, unit: str) -> str:
        return self.document["units"][unit]["label"]

    def label(self, unit: str) -> str:
        """The path below the root, or the name of the root itself."""
        return self._labels[unit]

    def depth(self, unit: str) -> int:
        return len(self._path(unit))

    @cached_property
    def bundles(self) -> int:
        """Sealed bundles under the figures of this release, of all releases so far."""
        return len({bundle for group in self.document["groups"] for bundle in group["bundles"]})

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """Every unit, each before what lies below it, siblings by name."""
        children: dict[str | None, list[str]] = {}
        for unit, parent in self.parents.items():
            children.setdefault(parent, []).append(unit)

        def walk(unit: str) -> Iterator[str]:
            yield unit
            for child in sorted(children.get(unit, ()), key=lambda child: self.name(child).casefold()):
                yield from walk(child)

        return tuple(walk(self.root))

    @cached_property
    def with_figures(self) -> frozenset[str]:
        """Units that have at least one group of their own."""
        return frozenset(unit for unit, _ in self._groups)

    def is_under(self, unit: str, above: str) -> bool:
        return unit == above or above == self.root or above in self._path(unit)

    def size(self, unit: str, kind: Kind) -> int:
        """People in the bundles of a unit and below it: how many answered at all, no answer."""
        return sum(self._groups[unit, s]["size"] for s in STRATA[kind] if (unit, s) in self._groups)

    def column(self, question: str, unit: str, kind: Kind) -> Column:
        """One question in one group; a unit without a group of this kind has a base below k."""
        strata = _strata(question, kind)
        found = [self._groups[unit, s]["id"] for s in strata if (unit, s) in self._groups]
        return self._joined(question, "cells", found)

    def periods(self, unit: str, kind: Kind) -> tuple[str, ...]:
        """Years of which a unit has figures of their own, oldest first: for the organisation and right under it."""
        return tuple(
            sorted({period for at, stratum, period in self._periods if at == unit and stratum in STRATA[kind]})
        )

    def period_column(self, question: str, unit: str, period: str, kind: Kind) -> Column:
        """One question in the bundles of one year in a unit and below it."""
        places = [(unit, stratum, period) for stratum in _strata(question, kind)]
        return self._joined(question, "cells", [self._periods[at]["id"] for at in places if at in self._periods])

    def cuts(self) -> tuple[Mapping[str, Any], ...]:
        """The menu of attributes that cut across units, in order of priority: key, labels, values."""
        return tuple(self.document.get("cuts", ()))

    def views(self, kind: Kind) -> tuple[tuple[str, str], ...]:
        """(cut, value) of every certified view of this kind, in the order of the menu."""
        places = [(cut["key"], value["key"]) for cut in self.cuts() for value in cut["values"]]
        return tuple(place for place in places if any((*place, s) in self._views for s in STRATA[kind]))

    def view_size(self, cut: str, value: str, kind: Kind) -> int:
        """People in a view."""
        return sum(self._views[cut, value, s]["size"] for s in STRATA[kind] if (cut, value, s) in self._views)

    def view_waiting(self, cut: str, kind: Kind) -> int:
        """Released people of this kind who are in no view of the cut."""
        rows = self.document.get("view_waiting", ())
        return sum(row["people"] for row in rows if row["cut"] == cut and row["stratum"] in STRATA[kind])

    def view_column(self, question: str, cut: str, value: str, kind: Kind) -> Column:
        """One question in one view; a question that views do not publish has a base below k."""
        found = [self._views[cut, value, s]["id"] for s in STRATA[kind] if (cut, value, s) in self._views]
        return self._joined(question, "view_cells", found)

    def waiting(self, unit: str) -> int:
        """People whose answers wait in a unit or below it; inclusion cards name nobody, so they are no people."""
        rows = (row for row in self.document["waiting"] if row["stratum"] != "card")
        return sum(row["people"] for row in rows if self.is_under(row["unit"], unit))

    @property
    def cards(self) -> int:
        """Inclusion cards that are counted together in this release."""
        return sum(self._groups[self.root, s]["size"] for s in CARD if (self.root, s) in self._groups)

    @property
    def cards_waiting(self) -> int:
        """Inclusion cards that lie on the pile, too few to be counted."""
        return sum(row["people"] for row in self.document["waiting"] if row["stratum"] in CARD)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {unit: SEPARATOR.join(map(self.name, self._path(unit))) or self.name(unit) for unit in self.parents}

    def _joined(self, question: str, part: str, groups: list[str]) -> Column:
        """The sum of groups or views of different strata, from displayed numbers."""
        if not groups:
            return Column(Below(self.k), None)
        score = self.questions[question]["type"] == "score"
        return joined([self._column(question, part, group) for group in groups], k=self.k, score=score)

    def _column(self, question: str, part: str, group: str) -> Column:
        cell = self.document.get(part, {}).get(question, {}).get(group)
        if cell is None:
            return Column(Below(self.k), None)
        items = cell["items"]
        shown = None if items is None else tuple(HIDDEN if item is None else parse(item) for item in items)
        return Column(parse(cell["base"]), shown)

    def _path(self, unit: str) -> list[str]:
        steps: list[str] = []
        at: str | None = unit
        while at is not None and at != self.root:
            steps.append(at)
            at = self.parents[at]
        return steps[::-1]


def _strata(question: str, kind: Kind) -> tuple[str, ...]:
    """The follow-up and the cards are one group each whatever the kind of departure was, so they are shown for all of them
    together only."""
    for beginning, alone in ((LATER, FOLLOW_UP), (CARDS, CARD)):
        if question.startswith(beginning):
            return alone if kind is Kind.ALL else ()
    return STRATA[kind]


@dataclass(frozen=True)
class _ByCertificate:
    certificate: str
    released: Released = field(compare=False)


def published(released: Released) -> Published:
    """The index of a release, kept by certificate."""
    return _published(_ByCertificate(released.certificate, released))


@lru_cache(maxsize=8)
def _published(key: _ByCertificate) -> Published:
    return Published(key.released)
