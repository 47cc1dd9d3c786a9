"""The people who came in since an earlier release, as far as the later one publishes them on their own.

Releases are cumulative: a group of the later one holds whole bundles of the earlier one. Nothing is subtracted. Only figures
by year stand on their own, and a year counts here when none of its bundles stood in the earlier release.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from uitzicht.insight.cells import Below
from uitzicht.insight.published import FOLLOW_UP, LATER, STRATA, Published
from uitzicht.insight.strata import Column, joined
from uitzicht.insight.vocabulary import Kind
from uitzicht.release.queries import Released


class Since(Published):
    """The later release, read as if it held only the years that began after ``then``."""

    def __init__(self, now: Released, then: Released) -> None:
        super().__init__(now)
        self.then = then
        old = {bundle for group in then.document["groups"] for bundle in group["bundles"]}
        yearly = [group for group in self.document["groups"] if group.get("period")]
        self._stale = {_place(group) for group in yearly if old & set(group["bundles"])}
        self._fresh = {_place(group) for group in yearly} - self._stale

    def years(self, unit: str, strata: Sequence[str]) -> tuple[str, ...]:
        """Years of these strata with nobody of the earlier release in them, oldest first."""
        fresh = {period for at, stratum, period in self._fresh if at == unit and stratum in strata}
        stale = {period for at, stratum, period in self._stale if at == unit and stratum in strata}
        return tuple(sorted(fresh - stale))

    def column(self, question: str, unit: str, kind: Kind) -> Column:
        years = self.years(unit, strata_of(question, kind))
        columns = [self.period_column(question, unit, year, kind) for year in years]
        if not columns:
            return Column(Below(self.k), None)
        return joined(columns, k=self.k, score=self.questions[question]["type"] == "score")


def since(now: Published, then: Published) -> Since:
    """Kept by both certificates: frozen documents never change."""
    return _since(_Two((now.released.certificate, then.released.certificate), now.released, then.released))


def strata_of(question: str, kind: Kind) -> tuple[str, ...]:
    if question.startswith(LATER):
        return FOLLOW_UP if kind is Kind.ALL else ()
    return STRATA[kind]


def years_of(of: Since, unit: str, kind: Kind, questions: Iterable[str]) -> tuple[str, ...]:
    """Years that any of these questions can be compared in."""
    return tuple(sorted({year for question in questions for year in of.years(unit, strata_of(question, kind))}))


def _place(group: dict[str, str]) -> tuple[str, str, str]:
    return group["unit"], group["stratum"], group["period"]


@dataclass(frozen=True)
class _Two:
    certificates: tuple[str, str]
    now: Released = field(compare=False)
    then: Released = field(compare=False)


@lru_cache(maxsize=8)
def _since(two: _Two) -> Since:
    return Since(two.now, two.then)
