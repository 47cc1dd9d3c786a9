"""Counter-worlds of a choice in which three items turn: one person goes from j to i, another comes from k to j.

Where the figures show j exactly but not i and k, as between rare reasons, no exchange of two answers would do and this does.
All pairs of people at once; whole numbers throughout, so what is found needs no second look.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.auditor.truth import Whole
from uitzicht.core.disclosure.auditor.views.panel import Panel
from uitzicht.core.disclosure.auditor.views.standing import Standing


class Choices(Protocol):
    """Classes of people with their ``atom`` and ``item``; each need is a leg from class ``of`` to item ``to``."""

    panel: Panel
    people: Whole
    atom: Whole
    item: Whole
    of: Whole
    to: Whole


def by_cycles(choices: Choices, standing: Standing) -> None:
    """Meet needs for which two different people can close the turn; note the others who can as far as there is one."""
    unmet, width = standing.unmet, len(choices.panel.question.items)
    if not len(unmet) or width < 3:
        return
    offered = choices.panel.sheets.offered[choices.atom]
    for leaving, arriving in sorted(set(zip(choices.item[choices.of[unmet]], choices.to[unmet], strict=True))):
        legs = unmet[(choices.item[choices.of[unmet]] == leaving) & (choices.to[unmet] == arriving)]
        closing = [
            (item, np.nonzero((choices.item == item) & offered[:, leaving])[0])
            for item in range(width)
            if item not in (leaving, arriving)
        ]
        found = [(others, _free(choices, legs, others, int(leaving), int(arriving), item)) for item, others in closing]
        for row, leg in enumerate(legs.tolist()):
            _note(choices, standing, leg, np.concatenate([others[free[row]] for others, free in found]))


def _note(choices: Choices, standing: Standing, leg: int, others: Whole) -> None:
    if choices.people[others].sum() > 1:
        standing.met[leg] = True
    elif len(others):
        standing.note(leg, {int(choices.of[leg]): 1, int(others[0]): 1})


def _free(choices: Choices, legs: Whole, others: Whole, leaving: int, arriving: int, item: int) -> NDArray[np.bool_]:
    """Which others can come from ``item``, (legs, others): rows with both people keep their sum of ``leaving``."""
    rows = choices.panel.rows
    up, down = rows.up < 1, rows.down < 1
    mine = rows.membership[:, choices.atom[choices.of[legs]]].astype(np.float32)
    theirs = rows.membership[:, choices.atom[others]].astype(np.float32)
    only_mine = (down[:, leaving] | up[:, arriving]).astype(np.float32)
    only_theirs = (down[:, item] | up[:, leaving]).astype(np.float32)
    of_both = (up[:, arriving] | down[:, item]).astype(np.float32)
    stopped = (mine * only_mine[:, None]).T @ (1 - theirs)
    stopped += (1 - mine).T @ (theirs * only_theirs[:, None])
    stopped += (mine * of_both[:, None]).T @ theirs
    return np.asarray(stopped == 0)
