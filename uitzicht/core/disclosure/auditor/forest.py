"""Counter-worlds without a solver: move a bundle, and make up for it nearby, inside what the displays leave open.

The bundles of one release, stratum and period hang in the tree of units. A change +d in one bundle is followed by changes of
the other sign in bundles below the same ancestors, as low in the tree as possible; above the point where it is made up
for, no total changes at all. A node may move by its room: the least room of its displays, of all periods together and of
the bundles' own, in every release from the bundles' own onwards, because all of those contain the same of these bundles.

Every world found is one of whole numbers: a capacity is a whole number, and each whole amount up to the capacity of a
node can be handed down to its children and bundles, each within its own capacity.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole

FREE = np.int64(1) << 40


@dataclass(frozen=True)
class Forest:
    """``parent``: shape (units,), -1 at the root. ``levels``: positions of units by depth, deepest first."""

    position: Mapping[str, int]
    parent: Whole
    levels: tuple[Whole, ...]


def forest(trees: Sequence[Mapping[str, str | None]]) -> Forest | None:
    """The tree of units that all releases share; None when a unit moved between releases."""
    parents: dict[str, str | None] = {}
    for tree in trees:
        if any(parents.setdefault(unit, parent) != parent for unit, parent in tree.items()):
            return None
    position = {unit: number for number, unit in enumerate(parents)}
    parent = np.array([position[above] if above is not None else -1 for above in parents.values()], dtype=np.int64)
    depth = np.zeros(len(parent), dtype=np.int64)
    above = parent.copy()
    while (above >= 0).any():
        depth += above >= 0
        above = np.where(above >= 0, parent[above], -1)
    levels = tuple(np.nonzero(depth == at)[0] for at in range(int(depth.max()), -1, -1))
    return Forest(position, parent, levels)


@dataclass(frozen=True)
class Reserve:
    """How far each node can go back, shape (units, items) each, and how much less when one bundle has a coalition in it.

    ``totals``: of what is in the node, ``capacity``: cut to its room; ``loss``: of capacity by the worst coalition below;
    ``first``, ``second``: the two greatest losses among the children and bundles in the node.
    """

    totals: Whole
    capacity: Whole
    loss: Whole
    first: Whole
    second: Whole


def can_move(
    tree: Forest,
    unit: Whole,
    own: Whole,
    extra: Whole,
    room_back: Whole,
    room_on: Whole,
    moves: tuple[Whole, Whole, Whole, NDArray[np.bool_]],
) -> NDArray[np.bool_]:
    """Which moves (bundle, item, amount > 0, elsewhere) can be made; ``elsewhere``: wherever one coalition stands.

    ``unit``: node of each bundle; ``own``: how far each bundle can go back, shape (bundles, items), and ``extra``: how
    much of that it loses with a coalition in it; ``room_back`` and ``room_on``: how far each node's total can go back
    and on, shape (units, items).
    """
    bundle, item, amount, elsewhere = moves
    reserve = _reserve(tree, unit, own, extra, room_back)
    mover = own[bundle, item], extra[bundle, item]
    return _walk(tree, (unit[bundle], item, amount, elsewhere), mover, reserve, room_on)


def _reserve(tree: Forest, unit: Whole, own: Whole, extra: Whole, room_back: Whole) -> Reserve:
    reserve = Reserve(*(np.zeros(room_back.shape, dtype=np.int64) for _ in range(5)))
    for level in tree.levels:
        bundles, children = np.nonzero(np.isin(unit, level))[0], np.nonzero(np.isin(tree.parent, level))[0]
        holder = np.concatenate((unit[bundles], tree.parent[children]))
        np.add.at(reserve.totals, holder, np.concatenate((own[bundles], reserve.capacity[children])))
        _two_greatest(reserve, holder, np.concatenate((extra[bundles], reserve.loss[children])))
        room, totals = room_back[level], reserve.totals[level]
        reserve.capacity[level] = np.minimum(room, totals)
        reserve.loss[level] = reserve.capacity[level] - np.minimum(room, totals - reserve.first[level])
    return reserve


def _two_greatest(reserve: Reserve, holder: Whole, losses: Whole) -> None:
    if not len(holder):
        return
    order = np.argsort(holder, kind="stable")
    holder, losses = holder[order], losses[order]
    starts = np.nonzero(np.diff(holder, prepend=-1))[0]
    nodes, numbers = holder[starts], np.arange(len(holder))[:, None]
    first = np.maximum.reduceat(losses, starts, axis=0)
    of_node = np.searchsorted(nodes, holder)
    at = np.minimum.reduceat(np.where(losses == first[of_node], numbers, len(holder)), starts, axis=0)
    others = np.where(numbers == at[of_node], 0, losses)
    reserve.first[nodes], reserve.second[nodes] = first, np.maximum.reduceat(others, starts, axis=0)


def _walk(
    tree: Forest,
    moves: tuple[Whole, Whole, Whole, NDArray[np.bool_]],
    mover: tuple[Whole, Whole],
    reserve: Reserve,
    room_on: Whole,
) -> NDArray[np.bool_]:
    """From the bundle to the root; ``worst`` is what is left to make up for when a coalition stood in the worst place."""
    node, item, amount, elsewhere = moves
    possible = np.ones(len(node), dtype=bool)
    rest, worst = amount.copy(), amount.copy()
    under, under_loss = mover
    while len(node) and (node >= 0).any():
        inside, here = node >= 0, (node, item)
        beside = reserve.totals[here] - under
        lost = np.where(under_loss == reserve.first[here], reserve.second[here], reserve.first[here])
        worst = np.where(inside, np.maximum(np.maximum(worst - beside, rest - beside + lost), 0), worst)
        rest = np.where(inside, np.maximum(rest - beside, 0), rest)
        possible &= ~inside | (np.where(elsewhere, worst, rest) <= room_on[here])
        under, under_loss = reserve.capacity[here], reserve.loss[here]
        node = np.where(inside, tree.parent[node], -1)
    return possible
