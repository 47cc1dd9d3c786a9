"""A choice: each pair of its items first, and what that leaves over all items together, where anybody may choose anything."""

from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from uitzicht.core.disclosure.auditor.memory import Memory
from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.cycles import by_cycles
from uitzicht.core.disclosure.auditor.views.games import of_pair
from uitzicht.core.disclosure.auditor.views.panel import Panel
from uitzicht.core.disclosure.auditor.views.programme import OPTIMAL, OPTIONS
from uitzicht.core.disclosure.auditor.views.search import (
    MOST_FAILED,
    barring,
    by_small_moves,
)
from uitzicht.core.disclosure.auditor.views.standing import Standing

# All items together are dear: needs beyond these stay open, which makes a view wider, never a figure safer than it is.
MOST_ASKED = 200
Places = list[tuple[int, int]]


def choice(panel: Panel, memory: Memory) -> tuple[Standing, Places, Places]:
    """How the needs stand, where each of them is (atom, item), and places where no other item was offered at all."""
    programme = ChoiceProgramme(panel)
    moves = memory.at(panel.question.key, panel.register.stratum, programme.of.tobytes(), programme.people.tobytes())
    standing = Standing(programme.people, programme.of, panel.sheets.asked[programme.atom[programme.of]])
    _by_pairs(programme, standing)
    by_cycles(programme, standing)
    for moved in moves:
        if len(standing.unmet) and programme.stands(moved, spare=programme.people):
            _serve(programme, standing, moved)
    for asked, number in enumerate(standing.unmet.tolist()):
        if len(standing.failed) >= MOST_FAILED:
            break
        if not standing.met[number] and (asked >= MOST_ASKED or not _met(programme, standing, number, moves)):
            standing.failed.add(number)
    places = list(zip(programme.atom[programme.of].tolist(), programme.to.tolist(), strict=True))
    asked_of = np.nonzero(panel.sheets.asked[programme.atom])[0]
    lonely = np.setdiff1d(asked_of, programme.of)
    return standing, places, list(zip(programme.atom[lonely].tolist(), programme.item[lonely].tolist(), strict=True))


class ChoiceProgramme:
    """Legs: for each class (the people of an atom who chose an item) each other item offered to them. A need is to
    see one person of a leg go there. Variables: how many do."""

    def __init__(self, panel: Panel) -> None:
        self.panel = panel
        width = len(panel.question.items)
        item = panel.sheets.state @ np.arange(width)
        classes, self.people = np.unique(panel.sheets.atom * width + item, return_counts=True)
        self.atom, self.item = classes // width, classes % width
        self.position = {one: at for at, one in enumerate(zip(self.atom.tolist(), self.item.tolist(), strict=True))}
        offered = panel.sheets.offered[self.atom]
        offered[np.arange(len(classes)), self.item] = False
        self.of, self.to = np.nonzero(offered)
        self.legs = {one: at for at, one in enumerate(zip(self.of.tolist(), self.to.tolist(), strict=True))}
        self.columns = self._columns()
        ones, at = np.ones(len(self.of), dtype=np.int64), np.arange(len(self.of))
        self.whole = sparse.csr_array((ones, (self.of, at)), shape=(len(classes), len(at)))

    def move(self, leg: int, barred: Collection[int] = ()) -> Whole | None:
        """People who go, by leg: a verified move with somebody of this leg and one of each barred class staying."""
        spare, least = self.people.copy(), np.zeros(len(self.of), dtype=np.int64)
        spare[list(barred)] -= 1
        least[leg] = 1
        return self.solved(np.ones(len(self.of)), least, spare) if spare[self.of[leg]] > 0 else None

    def solved(self, cost: NDArray[np.float64], least: Whole, spare: Whole) -> Whole | None:
        """None when no programme ended with a move that stood the check."""
        rows = self.panel.rows
        answer = milp(
            cost,
            integrality=np.ones(len(cost)),
            bounds=Bounds(least, spare[self.of]),
            constraints=[
                LinearConstraint(self.columns, -rows.down.ravel(), rows.up.ravel()),
                LinearConstraint(self.whole, -np.inf, spare),
            ],
            options=OPTIONS,
        )
        if answer.status != OPTIMAL or answer.x is None:
            return None
        moved = np.rint(answer.x).astype(np.int64)
        return moved if (moved >= least).all() and self.stands(moved, spare=spare) else None

    def stands(self, moved: Whole, *, spare: Whole) -> bool:
        """Whether no figure of any release shows it, and nobody goes who is not there."""
        rows = self.panel.rows
        change = (self.columns @ moved).reshape(rows.up.shape)
        shows = (change > rows.up) | (-change > rows.down)
        return bool((moved >= 0).all() and (self.whole @ moved <= spare).all() and not shows.any())

    def used(self, moved: Whole) -> Mapping[int, int]:
        taken: Any = self.whole @ moved
        return {one: int(taken[one]) for one in np.nonzero(taken)[0].tolist()}

    def _columns(self) -> sparse.csr_array:
        """What one person of each leg changes, (rows x items, legs)."""
        legs, width = np.arange(len(self.of)), len(self.panel.question.items)
        moved = np.zeros((width, len(legs)), dtype=np.int64)
        moved[self.to, legs] += 1
        moved[self.item[self.of], legs] -= 1
        rows = self.panel.rows.membership[:, self.atom[self.of]]
        return sparse.csr_array((rows[:, None, :] * moved[None, :, :]).reshape(-1, len(legs)))


def _by_pairs(programme: ChoiceProgramme, standing: Standing) -> None:
    """Who chose one of two items goes to the other."""
    for pair in combinations(range(len(programme.panel.question.items)), 2):
        plays = of_pair(programme.panel, *pair)
        for play, to in zip(plays, reversed(pair), strict=True):
            here = by_small_moves(play)
            chosen = np.array(pair)[play.state]
            place = [programme.position[one] for one in zip(play.game.atom.tolist(), chosen.tolist(), strict=True)]
            for number, own in enumerate(play.needs.which.tolist()):
                leg, pinned = programme.legs[place[own], to], here.pinned[number]
                standing.met[leg], standing.alone[leg] = here.met[number], here.alone[number]
                standing.pinned[leg] = None if pinned is None else frozenset(place[one] for one in pinned)


def _serve(programme: ChoiceProgramme, standing: Standing, moved: Whole) -> None:
    used = programme.used(moved)
    taken = standing.taken(used)
    for number in np.nonzero((moved > 0) & ~standing.met)[0].tolist():
        standing.note_taken(number, taken, used)


def _met(programme: ChoiceProgramme, standing: Standing, number: int, moves: list[Whole]) -> bool:
    for barred in barring(standing, number):
        moved = programme.move(number, barred)
        if moved is not None:
            moves.append(moved)
            _serve(programme, standing, moved)
        elif len(barred) < 2:
            return False
    return bool(standing.met[number])
