"""Who is counted together: people in, sealed bundles of at least k whole people out.

Decided from public attributes only (unit, stratum, releases waited), so that which figures appear says nothing about
answers. A bundle is never reopened and nobody is in two; someone who waits is in no total.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from uitzicht.core.disclosure.tree import UnitTree
from uitzicht.core.disclosure.vocabulary import Parameters


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone whose answers are in no bundle yet; `waited` counts releases spent waiting."""

    handle: str
    unit: str
    stratum: str
    waited: int = 0
    historical: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """People of one stratum who are from now on only counted together; `members` are handles, sorted."""

    unit: str
    stratum: str
    members: tuple[str, ...]

    @property
    def size(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Closing:
    """Bundles by stratum and unit, and who waits for the next release; everybody is in exactly one of them."""

    bundles: tuple[Bundle, ...]
    waiting: tuple[Waiting, ...]


def close_bundles(people: Iterable[Waiting], parents: Mapping[str, str | None], parameters: Parameters) -> Closing:
    """Close one bundle in every unit and stratum where at least k people are, from the leaves of the tree upwards.

    Fewer wait there, until they have waited `patience` releases: then they join the unit above, before it is looked at,
    and where that does not suffice the one above it: patience is had once, not again at every level.
    Historical people go up at once; what is left of them at the root joins the nearest bundle closed in this release.

    Raises ValueError for a handle given twice, an unknown unit, or a tree without exactly one root.
    """
    tree = UnitTree(parents)
    bundles: list[Bundle] = []
    waiting: list[Waiting] = []
    for stratum, pools in _pools(people, tree).items():
        closed, kept = _close_stratum(stratum, pools, tree, parameters)
        closed, kept = _place_historical(closed, kept, tree.root, tree)
        bundles += closed
        waiting += kept
    bundles.sort(key=lambda bundle: (bundle.stratum, bundle.unit))
    return Closing(tuple(bundles), tuple(sorted(waiting, key=lambda person: person.handle)))


def numbered(bundles: Iterable[Bundle], release: int) -> dict[str, Bundle]:
    """Bundles of one release by their id, such as "3-0001"."""
    return {f"{release}-{ordinal:04d}": bundle for ordinal, bundle in enumerate(bundles, start=1)}


def _pools(people: Iterable[Waiting], tree: UnitTree) -> dict[str, defaultdict[str, list[Waiting]]]:
    pools: dict[str, defaultdict[str, list[Waiting]]] = {}
    handles: set[str] = set()
    for person in people:
        if person.handle in handles:
            raise ValueError("somebody is given twice: a handle stands for one person")
        if person.unit not in tree:
            raise ValueError(f"unit {person.unit} is not in the tree of units")
        handles.add(person.handle)
        pools.setdefault(person.stratum, defaultdict(list))[person.unit].append(person)
    return pools


def _close_stratum(
    stratum: str, pools: defaultdict[str, list[Waiting]], tree: UnitTree, parameters: Parameters
) -> tuple[list[Bundle], list[Waiting]]:
    closed: list[Bundle] = []
    kept: list[Waiting] = []
    for unit in tree.bottom_up():
        pool = pools.pop(unit, [])
        above = tree.parent(unit)
        if len(pool) >= parameters.k:
            closed.append(_bundle(unit, stratum, pool))
            continue
        for person in pool:
            if above is not None and (person.historical or person.waited >= parameters.patience):
                pools[above].append(replace(person, unit=above))
            else:
                kept.append(replace(person, waited=person.waited + 1))
    return closed, kept


def _place_historical(
    closed: list[Bundle], kept: list[Waiting], root: str, tree: UnitTree
) -> tuple[list[Bundle], list[Waiting]]:
    """Historical people who are left all stand at the root, so the bundle they join becomes a bundle of the root."""
    remainder = [person for person in kept if person.historical]
    if not remainder or not closed:
        return closed, kept
    nearest = min(closed, key=lambda bundle: (tree.depth(bundle.unit), bundle.size, bundle.unit))
    members = sorted([*nearest.members, *(person.handle for person in remainder)])
    joined = Bundle(root, nearest.stratum, tuple(members))
    others = [bundle for bundle in closed if bundle is not nearest]
    return [*others, joined], [person for person in kept if not person.historical]


def _bundle(unit: str, stratum: str, pool: Iterable[Waiting]) -> Bundle:
    return Bundle(unit, stratum, tuple(sorted(person.handle for person in pool)))
