"""Counter-worlds by integer programming, for the needs that no simple move meets.

What a programme meets is struck off and the rest is asked again, until one meets none. Nothing is believed: each world
was checked again in whole numbers against every displayed cell. A programme that does not end as optimal certifies
nothing.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.cells import Cells
from uitzicht.core.disclosure.auditor.needs import Needs
from uitzicht.core.disclosure.auditor.programme import Programme
from uitzicht.core.disclosure.auditor.truth import Whole

MOST_VARIABLES = 6_000
MOST_ALONE = 100
MOST_BREACHES = 8
HANDFUL = 200
Found = NDArray[np.bool_]


def met_by_programmes(board: Board, bound: Cells, open_needs: Needs) -> Found:
    """True for each need for which a programme found a world that stood the check.

    A question that needs a programme too large to be worth it is not asked: its needs stay open.
    """
    found = np.zeros(len(open_needs), dtype=bool)
    if len(board.bundles) * (len(board.question.items) if board.is_choice else 1) > MOST_VARIABLES:
        return found
    for items in _solved_together(board, open_needs):
        which = np.nonzero(np.isin(open_needs.item, items))[0]
        found[which] = _met(Programme(board, bound, items), open_needs.pick(which))
    return found


def _solved_together(board: Board, open_needs: Needs) -> list[Whole]:
    """All items of a choice, which share a sum; of other questions a handful, to save on the number of programmes."""
    if board.is_choice:
        return [np.arange(len(board.question.items))]
    items = np.unique(open_needs.item)
    handful = max(1, HANDFUL // len(board.bundles))
    return [items[start : start + handful] for start in range(0, len(items), handful)]


def _met(programme: Programme, part: Needs) -> Found:
    """One world for every coalition first; then two worlds that no coalition finds both closed; then one by one."""
    met = np.zeros(len(part), dtype=bool)
    for ask in (_met_once, _met_twice):
        _strike_off(programme, part, met, ask)
    given_up: set[tuple[int, int]] = set()
    for number in np.nonzero(~met)[0][:MOST_ALONE]:
        place = int(part.bundle[number]), int(part.item[number])
        met[number] = place not in given_up and _met_alone(programme, part.pick(np.array([number])))
        if not met[number]:
            given_up.add(place)
    return met


def _strike_off(programme: Programme, part: Needs, met: Found, ask: Callable[[Programme, Needs], Found]) -> None:
    while not met.all():
        rest = np.nonzero(~met)[0]
        done = ask(programme, part.pick(rest))
        if not done.any():
            return
        met[rest[done]] = True


def _met_once(programme: Programme, part: Needs, tight: Found | None = None) -> Found:
    world = programme.world(part, np.ones(programme.shape, dtype=bool) if tight is None else tight)
    return part.met(world.values) if world is not None else np.zeros(len(part), dtype=bool)


def _met_twice(programme: Programme, part: Needs) -> Found:
    """Met in a world without room for coalitions, and again in one with room wherever the first has none."""
    met = np.zeros(len(part), dtype=bool)
    world = programme.world(part, np.zeros(programme.shape, dtype=bool))
    if world is None:
        return met
    reached = np.nonzero(part.met(world.values))[0]
    if len(reached):
        met[reached] = _met_once(programme, part.pick(reached), world.breaches) if world.breaches.any() else True
    return met


def _met_alone(programme: Programme, need: Needs) -> bool:
    """One need, its own bundle free: a world, and for each bundle without room in it another world with room there."""
    world = programme.world(need, np.zeros(programme.shape, dtype=bool))
    if world is None or not need.met(world.values)[0]:
        return False
    breaches = world.breaches
    breaches[need.bundle] = False
    if not breaches.any() or _met_once(programme, need, breaches)[0]:
        return True
    closed = np.nonzero(breaches.any(axis=1))[0]
    if not 1 < len(closed) <= MOST_BREACHES:
        return False
    bundles = np.arange(len(breaches))[:, None]
    return all(bool(_met_once(programme, need, breaches & (bundles == bundle))[0]) for bundle in closed)
