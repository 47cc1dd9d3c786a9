"""Who is counted together: people in, sealed bundles of at least k whole people out.

Decided from public attributes only (unit, stratum, period, releases waited), so that which figures appear says nothing
about answers. A bundle is never reopened and nobody is in two; someone who waits is in no total.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from uitzicht.core.disclosure.tree import UnitTree
from uitzicht.core.disclosure.vocabulary import Parameters


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone whose answers are in no bundle yet; `waited` counts releases spent waiting.

    `known`: somebody may know what they answered, so they hide nobody. `period`: the year to which they will belong in
    trends; people of different periods close bundles apart.
    """

    handle: str
    unit: str
    stratum: str
    waited: int = 0
    historical: bool = False
    known: bool = False
    period: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """People of one stratum who are from now on only counted together; `members` are handles, sorted; `known`: those of
    them who hide nobody. `period`: that of all members; empty: mixed, or not known."""

    unit: str
    stratum: str
    members: tuple[str, ...]
    known: tuple[str, ...] = ()
    period: str = ""

    @property
    def size(self) -> int:
        return len(self.members)

    @property
    def others(self) -> int:
        """Members who are not known: those who hide each other."""
        return len(self.members) - len(self.known)


@dataclass(frozen=True, slots=True)
class Closing:
    """Bundles by stratum and unit, and who waits for the next release; everybody is in exactly one of them."""

    bundles: tuple[Bundle, ...]
    waiting: tuple[Waiting, ...]


def close_bundles(
    people: Iterable[Waiting],
    parents: Mapping[str, str | None],
    parameters: Parameters,
    fewest: Mapping[str, int] = MappingProxyType({}),
) -> Closing:
    """Close one bundle in every unit, stratum and period where at least k people are whom nobody knows the answers of,
    from the leaves of the tree upwards. `fewest`: by stratum, where that is more than k.

    Fewer wait there, until they have waited `patience` releases: then they join the unit above, before it is looked at,
    and where that does not suffice the one above it: patience is had once, not again at every level.
    Historical people go up at once, within their period. What is left of a period at the root joins the nearest bundle of
    that period; without one, what is left of several periods is one bundle, if need be with who waits at the root, or joins
    the nearest, which then has no period.

    Raises ValueError for a handle given twice, an unknown unit, a tree without exactly one root, or a stratum that asks
    for fewer than k.
    """
    if any(least < parameters.k for least in fewest.values()):
        raise ValueError(f"no stratum closes with fewer than k people, {parameters.k}")
    tree = UnitTree(parents)
    bundles: list[Bundle] = []
    waiting: list[Waiting] = []
    for stratum, periods in _pools(people, tree).items():
        least = fewest.get(stratum, parameters.k)
        closed: list[Bundle] = []
        kept: list[Waiting] = []
        for pools in periods.values():
            inside, outside = _close_pools(pools, tree, least, parameters.patience)
            closed += inside
            kept += outside
        closed, kept = _place_historical(closed, kept, tree, least)
        bundles += closed
        waiting += kept
    bundles.sort(key=lambda bundle: (bundle.stratum, bundle.unit, bundle.period))
    return Closing(tuple(bundles), tuple(sorted(waiting, key=lambda person: person.handle)))


def numbered(bundles: Iterable[Bundle], release: int) -> dict[str, Bundle]:
    """Bundles of one release by their id, such as "3-0001"."""
    return {f"{release}-{ordinal:04d}": bundle for ordinal, bundle in enumerate(bundles, start=1)}


Pools = defaultdict[str, list[Waiting]]  # by unit


def _pools(people: Iterable[Waiting], tree: UnitTree) -> dict[str, dict[str, Pools]]:
    """Who waits, by stratum, period and unit."""
    strata: dict[str, dict[str, Pools]] = {}
    handles: set[str] = set()
    for person in people:
        if person.handle in handles:
            raise ValueError("somebody is given twice: a handle stands for one person")
        if person.unit not in tree:
            raise ValueError(f"unit {person.unit} is not in the tree of units")
        handles.add(person.handle)
        periods = strata.setdefault(person.stratum, {})
        periods.setdefault(person.period, defaultdict(list))[person.unit].append(person)
    return strata


def _close_pools(pools: Pools, tree: UnitTree, least: int, patience: int) -> tuple[list[Bundle], list[Waiting]]:
    """One stratum and period, from the leaves upwards; only units that hold somebody are looked at."""
    closed: list[Bundle] = []
    kept: list[Waiting] = []
    for unit in _visited(pools, tree):
        pool = pools.pop(unit, [])
        above = tree.parent(unit)
        if _others(pool) >= least:
            closed.append(_bundle(unit, pool))
            continue
        for person in pool:
            if above is not None and (person.historical or person.waited >= patience):
                pools[above].append(replace(person, unit=above))
            else:
                kept.append(replace(person, waited=person.waited + 1))
    return closed, kept


def _visited(pools: Pools, tree: UnitTree) -> list[str]:
    """The units that hold somebody and all above them, every unit after those below it."""
    return tree.ordered({above for unit in pools for above in tree.upward(unit)})[::-1]


def _place_historical(
    closed: list[Bundle], kept: list[Waiting], tree: UnitTree, least: int
) -> tuple[list[Bundle], list[Waiting]]:
    """Historical people who are left all stand at the root, so the bundle they join becomes a bundle of the root."""
    remainders: dict[str, list[Waiting]] = {}
    for person in kept:
        if person.historical:
            remainders.setdefault(person.period, []).append(person)
    mixed: list[Waiting] = []
    for period, people in sorted(remainders.items()):
        own = [bundle for bundle in closed if bundle.period == period]
        if period and own:
            closed = _joined(closed, _nearest(own, tree), people, tree.root, period)
        else:
            mixed += people
    if mixed and _others(mixed) < least:
        beside = [person for person in kept if not person.historical and person.unit == tree.root]
        if _others([*mixed, *beside]) >= least:
            mixed += beside
            kept = [person for person in kept if person not in beside]
    if _others(mixed) >= least:
        closed = [*closed, replace(_bundle(tree.root, mixed), period="")]
    elif mixed and closed:
        dateless = [bundle for bundle in closed if not bundle.period]
        closed = _joined(closed, _nearest(dateless or closed, tree), mixed, tree.root, "")
    elif mixed:
        return closed, kept
    return closed, [person for person in kept if not person.historical]


def _nearest(bundles: Iterable[Bundle], tree: UnitTree) -> Bundle:
    return min(bundles, key=lambda bundle: (tree.depth(bundle.unit), bundle.size, bundle.unit, bundle.period))


def _joined(
    closed: Iterable[Bundle], nearest: Bundle, people: Iterable[Waiting], root: str, period: str
) -> list[Bundle]:
    more = list(people)
    members = sorted([*nearest.members, *(person.handle for person in more)])
    known = sorted([*nearest.known, *(person.handle for person in more if person.known)])
    joined = Bundle(root, nearest.stratum, tuple(members), tuple(known), period)
    return [*(bundle for bundle in closed if bundle is not nearest), joined]


def _bundle(unit: str, pool: Iterable[Waiting]) -> Bundle:
    """The pool, all of one stratum and period, as a bundle."""
    people = sorted(pool, key=lambda person: person.handle)
    known = tuple(person.handle for person in people if person.known)
    return Bundle(unit, people[0].stratum, tuple(person.handle for person in people), known, people[0].period)


def _others(pool: Iterable[Waiting]) -> int:
    return sum(not person.known for person in pool)
