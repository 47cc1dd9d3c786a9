"""The tree of units as plain values, read once and walked in memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

SEPARATOR = " / "


class UnitTree:
    """Units by id; the one without a parent is the organisation itself.

    Before the first unit exists the tree is empty: ``root_id`` is 0, which no row has.
    """

    def __init__(self, parents: Mapping[int, int | None], names: Mapping[int, str], *, organisation: str) -> None:
        self.parents: dict[int, int | None] = dict(parents)
        self.names: dict[int, str] = dict(names)
        self.organisation = organisation
        self.root_id: int = next((unit for unit, parent in self.parents.items() if parent is None), 0)

    def path(self, unit_id: int) -> tuple[str, ...]:
        """Names from below the root down to the unit; the root's own path is empty."""
        names: list[str] = []
        at: int | None = unit_id
        while at is not None and at != self.root_id:
            names.append(self.names[at])
            at = self.parents[at]
        return tuple(reversed(names))

    def label(self, unit_id: int) -> str:
        """The path as people read it: "Terminal / Kade Noord"; the root is called by the organisation's name."""
        return SEPARATOR.join(self.path(unit_id)) or self.names.get(self.root_id, self.organisation)

    def subtree(self, unit_id: int) -> set[int]:
        """The unit and everything below it."""
        below = {unit_id}
        level = [unit_id]
        while level:
            level = [child for unit in level for child in self._children.get(unit, ())]
            below.update(level)
        return below

    def ordered(self) -> list[tuple[int, int, str]]:
        """(id, depth, name) in reading order: each unit before what lies below it, siblings by name; the root is depth 0."""
        return list(self._walk(self.root_id, 0)) if self.parents else []

    def by_path(self) -> dict[tuple[str, ...], int]:
        """Every unit by its path; the root by the empty path."""
        return {self.path(unit): unit for unit in self.parents}

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = defaultdict(list)
        for unit, parent in self.parents.items():
            if parent is not None:
                children[parent].append(unit)
        return children

    def _walk(self, unit: int, depth: int) -> Iterable[tuple[int, int, str]]:
        yield unit, depth, self.names[unit]
        for child in sorted(self._children.get(unit, ()), key=lambda child: self.names[child].casefold()):
            yield from self._walk(child, depth + 1)
