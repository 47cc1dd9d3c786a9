"""What views speak about: people with their public values, the cuts of the menu, bundles of a view, witnesses."""

from collections.abc import Mapping
from dataclasses import dataclass

Atom = tuple[str, ...]
"""People with the same main bundle and the same view bundles: the sorted ids of these."""

Witness = tuple[Atom, Mapping[Atom, int]]
"""An atom h of fewer than k others, and a whole-number exchange d: every bundle sums to zero, no other atom g gives or
takes more than its n_g others, and h takes at least what it lacks, k - n_h."""


@dataclass(frozen=True, slots=True)
class Profiled:
    """Someone in a main bundle of any release. `values`: value of each cut; without one they wait in that cut.
    `known`: somebody may know their answers, so they hide nobody."""

    handle: str
    bundle: str
    stratum: str
    values: Mapping[str, str]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A public attribute that cuts across bundles. `fewest`: others that one of its view bundles holds at least."""

    key: str
    fewest: int


@dataclass(frozen=True, slots=True)
class ViewBundle:
    """People of one stratum with one value of a cut, from now on counted together in its view; `members` sorted."""

    cut: str
    value: str
    stratum: str
    members: tuple[str, ...]

    @property
    def view(self) -> str:
        """Id of the view that this bundle belongs to, such as "gender:woman:resignation"."""
        return f"{self.cut}:{self.value}:{self.stratum}"

    @property
    def size(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Certified:
    """Bundles closed now, in order of menu, stratum and value; people in no view bundle of a cut, by cut and stratum;
    a witness for each small atom, in which a bundle closed now goes by the id of its view (`numbered_witnesses`)."""

    closed: tuple[ViewBundle, ...]
    waiting: Mapping[tuple[str, str], int]
    witnesses: tuple[Witness, ...]
