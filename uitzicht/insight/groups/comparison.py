"""Every comparison that the page on groups makes, counted and corrected together. See docs/methods/comparison.md."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from uitzicht.core.statistics.comparison import Corrected, benjamini_hochberg
from uitzicht.insight.groups.answers import Tested, reasons_differ, scores_differ
from uitzicht.insight.groups.cuts import Cut, cuts
from uitzicht.insight.groups.leaving import leaving, log_rank_p, mirrored
from uitzicht.insight.published import Published

REASONS = ("main_reason", "force")
SCORES = "inclusion."
FEWEST_LEFT = 10  # resignations under which a release draws no curve of a group


class Result(StrEnum):
    DIFFERENT = "difference"
    NOT_SHOWN = "no_difference_shown"
    TOO_FEW = "too_few"
    TOO_COARSE = "too_coarse"


class About(StrEnum):
    """What groups are compared on: the questions of the page."""

    SOONER = "sooner"
    MORE_OFTEN = "more_often"
    REASONS = "other_reasons"
    INCLUSION = "inclusion"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison. ``question``: of the release, when answers are compared; ``value``: the group that is compared with
    all others, when it is one group. ``p`` and ``q`` (corrected for all comparisons of the release) are None when none was
    made; ``missing``: how many more resignations or answers one would take."""

    about: About
    cut: str
    question: str = ""
    value: str = ""
    p: float | None = None
    q: float | None = None
    result: Result = Result.TOO_FEW
    missing: int = 0
    effect: float | None = None


@lru_cache(maxsize=8)
def compared(of: Published) -> tuple[Comparison, ...]:
    """All comparisons of a release in the order of the menu, those that could not be made too. The same for every reader and
    every choice of filters, so that nobody finds something by looking often."""
    asked = [comparison for cut in cuts(of, "en") for comparison in _of_cut(of, cut)]
    corrected = iter(benjamini_hochberg([one.p for one in asked if one.p is not None]))
    return tuple(one if one.p is None else _judged(one, next(corrected)) for one in asked)


def made(comparisons: tuple[Comparison, ...]) -> int:
    return sum(one.p is not None for one in comparisons)


def findings(comparisons: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    return tuple(one for one in comparisons if one.result is Result.DIFFERENT)


def together(comparisons: tuple[Comparison, ...], about: About, cut: str) -> Result | None:
    """What several comparisons say about one question and one cut: the strongest of them; None when none was asked."""
    found = {one.result for one in comparisons if (one.about, one.cut) == (about, cut)}
    return next((result for result in Result if result in found), None)


def _of_cut(of: Published, cut: Cut) -> Iterator[Comparison]:
    rows = leaving(of, cut)
    if rows:
        p = log_rank_p(of, cut)
        short = 0 if p is not None else max(0, FEWEST_LEFT - sorted([row.rate.events for row in rows] + [0])[-2])
        yield Comparison(About.SOONER, cut.key, p=p, missing=short)
    for row in mirrored(rows):
        ratio = row.ratio if row.is_comparable else None
        yield Comparison(About.MORE_OFTEN, cut.key, value=row.value, p=ratio.p if ratio else None)
    for question in REASONS:
        if question in of.document.get("view_questions", ()):
            yield _tested(About.REASONS, cut, question, reasons_differ(of, question, cut))
    for question in of.questions:
        if question.startswith(SCORES) and question in of.document.get("view_questions", ()):
            yield _tested(About.INCLUSION, cut, question, scores_differ(of, question, cut))


def _tested(about: About, cut: Cut, question: str, found: Tested) -> Comparison:
    result = Result.TOO_FEW if found.missing else Result.TOO_COARSE
    return Comparison(about, cut.key, question, p=found.p, result=result, missing=found.missing, effect=found.effect)


def _judged(one: Comparison, corrected: Corrected) -> Comparison:
    return replace(one, q=corrected.q, result=Result.DIFFERENT if corrected.found else Result.NOT_SHOWN)
