"""The two sides of every question on a card: those who belong to a group and those who do not. From displayed numbers only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from uitzicht.core.statistics.shares import wilson
from uitzicht.insight.cells import HIDDEN, Exact, Hidden, Range, Shown, count_bounds
from uitzicht.insight.differences import Difference, Pair, differences
from uitzicht.insight.rules import is_enough, is_shown
from uitzicht.insight.vocabulary import FigureGroup, Item

YES, NO = "yes", "no"
LEVELS = ("low", "middle", "high")
HIGH = "high"
Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Question:
    """One way of feeling here, asked of who belongs to one group and who does not. ``yes``, ``no``: items low, middle and
    high; the base of a side is exact only where displayed numbers leave one possibility."""

    belongs: str
    label: str
    felt: str
    felt_label: str
    base: Shown
    yes: FigureGroup
    no: FigureGroup

    @property
    def sides(self) -> tuple[FigureGroup, FigureGroup]:
        return self.yes, self.no

    @property
    def is_comparable(self) -> bool:
        return all(is_enough(side.base) for side in self.sides)


@dataclass(frozen=True, slots=True)
class Compared:
    """``difference``: of those who do not belong less those who do, in the share that gives a 4 or 5; None for too few."""

    question: Question
    difference: Difference | None


def asked(groups: Sequence[FigureGroup]) -> list[Question]:
    """The questions of which a release shows anything, in the order of the card."""
    return [_question(group) for group in groups if is_shown(group)]


def compared(questions: Sequence[Question]) -> list[Compared]:
    """All questions of the cards as one family, corrected together."""
    fit = [question for question in questions if question.is_comparable]
    found = dict(zip(map(id, fit), differences(map(_pair, fit)), strict=True))
    return [Compared(question, found.get(id(question))) for question in questions]


def share_bounds(side: FigureGroup, key: str) -> Bounds | None:
    """Smallest and largest share that an answer of a side may stand for; None where it may stand for anything."""
    lows, highs = _ends(side)
    rest = [level for level in LEVELS if level != key]
    least, most = lows[key], highs[key]
    others, all_others = sum(lows[level] for level in rest), sum(highs[level] for level in rest)
    if most == 0 and all_others == 0:
        return None
    return _part(least, all_others), _part(most, others)


def _part(count: float, others: float) -> float:
    return count / (count + others) if count + others else 0.0


def _ends(side: FigureGroup) -> tuple[Mapping[str, float], Mapping[str, float]]:
    n = count_bounds(side.base, 0)[1]
    ends = {item.key: count_bounds(item.shown, n) for item in side.items}
    return {key: low for key, (low, _) in ends.items()}, {key: high for key, (_, high) in ends.items()}


def _question(group: FigureGroup) -> Question:
    _card, belongs, felt = group.question.split(".")
    label, _colon, felt_label = group.question_label.rpartition(": ")
    bounds = {answer: _side_bounds(group, answer) for answer in (YES, NO)}
    sides = [
        _side(group, answer, _narrowed(bounds[answer], bounds[other], group.base))
        for answer, other in ((YES, NO), (NO, YES))
    ]
    return Question(belongs, label, felt, felt_label, group.base, *sides)


def _side_bounds(group: FigureGroup, answer: str) -> Bounds:
    n = count_bounds(group.base, 0)[1]
    ends = [count_bounds(item.shown, n) for item in _of(group, answer)]
    return sum(low for low, _ in ends), min(n, sum(high for _, high in ends))


def _narrowed(own: Bounds, other: Bounds, base: Shown) -> Shown:
    """Both sides add up to the base of the question."""
    if isinstance(base, Hidden):
        return HIDDEN
    least, most = count_bounds(base, 0)
    low, high = max(own[0], least - other[1]), min(own[1], most - other[0])
    return Exact(low) if low == high else Range(low, high)


def _side(group: FigureGroup, answer: str, base: Shown) -> FigureGroup:
    items = tuple(_item(item, base) for item in _of(group, answer))
    return replace(group, question=f"{group.question}.{answer}", base=base, items=items)


def _item(item: Item, base: Shown) -> Item:
    key, label = item.key.partition("_")[2], item.label.partition(": ")[2]
    if not (isinstance(item.shown, Exact) and isinstance(base, Exact) and base.value):
        return Item(key, label, item.shown)
    count, n = int(item.shown.value), int(base.value)
    return Item(key, label, item.shown, share=count / n, interval=wilson(count, n))


def _of(group: FigureGroup, answer: str) -> Iterator[Item]:
    return (item for item in group.items if item.key.startswith(f"{answer}_"))


def _pair(question: Question) -> Pair:
    high = [next(item for item in side.items if item.key == HIGH) for side in question.sides]
    return Pair(high[0], question.yes, high[1], question.no)
