"""Counter-worlds by integer programming, for the needs that no simple move meets.

What a programme meets is struck off and the rest is asked again, until one meets none. Nothing is believed: each world
was checked again in whole numbers against every displayed cell. A programme that does not end as optimal certifies
nothing.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.board import Board
from uitzicht.core.disclosure.auditor.cells import Cells
from uitzicht.core.disclosure.auditor.needs import Needs
from uitzicht.core.disclosure.auditor.programme import Programme, verified
from uitzicht.core.disclosure.auditor.truth import Whole

MOST_VARIABLES = 6_000
MOST_PLACES = 30
MOST_ROUNDS = 8
MOST_ASKED = 60
MOST_BREACHES = 8
HANDFUL = 200
Found = NDArray[np.bool_]


def met_by_programmes(board: Board, bound: Cells, open_needs: Needs, worlds: list[Whole]) -> Found:
    """True for each need for which a programme found a world that stood the check, or one of the ``worlds`` of an earlier
    attack, to which it adds.

    A question that needs a programme too large to be worth it is not asked: its needs stay open.
    """
    found = met_by_worlds(board, worlds, open_needs)
    if len(board.bundles) * (len(board.question.items) if board.is_choice else 1) > MOST_VARIABLES:
        return found
    for items in _solved_together(board, open_needs):
        which = np.nonzero(np.isin(open_needs.item, items) & ~found)[0]
        if len(which):
            found[which] = _met_together(Programme(board, bound, items, worlds), open_needs.pick(which))
    for which in _places(open_needs, ~found)[:MOST_PLACES]:
        items = np.arange(len(board.question.items)) if board.is_choice else open_needs.item[which[:1]]
        found[which] = _met_in_place(Programme(board, bound, items, worlds), open_needs.pick(which))
    return found


def met_by_worlds(board: Board, worlds: Sequence[Whole], open_needs: Needs) -> Found:
    """Needs that remembered worlds meet: for each coalition there must be one that leaves it room, and together they do
    when there is no bundle in which all of them leave none."""
    met = np.zeros(len(open_needs), dtype=bool)
    closed = np.ones((len(open_needs), len(board.bundles)), dtype=bool)
    for values in worlds:
        world = verified(board, values)
        if world is not None:
            reached = open_needs.met(world.values)
            met |= reached
            closed[reached] &= world.breaches.any(axis=1)
    return np.asarray(met & (~open_needs.elsewhere | ~closed.any(axis=1)))


def _places(open_needs: Needs, unmet: Found) -> list[Whole]:
    """Positions of the unmet needs, one array for each bundle and item."""
    places: dict[tuple[int, int], list[int]] = {}
    for number in np.nonzero(unmet)[0].tolist():
        places.setdefault((int(open_needs.bundle[number]), int(open_needs.item[number])), []).append(number)
    return [np.array(numbers) for numbers in places.values()]


def _solved_together(board: Board, open_needs: Needs) -> list[Whole]:
    """All items of a choice, which share a sum; of other questions a handful, to save on the number of programmes."""
    if board.is_choice:
        return [np.arange(len(board.question.items))]
    items = np.unique(open_needs.item)
    handful = max(1, HANDFUL // len(board.bundles))
    return [items[start : start + handful] for start in range(0, len(items), handful)]


def _met_together(programme: Programme, part: Needs) -> Found:
    """One world for every coalition first, then two worlds that no coalition finds both closed."""
    met = np.zeros(len(part), dtype=bool)
    for ask in (_met_once, _met_twice):
        _strike_off(programme, part, met, ask)
    return met


def _strike_off(programme: Programme, part: Needs, met: Found, ask: Callable[[Programme, Needs], Found]) -> None:
    """Ask for some of the unmet needs at a time, for each some until a programme meets none of them."""
    unmet = np.nonzero(~met)[0]
    for start in range(0, len(unmet), MOST_ASKED):
        rest = unmet[start : start + MOST_ASKED]
        for _ in range(MOST_ROUNDS):
            done = ask(programme, part.pick(rest)) if len(rest) else np.zeros(0, dtype=bool)
            if not done.any():
                break
            met[rest[done]] = True
            rest = rest[~done]


def _met_once(programme: Programme, part: Needs, tight: Found | None = None) -> Found:
    world = programme.world(part, np.ones(programme.shape, dtype=bool) if tight is None else tight)
    return part.met(world.values) if world is not None else np.zeros(len(part), dtype=bool)


def _met_twice(programme: Programme, part: Needs, own: int | None = None) -> Found:
    """Met in a world without room for coalitions, and again in one with room wherever the first has none.

    A need with its coalition in its own bundle is met by the first. ``own``: a bundle that need not leave room.
    """
    world = programme.world(part, np.zeros(programme.shape, dtype=bool))
    if world is None:
        return np.zeros(len(part), dtype=bool)
    if own is not None:
        world.breaches[own] = False
    reached = part.met(world.values)
    met = reached & ~part.elsewhere
    again = np.nonzero(reached & part.elsewhere)[0]
    if len(again):
        met[again] = _met_once(programme, part.pick(again), world.breaches) if world.breaches.any() else True
        if len(part) == 1 and not met.any():
            met[:] = _met_bundle_by_bundle(programme, part, world.breaches)
    return met


def _met_in_place(programme: Programme, part: Needs) -> Found:
    """All needs of one bundle and item: together as far as that goes, the rest one by one until one stays unmet."""
    met, own = np.zeros(len(part), dtype=bool), int(part.bundle[0])
    _strike_off(programme, part, met, lambda programme, rest: _met_twice(programme, rest, own))
    for number in np.nonzero(~met)[0]:
        met[number] = _met_twice(programme, part.pick(np.array([number])), own)[0]
        if not met[number]:
            break
    return met


def _met_bundle_by_bundle(programme: Programme, need: Needs, breaches: Found) -> bool:
    """For each bundle in which a world left no room another world with room there."""
    closed = np.nonzero(breaches.any(axis=1))[0]
    if not 1 < len(closed) <= MOST_BREACHES:
        return False
    bundles = np.arange(len(breaches))[:, None]
    return all(bool(_met_once(programme, need, breaches & (bundles == bundle))[0]) for bundle in closed)
