"""Which figures of views to widen for what an audit opened: the view that it names, then the others of its stratum.

Figures of units are never widened for a view, and no view is ever withheld: which views appear stays independent of
answers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from uitzicht.core.disclosure.protection import Spot, widest_level
from uitzicht.core.disclosure.room import DOWN, UP, has_room, level_with_room
from uitzicht.core.disclosure.tables import Group, Table
from uitzicht.core.disclosure.vocabulary import Parameters, QuestionType
from uitzicht.core.disclosure.widening import Opening

FURTHEST = 3
"""From a score of 1 to one of 4, or from 5 to 2: what somebody is asked to be able to go."""


COARSE: Final = ((50, 2), (200, 1))
"""Counts of a view start at this level when fewer than so many people answered; above that they start exact."""
FEW_SCORES: Final = 30
"""Means of a view start at half points when fewer than so many people answered."""
FEW_FOR_EACH: Final = 10
"""A choice among many items says nothing in a view with fewer people for each item than this: everything is a range. What it
would say is little, and binds the figures of units in every later release."""
MOST_TRIES: Final = 4
"""Rounds after which all views of a stratum give up an item that opens again and again."""


def starting_levels(table: Table) -> Iterator[tuple[Spot, int]]:
    """A view cuts across many bundles, so its figures bind many people at once: in small views nearly all have to be
    wider. They start so, from the number of people who answered, which is public; the repair is then rarely needed."""
    for question in table.questions:
        for row, group in enumerate(table.groups):
            base = int(table.base[question.key][row])
            if question.type is QuestionType.SCORE:
                level = int(base < FEW_SCORES)
            elif question.type is QuestionType.CHOICE and base < FEW_FOR_EACH * len(question.items):
                level = widest_level(table, Spot(group.id, question.key, question.items[0]))
            else:
                level = next((level for below, level in COARSE if base < below), 0)
            if level:
                yield from ((Spot(group.id, question.key, item), level) for item in question.items)


class ViewWidener:
    """The widening levels of a table of views so far (`levels`), and the next step for what an audit opened."""

    def __init__(self, table: Table, parameters: Parameters) -> None:
        self.table = table
        self.parameters = parameters
        self.levels: dict[Spot, int] = dict(starting_levels(table))
        self._tries: Counter[tuple[str, str, str]] = Counter()  # by question, item and stratum
        self._questions = {question.key: question for question in table.questions}

    def widen(self, openings: Sequence[Opening]) -> dict[Spot, int]:
        """One step for every figure that is named, and the new levels. Where the same item of a stratum comes back, one
        other view takes a step as well, then three, then seven: the smallest first.

        Nothing when no band can mend this: openings of structure or of an unknown place, or all is at its widest.
        """
        chosen: dict[Spot, int] = {}
        if not all(self._is_mendable(opening) for opening in openings):
            return chosen
        for (question, item, stratum), views in self._named(openings).items():
            self._tries[question, item, stratum] += 1
            if self._tries[question, item, stratum] > MOST_TRIES:
                chosen |= self._given_up(question, item, stratum)
                continue
            most = len(views) - 1 + 2 ** (self._tries[question, item, stratum] - 1)
            steps = (self._step(group, question, item) for group in self._ordered(views, stratum))
            found = list(islice(filter(None, steps), most)) or [self._given_up(question, item, stratum)]
            for step in found:
                chosen |= step
        self.levels |= chosen
        return chosen

    def _named(self, openings: Sequence[Opening]) -> dict[tuple[str, str, str], list[Group]]:
        named: dict[tuple[str, str, str], dict[str, Group]] = {}
        for opening in openings:
            group = self.table.groups[self.table.rows[opening.group or ""]]
            named.setdefault((opening.question, opening.item, group.stratum), {})[group.id] = group
        return {place: list(views.values()) for place, views in named.items()}

    def _is_mendable(self, opening: Opening) -> bool:
        question = self._questions.get(opening.question)
        known = question is not None and opening.item in question.items and opening.group in self.table.rows
        return known and not opening.why.startswith("structure")

    def _step(self, group: Group, question: str, item: str) -> dict[Spot, int]:
        """A view wider; nothing when it is at its widest."""
        spots = [Spot(group.id, question, one) for one in self._items(group, question, item)]
        return {spot: level for spot in spots if (level := self._wider(spot)) is not None}

    def _given_up(self, question: str, item: str, stratum: str) -> dict[Spot, int]:
        """All views of the stratum at their widest: of this item, or of all items of a choice."""
        asked = self._questions[question]
        items = asked.items if asked.type is QuestionType.CHOICE else (item,)
        views = [group for group in self.table.groups if group.stratum == stratum]
        spots = [Spot(group.id, question, one) for group in views for one in items]
        widest = {spot: widest_level(self.table, spot) for spot in spots}
        return {spot: level for spot, level in widest.items() if level > self.levels.get(spot, 0)}

    def _ordered(self, named: Sequence[Group], stratum: str) -> list[Group]:
        """The named views, then the others of the stratum, the smallest first."""
        others = [group for group in self.table.groups if group.stratum == stratum and group not in named]
        return [*named, *sorted(others, key=lambda group: (group.size, group.id))]

    def _items(self, group: Group, question: str, item: str) -> tuple[str, ...]:
        """Who chooses otherwise takes from one item what another gains: that is the largest other item."""
        asked = self._questions[question]
        others = [one for one in asked.items if one != item]
        if asked.type is not QuestionType.CHOICE or not others:
            return (item,)
        counts = self.table.counts[question][self.table.rows[group.id]].tolist()
        return item, max(others, key=lambda one: counts[asked.items.index(one)])

    def _wider(self, spot: Spot) -> int | None:
        """The first level with room for one other answer, either way; past that, or where no level has both, the next
        level with more room."""
        now = self.levels.get(spot, 0)
        step = FURTHEST if self._questions[spot.question].type is QuestionType.SCORE else 1
        both = {UP: step, DOWN: step}
        if not has_room(self.table, self.parameters, spot, now, both):
            for level in range(now + 1, widest_level(self.table, spot) + 1):
                if has_room(self.table, self.parameters, spot, level, both):
                    return level
        return level_with_room(self.table, self.parameters, spot, now, both)
