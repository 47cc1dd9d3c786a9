"""The table while it is being protected: what each step would cost, and the cheapest step for a cell.

A step moves one cell up or down by one and makes up for it in others so that every cell that stays published keeps its
value. Its price is the weight of the published cells that it changes: they would have to be hidden too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from uitzicht.core.disclosure.suppression.patterns import Patterns, Prices, patterns_of
from uitzicht.core.disclosure.suppression.table import Cells
from uitzicht.core.disclosure.suppression.vocabulary import Mask, Whole

NEVER = 1e12
UP, DOWN = 0, 1
WARY, FREE = 0, 1
MOST_SMALL = 6_000
BEYOND = 1e7
MOST_REPAIRS = 8
TRIES = ((False, NEVER), (True, NEVER), (True, BEYOND))
Step = tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Need:
    """A small cell that must be able to move by ``amount`` in one direction (``sign``), one step at a time.

    ``guarded``: leaves that their own members must not be able to rule the world out by; None: every leaf.
    """

    cell: int
    sign: int
    amount: int
    guarded: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class World:
    """How a need is met: by how much each changed cell, totals included, differs from the truth."""

    need: Need
    change: dict[int, int] = field(repr=False)


class Ground:
    """Prices of all cells, kept up to date while cells are hidden and published again."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.dimensions = cells.table.dimensions
        self.shape = cells.table.shape
        low, high = cells.known
        wary = np.stack([high - cells.count, cells.count - low])
        free = np.stack([cells.high - cells.count, cells.count - cells.low])
        self.room = np.stack([wary, free])
        self.weight = np.where(cells.is_public, NEVER, np.maximum(cells.people, 1)).astype(np.float64)
        self.is_hidden = cells.is_small.copy()
        self.allowed: Mask | None = None
        self.users = np.zeros(len(cells.count), dtype=np.int64)
        self.closed = np.zeros(len(cells.count), dtype=np.bool_)
        self.price = np.zeros(self.room.shape)
        self._reprice(np.arange(len(cells.count)))

    @property
    def hidden(self) -> Mask:
        """The cells that are not published now."""
        return self.cells.is_small | (self.users > 0)

    @property
    def total(self) -> int:
        """Weight of the cells hidden beside the small ones."""
        beside = (self.users > 0) & ~self.cells.is_small
        return int(self.weight[beside].sum())

    def use(self, world: World, times: int = 1) -> None:
        """Count the world in among those that need its cells hidden (``times`` = -1: no longer)."""
        changed = np.fromiter(world.change, dtype=np.int64, count=len(world.change))
        self.users[changed] += times
        self._reprice(changed)

    def cost(self, world: World) -> float:
        """Weight of the cells that this world would hide besides those that are hidden now."""
        return float(
            sum(self.weight[cell] for cell in world.change if not (self.cells.is_small[cell] or self.users[cell]))
        )

    def close(self, cell: int, closed: bool) -> None:
        """No step may change this cell (any more)."""
        self.closed[cell] = closed
        self._reprice(np.array([cell]))

    def world(self, need: Need) -> World | None:
        """The steps that meet this need, each the cheapest after the ones before; None when none was found.

        A step may take a cell beyond its room; the next steps then bring that cell back.
        """
        change: dict[int, int] = {}
        own = self.own(need.cell)
        kind = WARY if need.guarded is None else FREE
        for _ in range(need.amount + MOST_REPAIRS):
            beyond = self._beyond(change, need, own)
            if not beyond and change.get(need.cell) == need.sign * need.amount:
                return World(need, {cell: moved for cell, moved in change.items() if moved})
            aim = beyond or (need.cell, need.sign)
            touched = np.array([*own, *change, *(need.guarded or ())], dtype=np.int64)
            before = self.price[kind][:, touched].copy()
            self._open(self.price[kind], own, need, change)
            step = self._step(self.price[kind], *aim)
            self.price[kind][:, touched] = before
            if step is None:
                return None
            for cell, sign in zip(*step, strict=True):
                change[cell] = change.get(cell, 0) + sign
        return None

    def _room(self, cell: int, need: Need, own: Sequence[int]) -> tuple[int, int]:
        if self.closed[cell] or (self.allowed is not None and not self.allowed[cell]):
            return 0, 0
        guarded = cell not in own and (need.guarded is None or cell in need.guarded)
        up, down = self.room[WARY if guarded else FREE, :, cell].tolist()
        return up, down

    def _beyond(self, change: dict[int, int], need: Need, own: Sequence[int]) -> tuple[int, int] | None:
        """A cell that was taken beyond its room, and the direction back."""
        for cell, moved in change.items():
            up, down = self._room(cell, need, own)
            if moved > up:
                return cell, -1
            if -moved > down:
                return cell, 1
        return None

    def _reprice(self, cells: Whole) -> None:
        hidden = self.cells.is_small[cells] | (self.users[cells] > 0)
        self.is_hidden[cells] = hidden
        possible = (self.room[:, :, cells] > 0) & ~self.closed[cells]
        self.price[:, :, cells] = np.where(possible, np.where(hidden, 0.0, self.weight[cells]), NEVER)

    def _open(self, price: Prices, own: Sequence[int], need: Need, change: dict[int, int]) -> None:
        """Inside the cell itself nobody's knowledge is in the way; what has moved is hidden and has less room left."""
        for cell in (*own, *(need.guarded or ())):
            if not self.closed[cell]:
                free = 0.0 if self.is_hidden[cell] else float(self.weight[cell])
                up, down = self._room(cell, need, own)
                price[UP, cell], price[DOWN, cell] = free if up > 0 else NEVER, free if down > 0 else NEVER
        for cell, moved in change.items():
            up, down = self._room(cell, need, own)
            price[UP, cell] = 0.0 if up > moved else NEVER
            price[DOWN, cell] = 0.0 if down > -moved else NEVER
        price[UP if need.sign < 0 else DOWN, need.cell] = NEVER
        if change.get(need.cell) == need.sign * need.amount:
            price[:, need.cell] = NEVER

    def own(self, cell: int) -> list[int]:
        """The cell and the leaves in it."""
        if self.cells.is_leaf[cell]:
            return [cell]
        inside = [
            dimension.first_leaf + np.flatnonzero(dimension.below[node])
            for dimension, node in zip(self.dimensions, np.unravel_index(cell, self.shape), strict=True)
        ]
        leaves = np.ravel_multi_index(np.ix_(*inside), self.shape).ravel()
        return [cell, *leaves.tolist()]

    def _step(self, price: Prices, cell: int, sign: int) -> Step | None:
        for far, ceiling in TRIES[1 if self._is_little or self.allowed is not None else 0 :]:
            step = self._cheapest(price, cell, sign, far=far, ceiling=ceiling)
            if step is not None:
                return step
        return None

    @cached_property
    def _is_little(self) -> bool:
        """So few cells that every step can be tried at once."""
        return len(self.cells.count) <= MOST_SMALL and max(self.shape) <= 40

    def _cheapest(self, price: Prices, cell: int, sign: int, *, far: bool, ceiling: float) -> Step | None:
        """The cheapest product of patterns: cells that it changes and the direction of each."""
        nodes = np.unravel_index(cell, self.shape)
        along = [
            patterns_of(dimension, int(node), far=far) for dimension, node in zip(self.dimensions, nodes, strict=True)
        ]
        costs = self._costs(price, along, sign, ceiling)
        best = int(costs.argmin())
        if costs.flat[best] >= NEVER:
            return None
        places, signs = np.zeros(1, dtype=np.int64), np.array([sign])
        for one, pattern, width in zip(along, np.unravel_index(best, costs.shape), self.shape, strict=True):
            moved, direction = one.changes[int(pattern)]
            places = (places[:, None] * width + moved).ravel()
            signs = (signs[:, None] * direction).ravel()
        return places.tolist(), signs.tolist()

    def _costs(self, price: Prices, along: Sequence[Patterns], sign: int, ceiling: float) -> Prices:
        """The price of every product of patterns, shape (patterns of each dimension)."""
        places: Whole = np.zeros((), dtype=np.int64)
        for one, width in zip(along, self.shape, strict=True):
            places = places[..., None] * width + one.nodes
        prices = price.take(places, axis=1)
        if ceiling < NEVER:
            prices = np.where(self.weight.take(places) >= NEVER, NEVER, np.minimum(prices, ceiling))
        if self.allowed is not None:
            prices = np.where(self.allowed.take(places), prices, np.maximum(prices, ceiling))
        if sign < 0:
            prices = prices[::-1]
        order = (0, *range(2, prices.ndim), 1)
        for one in along:
            flat = prices.reshape(2, len(one.nodes), -1)
            prices = one.summed(flat).reshape(2, len(one.signs), *prices.shape[2:]).transpose(order)
        return np.asarray(prices[0])
