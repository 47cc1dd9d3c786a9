"""People of one stratum as a grid: main bundles down, kinds (the view bundles somebody is in) across."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from uitzicht.core.disclosure.views.vocabulary import Atom
from uitzicht.core.disclosure.vocabulary import FLOOR

Kind = tuple[str, ...]
Cell = tuple[str, Kind]
Exchange = Mapping[Cell, int]


class Grid:
    """How many others are in each cell (an atom). People whose answers are known are in none: they hide nobody."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        counted: defaultdict[Cell, int] = defaultdict(int)
        for cell in cells:
            counted[cell] += 1
        self.others: dict[Cell, int] = {cell: counted[cell] for cell in sorted(counted)}
        self.kinds: defaultdict[str, list[Kind]] = defaultdict(list)
        self.bundles: defaultdict[Kind, list[str]] = defaultdict(list)
        self.across: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for bundle, kind in self.others:
            self.kinds[bundle].append(kind)
            self.bundles[kind].append(bundle)
            for view in kind:
                self.across[view][bundle] = None

    def lacks(self, cell: Cell, k: int) -> int:
        """Others that a cell lacks to be k: what its witness must bring in; 0 or less for a cell that needs none.

        A bundle closed under a smaller k keeps that promise: it cannot grow any more.
        """
        bundle = sum(self.others[cell[0], kind] for kind in self.kinds[cell[0]])
        return min(k, max(FLOOR, bundle)) - self.others[cell]

    def small(self, k: int) -> list[Cell]:
        return [cell for cell in self.others if self.lacks(cell, k) > 0]

    def connected(self, bundle: str) -> list[str]:
        """All main bundles that share a view bundle with this one, with one of those, and so on; itself first."""
        reached: dict[str, None] = {bundle: None}
        views: set[str] = set()
        waiting = [bundle]
        while waiting:
            for kind in self.kinds[waiting.pop()]:
                for view in kind:
                    if view not in views:
                        views.add(view)
                        fresh = [other for other in self.across[view] if other not in reached]
                        reached.update(dict.fromkeys(fresh))
                        waiting += fresh
        return list(reached)


def atom(cell: Cell) -> Atom:
    """A cell as documents and witnesses name it."""
    return tuple(sorted((cell[0], *cell[1])))
