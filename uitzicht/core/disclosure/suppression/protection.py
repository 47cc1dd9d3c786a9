"""The one door from a table of raw counts to one that may be shown."""

from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field
from typing import Final

import numpy as np

from uitzicht.core.disclosure.suppression.attacker import attack
from uitzicht.core.disclosure.suppression.checking import open_cells
from uitzicht.core.disclosure.suppression.engine import Engine
from uitzicht.core.disclosure.suppression.hierarchy import Dimension, Path
from uitzicht.core.disclosure.suppression.table import Cells, SensitiveTable
from uitzicht.core.disclosure.suppression.vocabulary import Rule, Status, Whole
from uitzicht.core.refusal import Refusal

_SEAL: Final = object()
_WITHHELD: Final = -1


@dataclass(frozen=True, slots=True)
class ShownCell:
    """``path``: a node of each dimension, () for its total. ``count`` is None when the cell is not published."""

    path: tuple[Path, ...]
    people: int
    count: int | None
    status: Status


@dataclass(frozen=True, eq=False)
class SuppressedTable:
    """A table that may be shown; it holds no withheld count. Only `suppress` makes one; others get a TypeError.

    ``attacked``: how many small cells the linear programmes attacked, besides the exact check of all of them.
    """

    dimensions: tuple[Dimension, ...]
    rule: Rule
    people: Whole = field(repr=False)
    shown: Whole = field(repr=False)
    status: Whole = field(repr=False)
    attacked: int
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a SuppressedTable is made by suppress() only")

    @property
    def cells(self) -> Iterator[ShownCell]:
        """Every cell in which there is somebody, totals included, the totals first."""
        shape = tuple(len(dimension.nodes) for dimension in self.dimensions)
        for cell in np.flatnonzero(self.people > 0).tolist():
            nodes = np.unravel_index(cell, shape)
            path = tuple(one.nodes[int(node)] for one, node in zip(self.dimensions, nodes, strict=True))
            count = int(self.shown[cell])
            yield ShownCell(
                path, int(self.people[cell]), None if count == _WITHHELD else count, Status(int(self.status[cell]))
            )

    def number(self, *statuses: Status) -> int:
        """How many cells in which there is somebody have one of these statuses."""
        return int((np.isin(self.status, statuses) & (self.people > 0)).sum())


def suppress(table: SensitiveTable, rule: Rule) -> SuppressedTable:
    """Hide every small cell and what is needed beside it, check it exactly, attack it, and seal what stands both.

    Refuses (`Refusal`) a table in which some small cell cannot be protected, and one that was opened.
    """
    cells = Cells(table, rule)
    engine = Engine(cells)
    engine.run()
    hidden = engine.ground.hidden
    if len(unproven := open_cells(cells, hidden, list(engine.worlds.values()))):
        raise Refusal(
            "suppression.not_proven",
            "{number} small cells are not proven to be hidden. Nothing was written.",
            number=len(unproven),
        )
    tried = attack(cells, hidden)
    if tried.opened:
        raise Refusal(
            "suppression.opened",
            "The attack opened {number} small cells, or did not end. Nothing was written.",
            number=len(tried.opened),
        )
    shown = np.where(hidden, _WITHHELD, cells.count)
    return SuppressedTable(table.dimensions, rule, cells.people, shown, cells.status(hidden), len(tried.tried), _SEAL)
