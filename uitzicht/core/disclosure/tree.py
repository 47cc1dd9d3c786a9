"""The tree of units, as protection walks it: up to the root, or from the leaves upwards."""

from collections.abc import Iterable, Mapping


class UnitTree:
    """Units by their parents; exactly one root (the organisation).

    Raises ValueError when there is no single root, a parent is unknown, or units go round in a circle.
    """

    def __init__(self, parents: Mapping[str, str | None]) -> None:
        roots = [unit for unit, parent in parents.items() if parent is None]
        if len(roots) != 1:
            raise ValueError(f"the tree of units has {len(roots)} roots; it must have exactly one")
        self.root = roots[0]
        self._parents = dict(parents)
        self._children = _children(parents)
        self._depths = self._measure()
        if len(self._depths) != len(parents):
            raise ValueError("the tree of units holds a unit that does not hang from the root")

    def _measure(self) -> dict[str, int]:
        depths = {self.root: 0}
        level = [self.root]
        while level:
            level = [child for unit in level for child in self._children.get(unit, ())]
            depths.update((unit, depths[self._parents[unit] or self.root] + 1) for unit in level)
        return depths

    def __contains__(self, unit: str) -> bool:
        return unit in self._parents

    def depth(self, unit: str) -> int:
        """Steps to the root."""
        return self._depths[unit]

    def parent(self, unit: str) -> str | None:
        return self._parents[unit]

    def children(self, unit: str) -> tuple[str, ...]:
        return self._children.get(unit, ())

    def upward(self, unit: str) -> list[str]:
        """The unit, its parent and so on, the root last."""
        chain = [unit]
        while (parent := self._parents[chain[-1]]) is not None:
            chain.append(parent)
        return chain

    def bottom_up(self) -> list[str]:
        """All units, every unit after the units below it."""
        return self.ordered(self._parents)[::-1]

    def ordered(self, units: Iterable[str]) -> list[str]:
        """The units, those nearest to the root first, then by id."""
        return sorted(units, key=lambda unit: (self._depths[unit], unit))


def _children(parents: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {}
    for unit, parent in parents.items():
        if parent is not None:
            below.setdefault(parent, []).append(unit)
    return {parent: tuple(sorted(units)) for parent, units in below.items()}
