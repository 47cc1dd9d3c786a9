"""Ways to move one person's worth along one dimension: from one leaf to another, or out of the table.

A pattern changes the leaf and the nodes above it up to, not including, what the two leaves share. A step in a table
with three dimensions is a product of three patterns: 8 leaves, and their ancestors.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice, zip_longest

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.suppression.hierarchy import Dimension
from uitzicht.core.disclosure.suppression.vocabulary import Whole

NEAR = 8
FAR = 64
STARTS = 4
Prices = NDArray[np.float64]
Pair = tuple[int, int | None]


@dataclass(frozen=True, eq=False)
class Patterns:
    """``nodes`` that occur; ``signs``: by how much a pattern moves each of them, shape (patterns, nodes)."""

    nodes: Whole
    signs: Whole

    @cached_property
    def changes(self) -> tuple[tuple[Whole, Whole], ...]:
        """For each pattern the nodes that it changes, and by how much."""
        return tuple((self.nodes[row != 0], row[row != 0]) for row in self.signs)

    def summed(self, prices: Prices) -> Prices:
        """Price of each pattern from the price of each node; shapes (2, nodes, rest) and (2, patterns, rest), up and down.

        By gathering and not by a product of matrices: those start threads, which cost more than such small ones take.
        """
        padded = np.concatenate((prices, np.zeros((2, 1, prices.shape[2]))), axis=1)
        back = padded[::-1]
        up, down = self._columns
        total = padded.take(up[0], axis=1)
        for one in up[1:]:
            total += padded.take(one, axis=1)
        for one in down:
            total += back.take(one, axis=1)
        return np.asarray(total)

    @cached_property
    def _columns(self) -> tuple[list[Whole], list[Whole]]:
        """Nodes that each pattern moves up, and down, one a column; where there are no more: the one past the last."""
        return self._places(1), self._places(-1)

    def _places(self, sign: int) -> list[Whole]:
        rows = [np.flatnonzero(row == sign) for row in self.signs]
        most = max(len(row) for row in rows)
        return [
            np.array([row[place] if place < len(row) else len(self.nodes) for row in rows]) for place in range(most)
        ]


@lru_cache(maxsize=2**16)
def patterns_of(dimension: Dimension, node: int, *, far: bool) -> Patterns:
    """Patterns that move this node up by one: to leaves beside it, or (``far``) to any leaf and out of the table."""
    pairs = list(dict.fromkeys(_far(dimension, node) if far else _near(dimension, node)))
    changes = [_change(dimension, pair) for pair in pairs]
    nodes = sorted({one for change in changes for one in change})
    column = {one: number for number, one in enumerate(nodes)}
    signs = np.zeros((len(pairs), len(nodes)), dtype=np.int64)
    for row, change in enumerate(changes):
        for one, sign in change.items():
            signs[row, column[one]] = sign
    return Patterns(np.array(nodes, dtype=np.int64), signs)


def _near(dimension: Dimension, node: int) -> Iterator[Pair]:
    """The nearest leaves under the same parent; from the root there is only the way out."""
    inside = np.flatnonzero(dimension.below[node]).tolist()
    parents = [other for other in range(node) if dimension.below[other][inside].all()]
    if not parents:
        return iter([(leaf, None) for leaf in inside[: NEAR * STARTS]])
    around = dimension.below[parents[-1]] & ~dimension.below[node]
    starts = inside[:STARTS]
    if not around.any():
        return _far(dimension, node)
    return iter([(start, other) for start in starts for other in _nearest(inside[0], np.flatnonzero(around), NEAR)])


def _far(dimension: Dimension, node: int) -> Iterator[Pair]:
    inside = np.flatnonzero(dimension.below[node]).tolist()
    outside = _nearest(inside[0], np.flatnonzero(~dimension.below[node]), FAR)
    starts = inside[: max(STARTS, FAR // (len(outside) + 1))]
    return chain(((start, other) for start in starts for other in outside), ((start, None) for start in starts))


def _nearest(place: int, leaves: Whole, most: int) -> list[int]:
    """Alternately after and before a place."""
    after, before = leaves[leaves > place].tolist(), leaves[leaves < place].tolist()[::-1]
    mixed: Iterable[int | None] = chain.from_iterable(zip_longest(after, before))
    return list(islice((leaf for leaf in mixed if leaf is not None), most))


def _change(dimension: Dimension, pair: Pair) -> dict[int, int]:
    start, other = pair
    ups = set(dimension.upward(start).tolist())
    downs = set() if other is None else set(dimension.upward(other).tolist())
    return dict.fromkeys(ups - downs, 1) | dict.fromkeys(downs - ups, -1)
