"""Exchanges in which every kind keeps its number: a flow from a bundle to a kind through the grid.

A unit of an exchange goes round: somebody of h's kind comes into h's bundle, someone of another kind leaves it, and in
other bundles the places are taken the other way, so that no kind grows. That is a path from bundle to kind over other
cells, each cell carrying as much as it has others; by max-flow and min-cut enough paths exist or a narrow place shows
that they do not. For bundles with one cut there is no other exchange, so this search is complete there.
"""

from collections import defaultdict, deque
from collections.abc import Mapping

from uitzicht.core.disclosure.views.grid import Cell, Exchange, Grid, Kind


def exchange_by_flow(grid: Grid, cell: Cell, lacks: int) -> Exchange | None:
    """An exchange that brings `lacks` into the cell; None when the kinds cannot keep their numbers."""
    leaving: defaultdict[Cell, int] = defaultdict(int)
    for _ in range(lacks):
        path = _shortest_path(grid, cell, leaving)
        if path is None:
            return None
        for number, step in enumerate(path):
            leaving[step] += -1 if number % 2 else 1
    return {cell: lacks, **{step: -amount for step, amount in leaving.items() if amount}}


def _shortest_path(grid: Grid, cell: Cell, leaving: Mapping[Cell, int]) -> list[Cell] | None:
    """Cells from the bundle to the kind of `cell`: by turns somebody leaves one and somebody comes into one."""
    start, goal = cell
    came: dict[str, tuple[str, Kind]] = {start: cell}
    seen: set[Kind] = {goal}
    queue = deque([start])
    while queue:
        bundle = queue.popleft()
        for kind in grid.kinds[bundle]:
            if kind in seen or leaving.get((bundle, kind), 0) >= grid.others[bundle, kind]:
                continue
            seen.add(kind)
            for other in grid.bundles[kind]:
                if other in came or -leaving.get((other, kind), 0) >= grid.others[other, kind]:
                    continue
                came[other] = (bundle, kind)
                if leaving.get((other, goal), 0) < grid.others.get((other, goal), 0):
                    return _path(came, start, other, goal)
                queue.append(other)
    return None


def _path(came: Mapping[str, tuple[str, Kind]], start: str, last: str, goal: Kind) -> list[Cell]:
    backwards: list[Cell] = [(last, goal)]
    while last != start:
        bundle, kind = came[last]
        backwards += [(last, kind), (bundle, kind)]
        last = bundle
    return backwards[::-1]
