"""Hide what must be hidden beside the small cells, as little as possible.

Each need takes the cheapest world; then each is asked again now that others have hidden cells too; then the dearest cells
are published again wherever every world that used them can do without.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

import numpy as np

from uitzicht.core.disclosure.suppression.ground import Ground, Need, World
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.refusal import Refusal

SEARCHES = 40_000
LITTLE = 500


def needs(cells: Cells) -> list[Need]:
    """What every small cell must be able to do: move to both ends of an interval as wide as promised, the truth in it."""
    found = []
    for cell in np.flatnonzero(cells.is_small).tolist():
        low, high, there = int(cells.low[cell]), int(cells.high[cell]), int(cells.count[cell])
        width = int(cells.promised[cell])
        low = max(low, min(there, high - width))
        found += [
            Need(cell, sign, amount, ()) for sign, amount in ((1, low + width - there), (-1, there - low)) if amount
        ]
    return found


class Engine:
    """Worlds of all needs on one ground."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.ground = Ground(cells)
        self.worlds: dict[Need, World] = {}
        self.used_by: defaultdict[int, set[Need]] = defaultdict(set)
        self.pinned: set[Need] = set()
        self.searches = 0
        self.most = SEARCHES

    def run(self) -> None:
        """Refuses a table in which a small cell has no world at all."""
        for cell, outside in self._ordered():
            insiders_met = self._met_either_way(cell, None)
            worlds = [self._meet(need) for need in outside]
            if not insiders_met:
                self._meet_insiders(cell, worlds)
        self._improve()

    def _meet(self, need: Need) -> World:
        """A world for those outside; one that no member can rule out serves them as well."""
        if (wary := self.worlds.get(replace(need, guarded=None))) is not None:
            return wary
        world = self._search(need)
        if world is None:
            raise _too_sparse()
        self._take(world)
        return world

    def _meet_insiders(self, cell: int, worlds: Collection[World]) -> None:
        """No world stands before the members of all other leaves: others for those to whom one of these does not."""
        world = min(worlds, key=lambda world: len(self._told(world)))
        self.pinned.add(world.need)
        told = self._told(world)
        if not told or self._met_either_way(cell, told):
            return
        if not all(self._met_either_way(cell, (leaf,)) for leaf in told):
            raise _too_sparse()

    def _met_either_way(self, cell: int, guarded: tuple[int, ...] | None) -> bool:
        found = [self._search(need) for need in self._ways(cell, guarded)]
        if not (possible := [world for world in found if world is not None]):
            return False
        self._take(min(possible, key=self.ground.cost))
        return True

    def _ways(self, cell: int, guarded: tuple[int, ...] | None) -> Iterator[Need]:
        there = self.cells.count[cell]
        if there < self.cells.high[cell]:
            yield Need(cell, 1, 1, guarded)
        if there > self.cells.low[cell]:
            yield Need(cell, -1, 1, guarded)

    def _told(self, world: World) -> tuple[int, ...]:
        """Leaves whose own members see that this world is not the true one."""
        own = set(self.ground.own(world.need.cell))
        low, high = self.cells.known
        values = {cell: int(self.cells.count[cell]) + moved for cell, moved in world.change.items() if cell not in own}
        return tuple(cell for cell, value in values.items() if not low[cell] <= value <= high[cell])

    def _improve(self) -> None:
        """Ask again, and publish the dearest where the rest can do without, until nothing changes."""
        self.most = self.searches + int(SEARCHES * min(1.0, LITTLE / len(self.cells.count)))
        before = -1
        while self.ground.total != before and not self._spent():
            before = self.ground.total
            for need in sorted(self.worlds, key=lambda need: (-need.amount, need.cell, need.sign)):
                self._without([need], ())
            for cell in self._dearest():
                self._without(list(self.used_by[cell]), (cell,))
                self._without(list(self.used_by[cell]), (cell,), thrifty=False)

    def _spent(self) -> bool:
        return self.searches > self.most

    def _ordered(self) -> list[tuple[int, list[Need]]]:
        """Small cells with their needs, the largest first: who has little choice chooses first."""
        found: defaultdict[int, list[Need]] = defaultdict(list)
        for need in needs(self.cells):
            found[need.cell].append(need)
        return sorted(found.items(), key=lambda item: (-self.cells.people[item[0]], item[0]))

    def _dearest(self) -> Iterator[int]:
        beside = np.flatnonzero(self.ground.hidden & ~self.cells.is_small)
        yield from beside[np.argsort(-self.ground.weight[beside], kind="stable")].tolist()

    def _search(self, need: Need) -> World | None:
        self.searches += need.amount
        return self.ground.world(need)

    def _take(self, world: World) -> None:
        if world.need in self.worlds:
            return
        self.worlds[world.need] = world
        self.ground.use(world)
        for cell in world.change:
            self.used_by[cell].add(world.need)

    def _drop(self, need: Need) -> World:
        world = self.worlds.pop(need)
        self.ground.use(world, -1)
        for cell in world.change:
            self.used_by[cell].discard(need)
        return world

    def _without(self, needs: Collection[Need], closed: Collection[int], *, thrifty: bool = True) -> None:
        """Ask these needs again with these cells closed; keep what comes out only where it hides no more.

        ``thrifty``: with no cell hidden that is not hidden now.
        """
        if self._spent() or not needs or not self.pinned.isdisjoint(needs):
            return
        before, hidden = self.ground.total, self.ground.is_hidden.copy()
        dropped = [self._drop(need) for need in needs]
        for cell in closed:
            self.ground.close(cell, True)
        hidden[list(closed)] = False
        self.ground.allowed = hidden if closed and thrifty else None
        if not self._retaken(dropped) or self.ground.total > before:
            for need in [world.need for world in dropped if world.need in self.worlds]:
                self._drop(need)
            for world in dropped:
                self._take(world)
        self.ground.allowed = None
        for cell in closed:
            self.ground.close(cell, False)

    def _retaken(self, dropped: Iterable[World]) -> bool:
        for world in dropped:
            found = self._search(world.need)
            if found is None:
                return False
            self._take(found)
        return True


def _too_sparse() -> Refusal:
    return Refusal(
        "suppression.no_other_world",
        "This table is too sparse: a small cell would stay open whatever else is hidden. Nothing was written."
        " Use fewer or larger rows.",
    )
