"""Raw totals: per bundle, and summed over the tree of units. Never rendered; see `protection` for what is.

A bundle's totals are invariant under permutation of its sheets, and everything after them sees totals only: nothing
published distinguishes one member's sheet from the others' (Theorem 1 of the design).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from uitzicht.core.disclosure.tree import UnitTree
from uitzicht.core.disclosure.vocabulary import SCORES, Question, QuestionType

DEEPEST_WITH_PERIODS = 1
"""How deep below the root a unit has figures by period."""

Counts = NDArray[np.int64]
Place = tuple[str, str, str]  # unit, stratum, period
Answer = Sequence[str] | str | int


class Tally(TypedDict):
    """One question in one bundle: how many answered, and one count per item (scores: the histogram of 1..5)."""

    answered: int
    counts: list[int]


Totals = Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class BundleTotals:
    """A closed bundle of any release with its totals by question; a question it never saw is absent."""

    id: str
    unit: str
    stratum: str
    size: int
    totals: Totals = field(repr=False)
    period: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """All bundles of one stratum closed so far at one unit or below it; `bundles` are ids, `size` counts people. `period`:
    only the bundles of that period; empty: all."""

    id: str
    unit: str
    stratum: str
    size: int
    bundles: tuple[str, ...]
    period: str = ""


@dataclass(frozen=True, eq=False)
class Table:
    """Raw figures: `base[question]` has shape (groups,), `counts[question]` (groups, width). Never shows a value.

    `sealed` holds the bundles that the groups are unions of, by id.
    """

    tree: UnitTree
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    base: Mapping[str, Counts] = field(repr=False)
    counts: Mapping[str, Counts] = field(repr=False)
    sealed: Mapping[str, BundleTotals]

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each group, by its id."""
        return {group.id: row for row, group in enumerate(self.groups)}

    def question(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)

    def __repr__(self) -> str:
        return f"<Table of {len(self.groups)} groups and {len(self.questions)} questions, values hidden>"


def tabulate(sheets: Iterable[Mapping[str, Answer]], questions: Sequence[Question]) -> dict[str, Tally]:
    """Count the sheets of one bundle; every question gets a tally, other keys of a sheet are not counted.

    A tick-box question with an empty list counts as answered; a question without a key does not.

    Raises ValueError for an item or score that the question does not have; the message never holds the answer.
    """
    totals = {question.key: Tally(answered=0, counts=[0] * question.width) for question in questions}
    positions = {question.key: _positions(question) for question in questions}
    for sheet in sheets:
        for question in questions:
            if question.key not in sheet:
                continue
            tally, known = totals[question.key], positions[question.key]
            tally["answered"] += 1
            for mark in _marks(question, sheet[question.key]):
                if mark not in known:
                    raise ValueError(
                        f"question {question.key}: an answer holds an item that the question does not have"
                    )
                tally["counts"][known[mark]] += 1
    return totals


def accumulate(
    bundles: Iterable[BundleTotals], parents: Mapping[str, str | None], questions: Sequence[Question]
) -> Table:
    """Sum the bundles of all releases so far into one group for each (unit, stratum) at or above a bundle, and for the
    root and the units right under it into one for each period too.

    Groups are ordered from the root down, then by unit and stratum; those of a period come before all others.

    Raises ValueError for a bundle given twice, an unknown unit, or totals that cannot be.
    """
    tree = UnitTree(parents)
    closed = sorted(bundles, key=lambda bundle: bundle.id)
    groups, pairs = _groups(closed, tree)
    base: dict[str, Counts] = {}
    counts: dict[str, Counts] = {}
    for question in questions:
        answered, marks = _columns(question, closed)
        base[question.key] = np.zeros(len(groups), dtype=np.int64)
        counts[question.key] = np.zeros((len(groups), question.width), dtype=np.int64)
        np.add.at(base[question.key], pairs[:, 0], answered[pairs[:, 1]])
        np.add.at(counts[question.key], pairs[:, 0], marks[pairs[:, 1]])
    return Table(tree, tuple(questions), groups, base, counts, {bundle.id: bundle for bundle in closed})


def _positions(question: Question) -> dict[str | int, int]:
    keys: Sequence[str | int] = SCORES if question.type is QuestionType.SCORE else question.items
    return {key: position for position, key in enumerate(keys)}


def _marks(question: Question, answer: Answer) -> Iterable[str | int]:
    if question.type is QuestionType.TICK and isinstance(answer, list | tuple | set | frozenset):
        return set(answer)
    if question.type is QuestionType.CHOICE and isinstance(answer, str):
        return (answer,)
    if question.type is QuestionType.SCORE and isinstance(answer, int) and not isinstance(answer, bool):
        return (answer,)
    raise ValueError(f"question {question.key}: an answer is not what a {question.type} question takes")


def _groups(closed: Sequence[BundleTotals], tree: UnitTree) -> tuple[tuple[Group, ...], Counts]:
    """Groups, and the pairs (row of the group, row of the bundle in it) with shape (pairs, 2)."""
    if len({bundle.id for bundle in closed}) != len(closed):
        raise ValueError("a bundle is given twice")
    rows: dict[Place, list[int]] = {}
    for row, bundle in enumerate(closed):
        if bundle.unit not in tree:
            raise ValueError(f"bundle {bundle.id}: unit {bundle.unit} is not in the tree of units")
        for unit in tree.upward(bundle.unit):
            rows.setdefault((unit, bundle.stratum, ""), []).append(row)
            if bundle.period and tree.depth(unit) <= DEEPEST_WITH_PERIODS:
                rows.setdefault((unit, bundle.stratum, bundle.period), []).append(row)
    places = sorted(rows, key=lambda place: (not place[2], tree.depth(place[0]), place))
    groups = tuple(_group(place, [closed[row] for row in rows[place]]) for place in places)
    pairs = [(group, row) for group, place in enumerate(places) for row in rows[place]]
    return groups, np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _group(place: Place, members: Sequence[BundleTotals]) -> Group:
    unit, stratum, period = place
    size = sum(bundle.size for bundle in members)
    key = ":".join(filter(None, place))
    return Group(key, unit, stratum, size, tuple(bundle.id for bundle in members), period)


def _columns(question: Question, closed: Sequence[BundleTotals]) -> tuple[Counts, Counts]:
    """Answered, shape (bundles,), and counts, shape (bundles, question.width)."""
    nothing = Tally(answered=0, counts=[0] * question.width)
    tallies = [bundle.totals.get(question.key, nothing) for bundle in closed]
    if any(len(tally["counts"]) != question.width for tally in tallies):
        raise ValueError(f"question {question.key}: a bundle does not have {question.width} counts")
    answered = np.array([tally["answered"] for tally in tallies], dtype=np.int64)
    counts = np.array([tally["counts"] for tally in tallies], dtype=np.int64).reshape(-1, question.width)
    sizes = np.array([bundle.size for bundle in closed], dtype=np.int64)
    whole = question.type is QuestionType.TICK or np.array_equal(counts.sum(axis=1), answered)
    possible = (answered <= sizes).all() and (counts >= 0).all() and (counts <= answered[:, None]).all()
    if not (whole and possible):
        raise ValueError(f"question {question.key}: the totals of a bundle cannot be")
    return answered, counts
