"""How far a search has come: which needs are met, and who is in every move found for the others."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole


class Standing:
    """``people``: of each class. ``own``: the class of the person in question of each need. ``asked``: needs that are put
    at all. ``met``: (needs,); ``alone``: those that one person meets without anybody else. ``pinned``: for each need the classes of which every move
    so far takes all people; None: no move yet. ``failed``: needs for which the search gave up.

    A coalition is one person, who does not move. A need is met when each person can be left out of some move: people of
    a class can stand in for each other, so only a class of which every move takes everybody counts.
    """

    def __init__(self, people: Whole, own: Whole, asked: NDArray[np.bool_]) -> None:
        self.people, self.own, self.asked = people, own, asked
        self.met: NDArray[np.bool_] = np.zeros(len(own), dtype=bool)
        self.alone: NDArray[np.bool_] = np.zeros(len(own), dtype=bool)
        self.failed: set[int] = set()
        self.pinned: list[frozenset[int] | None] = [None] * len(own)

    @property
    def unmet(self) -> Whole:
        return np.nonzero(~self.met & self.asked)[0]

    def note(self, number: int, used: Mapping[int, int]) -> None:
        """A verified move for a need: how many people of each class it takes, the person in question among them."""
        self.note_taken(number, self.taken(used), used)

    def taken(self, used: Mapping[int, int]) -> frozenset[int]:
        """Classes of which a move takes everybody."""
        return frozenset(one for one, many in used.items() if many >= self.people[one])

    def note_taken(self, number: int, taken: frozenset[int], used: Mapping[int, int]) -> None:
        own, before = int(self.own[number]), self.pinned[number]
        if used[own] == 1:
            taken = taken - {own}
        self.pinned[number] = taken if before is None else before & taken
        self.met[number] = not self.pinned[number]
