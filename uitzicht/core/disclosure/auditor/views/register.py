"""Who stands where: everybody of a stratum that has views, by atom.

An atom is a bundle and the view bundles that its people share. Everything published holds whole atoms.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.evidence import Atom, ViewEvidence

Json = Mapping[str, Any]
Members = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Register:
    """One stratum. ``atom``: the position in ``atoms`` of each of ``people``. ``known``: whose answers may be known.

    ``homes``: the bundle of each atom. ``editions``: bundle id -> position of the release that closed it.
    """

    stratum: str
    people: tuple[str, ...]
    known: NDArray[np.bool_]
    atom: Whole
    atoms: tuple[Atom, ...]
    homes: tuple[str, ...]
    editions: Mapping[str, int]

    @cached_property
    def sealed(self) -> Mapping[str, int]:
        """Position of each bundle and view bundle, the rows of ``incidence``."""
        return {key: number for number, key in enumerate(sorted({key for atom in self.atoms for key in atom}))}

    @cached_property
    def incidence(self) -> Whole:
        """0/1, shape (bundles and view bundles, atoms)."""
        inside = np.zeros((len(self.sealed), len(self.atoms)), dtype=np.int64)
        for number, atom in enumerate(self.atoms):
            inside[[self.sealed[key] for key in atom], number] = 1
        return inside

    @cached_property
    def others(self) -> Whole:
        """People of each atom whose answers nobody knows."""
        return np.bincount(self.atom[~self.known], minlength=len(self.atoms)).astype(np.int64)


def registers(documents: Sequence[Json], members: Members, evidence: ViewEvidence) -> Iterator[Register]:
    """One for each stratum that has views. The structure must be sound."""
    views = [bundle for document in documents for bundle in document.get("view_bundles", ())]
    for stratum in sorted({bundle["stratum"] for bundle in views}):
        editions = {
            bundle["id"]: number
            for number, document in enumerate(documents)
            for bundle in document["bundles"]
            if bundle["stratum"] == stratum
        }
        placed = {person: [bundle] for bundle in editions for person in members[bundle]}
        for bundle in views:
            for person in evidence.members[bundle["id"]] if bundle["stratum"] == stratum else ():
                placed[person].append(bundle["id"])
        yield _register(stratum, placed, editions, set(evidence.known))


def _register(
    stratum: str, placed: Mapping[str, Sequence[str]], editions: Mapping[str, int], known: Collection[str]
) -> Register:
    people = tuple(sorted(placed))
    homes = {tuple(sorted(placed[person])): placed[person][0] for person in people}
    position = {atom: number for number, atom in enumerate(sorted(homes))}
    return Register(
        stratum=stratum,
        people=people,
        known=np.array([person in known for person in people], dtype=bool),
        atom=np.array([position[tuple(sorted(placed[person]))] for person in people], dtype=np.int64),
        atoms=tuple(position),
        homes=tuple(homes[atom] for atom in position),
        editions=editions,
    )
