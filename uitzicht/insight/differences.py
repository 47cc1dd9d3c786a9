"""Two displayed figures of one thing, and whether their difference is a finding after all comparisons are counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from uitzicht.core.statistics.agreement import shift
from uitzicht.core.statistics.comparison import benjamini_hochberg
from uitzicht.core.statistics.differences import difference, p_value
from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval
from uitzicht.insight.cells import Exact, Hidden, count_bounds, score_bounds
from uitzicht.insight.strata import JOINED_HALF_STEP
from uitzicht.insight.vocabulary import FigureGroup, Item

FALSE_ALARMS = 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """One item in two groups of people."""

    before: Item
    before_group: FigureGroup
    after: Item
    after_group: FigureGroup

    @property
    def label(self) -> str:
        return self.before.label


@dataclass(frozen=True, slots=True)
class Difference:
    """``interval``: 95 %, of after less before (shares 0..1, means in points of the scale); where one of the two is shown as
    a range it holds whatever fits. ``p``: of no difference, at its largest; ``q``: after correction for every comparison made
    together with it. None where a base is not shown, or the two are not different people."""

    pair: Pair
    interval: Interval | None
    p: float | None
    q: float | None

    @property
    def certain(self) -> bool:
        """A finding: at most one in twenty of such findings is a false alarm."""
        return self.q is not None and self.q <= FALSE_ALARMS

    @property
    def label(self) -> str:
        return self.pair.label

    @property
    def before(self) -> Item:
        return self.pair.before

    @property
    def after(self) -> Item:
        return self.pair.after

    @property
    def size(self) -> float:
        """How far apart the two are, for an order."""
        return abs(self.interval.low + self.interval.high) if self.interval else -1.0


def pairs(before: FigureGroup, after: FigureGroup) -> list[Pair]:
    """Every item that both groups show, exactly or as a band, in the order of the first."""
    later = {item.key: item for item in after.items}
    return [
        Pair(item, before, later[item.key], after)
        for item in before.items
        if item.key in later and not isinstance(item.shown, Hidden) and not isinstance(later[item.key].shown, Hidden)
    ]


def differences(found: Iterable[Pair]) -> tuple[Difference, ...]:
    """All pairs as one family: corrected together (Benjamini and Hochberg), in the order given."""
    made = list(found)
    p_values = [_p(pair) for pair in made]
    corrected = iter(benjamini_hochberg([p for p in p_values if p is not None]))
    return tuple(
        Difference(pair, interval_of(pair), p, None if p is None else next(corrected).q)
        for pair, p in zip(made, p_values, strict=True)
    )


def interval_of(pair: Pair, confidence: float = CONFIDENCE) -> Interval | None:
    """Of after less before, for people who are in one of the two groups only; None where a base is not shown."""
    bases = pair.before_group.base, pair.after_group.base
    if not (isinstance(bases[0], Exact) and isinstance(bases[1], Exact)):
        return None
    then, now = int(bases[0].value), int(bases[1].value)
    if pair.before.score:
        return _of_means(pair, then, now, confidence)
    (fewest, most), (few, many) = (_ends(item, n) for item, n in ((pair.before, then), (pair.after, now)))
    low, high = (shift(most, then, few, now, confidence), shift(fewest, then, many, now, confidence))
    return Interval(low.low, high.high)


def _p(pair: Pair) -> float | None:
    if interval_of(pair) is None:
        return None
    return p_value(lambda confidence: interval_of(pair, confidence) or Interval(0, 0))


def _of_means(pair: Pair, then: int, now: int, confidence: float) -> Interval:
    """Cautious: the spread of scores is not published, so each mean has the widest interval that it allows."""
    (lowest, highest), (low, high) = score_bounds(pair.before.shown), score_bounds(pair.after.shown)

    def between(one: float, other: float) -> Interval:
        ends = [
            mean_interval(mean, n, half_step=JOINED_HALF_STEP, confidence=confidence)
            for mean, n in ((one, then), (other, now))
        ]
        return difference(one, ends[0], other, ends[1])

    return Interval(between(highest, low).low, between(lowest, high).high)


def _ends(item: Item, base: int) -> tuple[int, int]:
    low, high = count_bounds(item.shown, base)
    return int(low), int(high)
