"""One dimension of a table: a tree whose leaves are its rows, with a sub-total at every node and a total at the root."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from uitzicht.core.disclosure.suppression.vocabulary import Mask, Whole

Path = tuple[str, ...]
ROOT: Path = ()


@dataclass(frozen=True)
class Dimension:
    """``leaves``: each row as its path from high to low, all equally long; the root is the empty path.

    ``is_answer``: each person stands in exactly one row, so that the total of this dimension is the number of people,
    and public. Raises ValueError for rows that are double, empty or of different depth.
    """

    name: str
    leaves: tuple[Path, ...]
    is_answer: bool = False

    def __post_init__(self) -> None:
        if not self.leaves or len(set(self.leaves)) != len(self.leaves):
            raise ValueError(f"dimension {self.name}: no rows, or a row given twice")
        if len({len(leaf) for leaf in self.leaves}) != 1 or not self.leaves[0]:
            raise ValueError(f"dimension {self.name}: rows are not equally deep")

    @cached_property
    def nodes(self) -> tuple[Path, ...]:
        """All nodes from the root down; the leaves come last, in their own order."""
        depth = len(self.leaves[0])
        return tuple(dict.fromkeys(leaf[:level] for level in range(depth + 1) for leaf in self.leaves))

    @cached_property
    def first_leaf(self) -> int:
        """Position of the first leaf among the nodes."""
        return len(self.nodes) - len(self.leaves)

    @cached_property
    def below(self) -> Mask:
        """True where a leaf lies at or below a node; shape (nodes, leaves)."""
        positions = {node: number for number, node in enumerate(self.nodes)}
        found = np.zeros((len(self.nodes), len(self.leaves)), dtype=np.bool_)
        for number, leaf in enumerate(self.leaves):
            found[[positions[leaf[:level]] for level in range(len(leaf) + 1)], number] = True
        return found

    @cached_property
    def children(self) -> tuple[list[int], ...]:
        """The nodes right below each node; none below a leaf."""
        found: tuple[list[int], ...] = tuple([] for _ in self.nodes)
        positions = {node: number for number, node in enumerate(self.nodes)}
        for node, number in positions.items():
            if node:
                found[positions[node[:-1]]].append(number)
        return found

    def upward(self, leaf: int) -> Whole:
        """The nodes above and including a leaf (numbered from 0), from the root down."""
        return np.flatnonzero(self.below[:, leaf])
