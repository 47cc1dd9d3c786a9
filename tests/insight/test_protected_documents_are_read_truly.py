"""What insight reads from a document of the real protection always holds the truth, also for both kinds together."""

import random
from datetime import date
from typing import Any

import pytest

from uitzicht.core.disclosure.document import certificate, document
from uitzicht.core.disclosure.protection import protect
from uitzicht.core.disclosure.tables import BundleTotals, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Parameters, Question, QuestionType
from uitzicht.insight.cells import Exact, count_bounds, score_bounds
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind
from uitzicht.release.queries import Released

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "2"}
REASONS = Question("reasons", QuestionType.TICK, ("career", "family", "pay"))
CONTENT = Question("satisfaction.content", QuestionType.SCORE, ("mean",))
Sheet = dict[str, Any]


@pytest.mark.parametrize("seed", range(25))
def test_every_cell_holds_the_truth(seed: int) -> None:
    chance = random.Random(seed)
    people = {
        (unit, stratum): _sheets(chance)
        for unit in PARENTS
        for stratum in ("resignation", "other")
        if chance.random() < 0.8
    }
    of = _published(people)
    for unit in of.with_figures:
        for kind, strata in (
            (Kind.RESIGNATION, ["resignation"]),
            (Kind.OTHER, ["other"]),
            (Kind.ALL, ["resignation", "other"]),
        ):
            sheets = [
                s for (u, stratum), found in people.items() if stratum in strata and of.is_under(u, unit) for s in found
            ]
            _compare(of, unit, kind, sheets)


def _compare(of: Published, unit: str, kind: Kind, sheets: list[Sheet]) -> None:
    reasons, content = of.column("reasons", unit, kind), of.column("satisfaction.content", unit, kind)
    answered = [sheet["reasons"] for sheet in sheets if "reasons" in sheet]
    low, high = count_bounds(reasons.base, of.k - 1)
    assert low <= len(answered) <= high
    for item, shown in zip(REASONS.items, reasons.items or (), strict=False):
        low, high = count_bounds(shown, len(answered))
        assert low <= sum(item in answer for answer in answered) <= high
    scores = [sheet["satisfaction.content"] for sheet in sheets if "satisfaction.content" in sheet]
    for shown in content.items or ():
        low, high = score_bounds(shown)
        slack = content.half_step + 1e-9 if isinstance(shown, Exact) else 0.05 + 1e-9
        assert low - slack <= sum(scores) / len(scores) <= high + slack


def _sheets(chance: random.Random) -> list[Sheet]:
    leaning = chance.random()
    return [_sheet(chance, leaning) for _ in range(chance.randint(5, 14))]


def _sheet(chance: random.Random, leaning: float) -> Sheet:
    sheet: Sheet = {}
    if chance.random() < 0.8:
        sheet["reasons"] = [item for item in REASONS.items if chance.random() < leaning]
    if chance.random() < 0.8:
        sheet["satisfaction.content"] = chance.choice((1, 2, 3, 4, 5) if leaning < 0.7 else (5, 5, 5, 4))
    return sheet


def _published(people: dict[tuple[str, str], list[Sheet]]) -> Published:
    questions = (REASONS, CONTENT)
    bundles = [
        BundleTotals(f"1-{number:04d}", unit, stratum, len(sheets), tabulate(sheets, questions))
        for number, ((unit, stratum), sheets) in enumerate(people.items())
    ]
    safe = protect(accumulate(bundles, PARENTS, questions), Parameters())
    units = {unit: {"parent": parent, "label": f"Unit {unit}"} for unit, parent in PARENTS.items()}
    made = document(safe, release=1, released_on="2026-03-02", units=units, bundles={})
    return Published(Released(1, date(2026, 3, 2), certificate(made), made))
