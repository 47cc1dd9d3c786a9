"""For other reasons, and safe, at home, valued: answers of those who resigned, from certified views only."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from uitzicht.core.statistics.bounded import mean_difference
from uitzicht.core.statistics.comparison import independence
from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.cells import Exact
from uitzicht.insight.groups.cuts import Cut
from uitzicht.insight.published import Published
from uitzicht.insight.rules import ENOUGH, is_enough
from uitzicht.insight.strata import SINGLE_HALF_STEP, Column
from uitzicht.insight.vocabulary import Kind

KIND = Kind.RESIGNATION  # who resigned chose to leave; one kind, so that no mix of kinds looks like a difference
LEAST_COVERED = 0.5
"""The part of all answers that must stand in exact cells of every group before reasons are compared."""


@dataclass(frozen=True, slots=True)
class Tested:
    """``p``: None where nothing can be compared; then ``missing`` answers are needed in a second group, or, with 0, the
    figures are too coarse. ``effect``: Cramér's V of counts, points between the groups farthest apart of scores."""

    p: float | None
    missing: int = 0
    effect: float | None = None


def reasons_differ(of: Published, question: str, cut: Cut) -> Tested:
    """Whether groups choose other answers: a test of independence on counts that are exact in every group; all other
    answers are taken together as one. Groups with fewer than 20 answers are left out."""
    found = enough(of, question, cut)
    if len(found) < 2:
        return Tested(None, missing(of, question, cut))
    table = _table([column for _, column in found])
    if table is None:
        return Tested(None)
    try:
        test = independence(table)
    except ValueError:  # everybody gave the same answer
        return Tested(None)
    return Tested(test.p, effect=test.cramers_v)


def scores_differ(of: Published, question: str, cut: Cut) -> Tested:
    """Whether the mean of any two groups differs: the smallest p of a pair, times the number of pairs (Bonferroni). Pairs
    whose intervals overlap are no difference, whatever a test would say."""
    found = enough(of, question, cut)
    if len(found) < 2:
        return Tested(None, missing(of, question, cut))
    exact = [(mean, n) for _, column in found if (mean := _mean(column)) is not None and (n := _base(column))]
    if len(exact) < 2:
        return Tested(None)
    pairs = list(combinations(exact, 2))
    apart = [(one, two) for one, two in pairs if not _interval(*one).overlaps(_interval(*two))]
    p = min((mean_difference(*one, *two, half_step=SINGLE_HALF_STEP) for one, two in apart), default=1.0)
    return Tested(min(1.0, p * len(pairs)), effect=max(abs(one[0] - two[0]) for one, two in pairs))


def enough(of: Published, question: str, cut: Cut) -> list[tuple[str, Column]]:
    """The groups with a certified view in which enough people answered, in the order of the menu."""
    if question not in of.questions:
        return []
    columns = ((value, of.view_column(question, cut.key, value, KIND)) for value in cut.known)
    return [(value, column) for value, column in columns if column.items is not None and is_enough(column.base)]


def missing(of: Published, question: str, cut: Cut) -> int:
    """Answers that the second largest group still needs before two can be compared."""
    bases = [_base(of.view_column(question, cut.key, value, KIND)) for value in cut.known]
    return ENOUGH - sorted([*bases, 0, 0])[-2]


def _table(columns: Sequence[Column]) -> list[list[int]] | None:
    rows = [column.items or () for column in columns]
    bases = [_base(column) for column in columns]
    exact = [at for at in range(len(rows[0])) if all(isinstance(row[at], Exact) for row in rows)]
    counts = [[_whole(row[at]) for at in exact] for row in rows]
    if sum(map(sum, counts)) < LEAST_COVERED * sum(bases):
        return None
    return [[*row, base - sum(row)] for row, base in zip(counts, bases, strict=True)]


def _mean(column: Column) -> float | None:
    shown = column.items[0] if column.items else None
    return shown.value if isinstance(shown, Exact) else None


def _interval(mean: float, n: int) -> Interval:
    return mean_interval(mean, n, half_step=SINGLE_HALF_STEP)


def _base(column: Column) -> int:
    return _whole(column.base)


def _whole(shown: object) -> int:
    return int(shown.value) if isinstance(shown, Exact) else 0
