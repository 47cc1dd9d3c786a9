"""Mend a red audit: widen a figure, smallest siblings first, and audit again until nothing is open.

A parent minus its other children can undo an end band. The remedy costs precision only: no group is ever withheld, so
which figures appear stays independent of answers. The audit is handed in; this module does not know it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from uitzicht.core.disclosure.protection import SafeTable, Spot, protect
from uitzicht.core.disclosure.room import DOWN, UP, directions, has_room, level_with_room
from uitzicht.core.disclosure.tables import Group, Table
from uitzicht.core.disclosure.vocabulary import Parameters, QuestionType
from uitzicht.core.refusal import Refusal

Document = Mapping[str, Any]


class Opening(Protocol):
    """What an audit found: this item of this question is not safe for a member of this bundle."""

    @property
    def bundle(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def why(self) -> str: ...


class Audit(Protocol):
    """Attack a document, whole or for some questions only; what it opens comes back."""

    def __call__(self, document: Document, *, questions: Collection[str] | None = None) -> Sequence[Opening]: ...


class StillOpen(Refusal):
    """The release cannot go out: `openings` remain with everything at its widest, or are of a kind no band can mend."""

    def __init__(self, openings: Sequence[Opening]) -> None:
        message = (
            "The release is not published: the trial attack opened {opened} figures that wider bands cannot close."
        )
        super().__init__("release.still_open", message, opened=len(openings))
        self.openings = tuple(openings)


@dataclass(frozen=True, slots=True)
class Widened:
    """One step of the repair: the figure at `spot` went to this level. Holds no value, before or after."""

    spot: Spot
    level: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A table in which the audit opened nothing; `widened` of its `figures` are wider than end bands make them."""

    safe: SafeTable
    document: Document
    steps: tuple[Widened, ...]
    widened: int
    figures: int


def protect_until_closed(
    table: Table,
    parameters: Parameters,
    compose: Callable[[SafeTable], Document],
    audit: Audit,
    *,
    most: int = 500,
) -> Closed:
    """Protect, compose the document, audit it, widen, and again, `most` times at most. The last audit is a whole one.

    Raises StillOpen.
    """
    repair = _Repair(table, parameters)
    document = compose(safe := protect(table, parameters))
    openings = audit(document)
    rounds = 0
    while openings:
        if (rounds := rounds + 1) > most:
            raise StillOpen(openings)
        repair.widen(openings)
        document = compose(safe := protect(table, parameters, repair.levels))
        openings = audit(document, questions={opening.question for opening in openings}) or audit(document)
    return Closed(safe, document, tuple(repair.steps), len(repair.levels), _figures(safe))


class _Repair:
    """The levels so far, and the next step for an opening."""

    def __init__(self, table: Table, parameters: Parameters) -> None:
        self.table = table
        self.parameters = parameters
        self.levels: dict[Spot, int] = {}
        self.steps: list[Widened] = []
        # Groups come from the root down, so the last one that holds a bundle is the smallest: its home.
        self._home = {bundle: group for group in table.groups for bundle in group.bundles}
        self._known: dict[str, tuple[list[Group], list[Group]]] = {}
        self._places = {(group.unit, group.stratum): group for group in table.groups}
        self._questions = {question.key: question for question in table.questions}

    def widen(self, openings: Sequence[Opening]) -> None:
        """One step for every family of openings: same question, item, stratum and unit above. Raises StillOpen.

        Relatives take turns, because one step often closes several of them. All choose before anything is widened.
        """
        chosen: dict[Spot, int] = {}
        served: set[tuple[str, str, str, str]] = set()
        for opening in openings:
            if opening.why.startswith("structure") or not self._is_known(opening):
                raise StillOpen(openings)
            family = self._family(opening)
            if family not in served and (step := self._step(opening)):
                served.add(family)
                chosen |= step
        if not chosen:
            raise StillOpen(openings)
        self.levels.update(chosen)
        self.steps += [Widened(spot, level) for spot, level in chosen.items()]

    def _family(self, opening: Opening) -> tuple[str, str, str, str]:
        home = self._home[opening.bundle]
        above = self.table.tree.parent(home.unit) or home.unit
        return opening.question, opening.item, home.stratum, above

    def _is_known(self, opening: Opening) -> bool:
        question = self._questions.get(opening.question)
        return question is not None and opening.item in question.items and opening.bundle in self._home

    def _candidates(self, opening: Opening) -> tuple[list[Spot], list[Spot]]:
        """Figures beside the bundle, the smallest group first, and those that hold it, the root last.

        A bundle of a unit that has units below it stands beside those.
        """
        beside, holding = self._relatives(self._home[opening.bundle])
        return self._spots(opening, beside), self._spots(opening, holding)

    def _relatives(self, home: Group) -> tuple[list[Group], list[Group]]:
        if home.id not in self._known:
            chain = self.table.tree.upward(home.unit)
            units = {unit for above in chain for unit in self.table.tree.children(above)} - set(chain)
            beside = [self._places[unit, home.stratum] for unit in units if (unit, home.stratum) in self._places]
            beside.sort(key=lambda group: (group.size, group.id))
            self._known[home.id] = beside, [self._places[unit, home.stratum] for unit in chain]
        return self._known[home.id]

    def _spots(self, opening: Opening, groups: Sequence[Group]) -> list[Spot]:
        return [Spot(group.id, opening.question, opening.item) for group in groups]

    def _step(self, opening: Opening) -> dict[Spot, int]:
        """What to widen to give the bundle room, and to which level; nothing when all is at its widest.

        First a figure beside it, at the lowest level that helps; then one that holds it, first of all one that has no
        room yet; then whatever can still be wider.
        """
        beside, holding = self._candidates(opening)
        ways = directions(self.table.sealed[opening.bundle], self._questions[opening.question], opening.item)
        against = tuple(-way for way in ways)
        stuck_first = sorted(holding, key=lambda spot: self._has_room(spot, ways))
        for spots, wanted in ((beside, against), (stuck_first, ways), ([*beside, *holding], (UP, DOWN))):
            levels = [(level, spot) for spot in spots if (level := self._level(spot, wanted)) is not None]
            if levels:
                level, spot = min(levels, key=lambda step: step[0]) if spots is beside else levels[0]
                return {spot: level} | self._companion(spot, wanted)
        return {}

    def _companion(self, spot: Spot, ways: Sequence[int]) -> dict[Spot, int]:
        """The items of a choice share a sum: the largest other one must be able to move the opposite way."""
        question = self._questions[spot.question]
        if question.type is not QuestionType.CHOICE or len(question.items) == 1:
            return {}
        counts = self.table.counts[question.key][self.table.rows[spot.group]].tolist()
        others = [(count, item) for count, item in zip(counts, question.items, strict=True) if item != spot.item]
        other = spot._replace(item=max(others, key=lambda one: one[0])[1])
        level = self._level(other, tuple(-way for way in ways))
        return {} if level is None else {other: level}

    def _level(self, spot: Spot, ways: tuple[int, ...]) -> int | None:
        return level_with_room(self.table, self.parameters, spot, self.levels.get(spot, 0), ways)

    def _has_room(self, spot: Spot, ways: tuple[int, ...]) -> bool:
        return has_room(self.table, self.parameters, spot, self.levels.get(spot, 0), ways)


def _figures(safe: SafeTable) -> int:
    return sum(len(shown.items or ()) for column in safe.cells.values() for shown in column.values())
