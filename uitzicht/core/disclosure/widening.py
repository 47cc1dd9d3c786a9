"""Which figures to widen for what an audit opened: the smallest that give room, nearest to the bundle first.

Widening costs precision only: no group is ever withheld, so which figures appear stays independent of answers.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Protocol

from uitzicht.core.disclosure.protection import Spot, widest_level
from uitzicht.core.disclosure.room import DOWN, UP, can_move, has_room, level_with_room, needs
from uitzicht.core.disclosure.tables import Group, Table
from uitzicht.core.disclosure.vocabulary import Parameters, QuestionType

Relatives = list[tuple[Group, list[Group]]]
Moves = Mapping[str, Mapping[int, int]]  # item -> direction -> how far


class Opening(Protocol):
    """What an audit found: this item of this question is not safe for a member of this bundle. `group`: where it shows."""

    @property
    def bundle(self) -> str: ...
    @property
    def group(self) -> str | None: ...
    @property
    def question(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def why(self) -> str: ...


class Widener:
    """The widening levels of a table so far (`levels`), and the next step for what an audit opened."""

    def __init__(self, table: Table, parameters: Parameters) -> None:
        self.table = table
        self.parameters = parameters
        self.levels: dict[Spot, int] = {}
        # Groups come from the root down, so the last one that holds a bundle is the smallest: its home.
        self._home = {bundle: group for group in table.groups for bundle in group.bundles}
        self._known: dict[str, Relatives] = {}
        self._places = {(group.unit, group.stratum): group for group in table.groups if not group.period}
        self._questions = {question.key: question for question in table.questions}

    def widen(self, openings: Sequence[Opening]) -> dict[Spot, int]:
        """One step for every family of openings (same question, item, stratum and unit above): the new levels.

        Relatives take turns, because one step often closes several of them. All choose before anything is widened.
        Nothing when no band can mend this: openings of structure or of an unknown place, or all is at its widest.
        """
        chosen: dict[Spot, int] = {}
        served: set[tuple[str, str, str, str]] = set()
        if not all(self._is_mendable(opening) for opening in openings):
            return chosen
        for opening in openings:
            family = self._family(opening)
            if family not in served and (step := self._step(opening)):
                served.add(family)
                chosen |= step
        self.levels |= chosen
        return chosen

    def _family(self, opening: Opening) -> tuple[str, str, str, str]:
        home = self._home[opening.bundle]
        above = self.table.tree.parent(home.unit) or home.unit
        return opening.question, opening.item, home.stratum, above

    def _is_mendable(self, opening: Opening) -> bool:
        question = self._questions.get(opening.question)
        known = question is not None and opening.item in question.items and opening.bundle in self._home
        return known and not opening.why.startswith("structure")

    def _relatives(self, home: Group) -> Relatives:
        """The groups that hold a bundle, the root last, each with those of its children that do not, smallest first."""
        if home.id not in self._known:
            chain = self.table.tree.upward(home.unit)
            self._known[home.id] = [
                (self._places[unit, home.stratum], self._children(unit, home.stratum, set(chain))) for unit in chain
            ]
        return self._known[home.id]

    def _children(self, unit: str, stratum: str, chain: Collection[str] = ()) -> list[Group]:
        units = [child for child in self.table.tree.children(unit) if child not in chain]
        groups = [self._places[child, stratum] for child in units if (child, stratum) in self._places]
        return sorted(groups, key=lambda group: (group.size, group.id))

    def _step(self, opening: Opening) -> dict[Spot, int]:
        """What to widen to give the bundle room, and to which level; nothing when all is at its widest.

        Going up from the bundle, the first group that holds it and cannot move along confines the move: a group beside
        the bundle and under that one must move against it, at the lowest level that helps. Where none can, that group
        itself is widened; then whatever can still be wider.
        """
        along = self._moves(opening)
        if given_up := self._without_periods(opening, along):
            return given_up
        against = {item: {-way: amount for way, amount in needed.items()} for item, needed in along.items()}
        relatives = self._relatives(self._home[opening.bundle])
        holding = [group for group, _ in relatives]
        free = takewhile(lambda group: self._has_room(group, opening.question, along), holding[:-1])
        confined = len(list(free))
        near = [group for _, beside in relatives[: confined + 1] for group in beside]
        within = [group for group in near if self._moves_inside(group, opening.question, against)]
        options = [option for group in within if (option := self._option(group, opening.question, against))]
        if options:
            return min(options, key=lambda option: max(option.values()))
        options = [option for group in holding[confined:] if (option := self._option(group, opening.question, along))]
        return options[0] if options else self._last_resort(opening, relatives)

    def _without_periods(self, opening: Opening, items: Collection[str]) -> dict[Spot, int]:
        """Figures by period go first, all of the stratum at once: they split what the figures of units add up, and those
        are what people come for."""
        stratum = self._home[opening.bundle].stratum
        apart = [group for group in self.table.groups if group.period and group.stratum == stratum]
        spots = [Spot(group.id, opening.question, item) for group in apart for item in items]
        widest = {spot: widest_level(self.table, spot) for spot in spots}
        return {spot: level for spot, level in widest.items() if level > self.levels.get(spot, 0)}

    def _moves_inside(self, group: Group, question: str, moves: Moves) -> bool:
        """Whether some bundle in the group, and every group between the two as it is shown now, could move so."""
        own = (self.table.sealed[bundle] for bundle in group.bundles if self._home[bundle] is group)
        if any(can_move(bundle, self._questions[question], moves) for bundle in own):
            return True
        below = self._children(group.unit, group.stratum)
        return any(
            self._has_room(child, question, moves) and self._moves_inside(child, question, moves) for child in below
        )

    def _moves(self, opening: Opening) -> dict[str, dict[int, int]]:
        """How far the bundle's items must go, each way. A choice's items share a sum: its largest other item goes back."""
        question, bundle = self._questions[opening.question], self.table.sealed[opening.bundle]
        needed = needs(bundle, question, opening.item)
        others = [item for item in question.items if item != opening.item]
        tally = bundle.totals.get(question.key)
        if question.type is not QuestionType.CHOICE or not others or tally is None:
            return {opening.item: needed}
        counts = dict(zip(question.items, tally["counts"], strict=True))
        return {opening.item: needed, max(others, key=counts.__getitem__): {-way: n for way, n in needed.items()}}

    def _option(self, group: Group, question: str, moves: Moves) -> dict[Spot, int]:
        """Levels at which this group gives room: to all items that lack it, or more of it; nothing when it cannot."""
        spots = {Spot(group.id, question, item): needed for item, needed in moves.items()}
        lacking = {spot: needed for spot, needed in spots.items() if not self._spot_has_room(spot, needed)}
        levels = {spot: self._level(spot, needed) for spot, needed in (lacking or spots).items()}
        useful = {spot: level for spot, level in levels.items() if level is not None}
        return useful if len(useful) >= len(lacking) else {}

    def _last_resort(self, opening: Opening, relatives: Relatives) -> dict[Spot, int]:
        """Anything that can be wider, near the bundle before elsewhere in its stratum; then other items of a choice."""
        near = [group for _, beside in relatives for group in beside] + [group for group, _ in relatives]
        far = [group for group in reversed(self.table.groups) if group.stratum == near[-1].stratum]
        question = self._questions[opening.question]
        others = question.items if question.type is QuestionType.CHOICE else ()
        for item in (opening.item, *others):
            for group in (*near, *far):
                spot = Spot(group.id, opening.question, item)
                if (level := self._level(spot, (UP, DOWN))) is not None:
                    return {spot: level}
        return {}

    def _level(self, spot: Spot, ways: Collection[int]) -> int | None:
        return level_with_room(self.table, self.parameters, spot, self.levels.get(spot, 0), ways)

    def _has_room(self, group: Group, question: str, moves: Moves) -> bool:
        return all(self._spot_has_room(Spot(group.id, question, item), needed) for item, needed in moves.items())

    def _spot_has_room(self, spot: Spot, needed: Mapping[int, int]) -> bool:
        return has_room(self.table, self.parameters, spot, self.levels.get(spot, 0), needed)
