"""Cheapest first: alone, with one other, with three others, and then a programme."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.exchanges import NOBODY, alone, exchanged
from uitzicht.core.disclosure.auditor.views.game import Needs
from uitzicht.core.disclosure.auditor.views.games import Play
from uitzicht.core.disclosure.auditor.views.programme import Move, Programme
from uitzicht.core.disclosure.auditor.views.rectangles import rectangles
from uitzicht.core.disclosure.auditor.views.standing import Standing

MOST_FAILED = 4


@dataclass(frozen=True)
class Side:
    """One side of a game: its needs, how they stand, and their legs in the programme."""

    needs: Needs
    standing: Standing
    legs: Whole


def both_sides(plays: tuple[Play, Play], moves: list[Whole]) -> list[Standing]:
    """Search both sides of a game; the second is the first upside down. ``moves``: of earlier attacks, and added to."""
    standings = [by_small_moves(play) for play in plays]
    if any(len(standing.unmet) for standing in standings):
        programme = Programme(plays[0].game)
        sides = [
            Side(play.needs, standing, programme.legs(play.needs.which, sign))
            for play, standing, sign in zip(plays, standings, (1, -1), strict=True)
        ]
        for move in filter(None, map(programme.recalled, moves)):
            for side in sides:
                _serve(side, move)
        for side in sides:
            by_programmes(programme, side, moves)
    return standings


def by_small_moves(play: Play) -> Standing:
    """All needs, as far as moves of at most four people meet them against every coalition."""
    game, needs = play.game, play.needs
    standing = Standing(game.people, needs.which, play.asked)
    standing.alone = alone(game, needs)
    standing.met = standing.alone.copy()
    rest = standing.unmet
    if len(rest):
        partners = exchanged(game, needs.pick(rest))
        standing.met[rest] = partners.second != NOBODY
        for at in np.nonzero((partners.first != NOBODY) & (partners.second == NOBODY))[0].tolist():
            own, other = int(needs.which[rest[at]]), int(partners.first[at])
            standing.note(int(rest[at]), {own: 1, other: 1} if own != other else {own: 2})
    if game.rise.max(initial=0) <= 1 and game.fall.max(initial=0) <= 1:
        rectangles(game, standing)
    return standing


def by_programmes(programme: Programme, side: Side, moves: list[Whole]) -> None:
    """Ask a programme for each unmet need, and again with everybody barred whom all moves so far take.

    Once a few needs have failed nothing can become green, and the rest is not asked.
    """
    standing = side.standing
    for number in standing.unmet.tolist():
        if len(standing.failed) < MOST_FAILED and not standing.met[number] and not _met(programme, side, number, moves):
            standing.failed.add(number)


def _met(programme: Programme, side: Side, number: int, moves: list[Whole]) -> bool:
    standing, leg, least = side.standing, int(side.legs[number]), int(side.needs.least[number])
    for barred in barring(standing, number):
        move = programme.move(leg, least, barred)
        if move is not None:
            moves.append(move.steps)
            _serve(side, move)
        elif len(barred) < 2:
            return False
    return bool(standing.met[number])


def _serve(side: Side, move: Move) -> None:
    """A move serves everybody who goes far enough in it."""
    standing, taken = side.standing, side.standing.taken(move.used)
    unmet = standing.unmet
    for number in unmet[move.steps[side.legs[unmet]] >= side.needs.least[unmet]].tolist():
        standing.note_taken(number, taken, move.used)


def barring(standing: Standing, number: int) -> Iterator[list[int]]:
    """Nobody, when there is no move yet; then all who are pinned at once; then each of them alone."""
    if standing.pinned[number] is None:
        yield []
    pinned = standing.pinned[number]
    if pinned:
        yield sorted(pinned)
        for one in sorted(pinned):
            if len(pinned) > 1 and one in (standing.pinned[number] or ()):
                yield [one]
