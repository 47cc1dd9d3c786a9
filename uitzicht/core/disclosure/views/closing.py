"""Which view bundles close: by menu and public counts, as many values of a cut as the certificate allows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from uitzicht.core.disclosure.views.certificate import find_witnesses
from uitzicht.core.disclosure.views.grid import Cell, Exchange, Grid, atom
from uitzicht.core.disclosure.views.vocabulary import Certified, Cut, Profiled, ViewBundle, Witness
from uitzicht.core.disclosure.vocabulary import Parameters

Inside = dict[str, dict[str, str]]
"""By handle and cut: the view bundle that somebody is in."""


def close_views(
    people: Iterable[Profiled], earlier: Mapping[str, ViewBundle], menu: Sequence[Cut], parameters: Parameters
) -> Certified:
    """Close one view bundle for each value of each cut that enough waiting people have, as far as that is certified.

    `people`: everybody in a main bundle of any release, this one included. `earlier`: view bundles of earlier releases
    by id. What is not certified is tried again without the smallest value, whose people wait, until nothing is left.

    Raises ValueError for a handle given twice, or somebody in two view bundles of a cut.
    """
    closed: list[ViewBundle] = []
    strata = [_Stratum(name, members, parameters.k) for name, members in _by_stratum(people).items()]
    inside = _inside(earlier)
    for stratum in strata:
        stratum.enter(inside)
        stratum.look_ahead(menu)
    for cut in menu:
        for stratum in strata:
            closed += stratum.close(cut)
    waiting = {(cut.key, stratum.name): len(stratum.waiting(cut.key)) for cut in menu for stratum in strata}
    return Certified(tuple(closed), waiting, tuple(witness for stratum in strata for witness in stratum.witnesses()))


def witnesses(
    people: Iterable[Profiled], view_bundles: Mapping[str, ViewBundle], parameters: Parameters
) -> tuple[Witness, ...]:
    """A witness for each small atom of what stands; atoms for which none is found have none."""
    inside = _inside(view_bundles)
    found: list[Witness] = []
    for name, members in _by_stratum(people).items():
        stratum = _Stratum(name, members, parameters.k)
        stratum.enter(inside)
        found += stratum.witnesses()
    return tuple(found)


def numbered_views(closed: Iterable[ViewBundle], release: int) -> dict[str, ViewBundle]:
    """View bundles of one release by their id, such as "3-v0001"."""
    return {f"{release}-v{ordinal:04d}": bundle for ordinal, bundle in enumerate(closed, start=1)}


def numbered_witnesses(certified: Certified, release: int) -> tuple[Witness, ...]:
    """The witnesses of one release with the ids of `numbered_views`."""
    ids = {bundle.view: key for key, bundle in numbered_views(certified.closed, release).items()}

    def renamed(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(ids.get(part, part) for part in old))

    return tuple(
        (renamed(small), {renamed(other): amount for other, amount in exchange.items()})
        for small, exchange in certified.witnesses
    )


class _Stratum:
    """People who share a stratum, and in which view bundles they are. Strata share nobody, so each stands alone."""

    def __init__(self, name: str, people: Sequence[Profiled], k: int) -> None:
        self.name, self.people, self.k = name, people, k
        self.inside: Inside = {person.handle: {} for person in people}
        self.found: dict[Cell, Exchange] = {}

    def enter(self, inside: Inside) -> None:
        for handle in self.inside:
            self.inside[handle] |= inside.get(handle, {})

    def waiting(self, cut: str) -> list[Profiled]:
        return [person for person in self.people if cut not in self.inside[person.handle]]

    def look_ahead(self, menu: Sequence[Cut]) -> None:
        """Seek witnesses that would stand with every candidate of the menu: they stand with fewer, and save time."""
        bundles = [bundle for cut in menu for bundle in self._bundles(cut, self._candidates(cut))]
        joining = _inside({bundle.view: bundle for bundle in bundles})
        self.found, _ = find_witnesses(self._grid(joining), self.k, {}, thorough=True)

    def close(self, cut: Cut) -> list[ViewBundle]:
        """View bundles of one cut, by value; certified together with everything that stands."""
        candidates = self._candidates(cut)
        while candidates:
            bundles = self._bundles(cut, candidates)
            joining = _inside({bundle.view: bundle for bundle in bundles})
            found, complete = find_witnesses(self._grid(joining), self.k, self.found)
            self.found = found | self.found
            if complete:
                self.enter(joining)
                return bundles
            del candidates[min(candidates, key=lambda value: (_others(candidates[value]), value))]
        return []

    def witnesses(self) -> list[Witness]:
        found, _ = find_witnesses(self._grid({}), self.k, self.found)
        return [
            (atom(cell), {atom(other): found[cell][other] for other in sorted(found[cell])}) for cell in sorted(found)
        ]

    def _candidates(self, cut: Cut) -> dict[str, list[Profiled]]:
        pools: defaultdict[str, list[Profiled]] = defaultdict(list)
        for person in self.waiting(cut.key):
            if cut.key in person.values:
                pools[person.values[cut.key]].append(person)
        fewest = max(cut.fewest, self.k)
        return {value: pool for value, pool in pools.items() if _others(pool) >= fewest}

    def _bundles(self, cut: Cut, candidates: Mapping[str, Iterable[Profiled]]) -> list[ViewBundle]:
        return [_bundle(cut.key, value, self.name, candidates[value]) for value in sorted(candidates)]

    def _grid(self, joining: Inside) -> Grid:
        return Grid(
            (person.bundle, tuple(sorted({**self.inside[person.handle], **joining.get(person.handle, {})}.values())))
            for person in self.people
            if not person.known
        )


def _by_stratum(people: Iterable[Profiled]) -> dict[str, list[Profiled]]:
    ordered = sorted(people, key=lambda person: (person.stratum, person.handle))
    if len({person.handle for person in ordered}) < len(ordered):
        raise ValueError("somebody is given twice: a handle stands for one person")
    return {name: list(members) for name, members in groupby(ordered, key=lambda person: person.stratum)}


def _inside(view_bundles: Mapping[str, ViewBundle]) -> Inside:
    inside: Inside = {}
    for key, bundle in view_bundles.items():
        for handle in bundle.members:
            if bundle.cut in inside.setdefault(handle, {}):
                raise ValueError(f"view bundle {key} holds somebody who is in another of the same cut")
            inside[handle][bundle.cut] = key
    return inside


def _bundle(cut: str, value: str, stratum: str, people: Iterable[Profiled]) -> ViewBundle:
    return ViewBundle(cut, value, stratum, tuple(person.handle for person in people))


def _others(people: Iterable[Profiled]) -> int:
    return sum(not person.known for person in people)
