"""P2 for one panel: for each person, item and coalition of one other a counter-world, or the place is open."""

from dataclasses import dataclass, field

import numpy as np

from uitzicht.core.disclosure.auditor.memory import Memory
from uitzicht.core.disclosure.auditor.views.choices import choice
from uitzicht.core.disclosure.auditor.views.games import Play, of_item, of_score
from uitzicht.core.disclosure.auditor.views.panel import Panel
from uitzicht.core.disclosure.auditor.views.search import both_sides
from uitzicht.core.disclosure.auditor.views.standing import Standing

Place = tuple[int, int]
"""Atom and item: somebody there."""


@dataclass
class Found:
    """``worlds``: needs met, counted by person. ``open``: places for which the search found no
    counter-world; of many in one game it names some. ``exposed``: places at which
    somebody could not step alone."""

    worlds: int = 0
    open: set[Place] = field(default_factory=set)
    exposed: set[Place] = field(default_factory=set)

    def count(self, standing: Standing, places: list[Place]) -> None:
        """``places``: of each need."""
        self.worlds += int(standing.people[standing.own[standing.met & standing.asked]].sum())
        self.exposed |= {places[at] for at in np.nonzero(~standing.alone & standing.asked)[0].tolist()}
        self.open |= {places[at] for at in standing.failed}


def search(panel: Panel, memory: Memory) -> Found:
    """Everything that P2 asks of a question in a stratum. What is not found is open.

    Where no view shows anything of an item, people of a bundle are alike to the attacker, and the main audit, which asks
    about each bundle, has asked all there is to ask.
    """
    found = Found()
    if not len(panel.sheets.atom) or not panel.told.any():
        return found
    if panel.question.type == "choice":
        standing, places, without = choice(panel, memory)
        found.count(standing, places)
        found.open |= set(without)
    elif panel.question.type == "score":
        _play(panel, of_score(panel), 0, found, memory)
    else:
        for item in np.nonzero(panel.told)[0].tolist():
            _play(panel, of_item(panel, item), item, found, memory)
    return found


def _play(panel: Panel, plays: tuple[Play, Play], item: int, found: Found, memory: Memory) -> None:
    game = plays[0].game
    place = panel.question.key, panel.register.stratum, item
    moves = memory.at(*place, game.atom.tobytes(), game.rise.tobytes(), game.people.tobytes())
    for play, standing in zip(plays, both_sides(plays, moves), strict=True):
        found.count(standing, [(atom, item) for atom in play.atoms.tolist()])
