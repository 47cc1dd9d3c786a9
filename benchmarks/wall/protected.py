"""The same company under Uitzicht: bundles, certified views, end bands, repair and attack, one release a quarter."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.wall.company import MIX, REASONS, Person, Quarter
from benchmarks.wall.reading import Group, alone
from uitzicht.core.disclosure import auditor
from uitzicht.core.disclosure.bundles import Bundle, Waiting, close_bundles, numbered
from uitzicht.core.disclosure.document import Views, document
from uitzicht.core.disclosure.protection import SafeTable
from uitzicht.core.disclosure.repair import Closed, protect_with_views
from uitzicht.core.disclosure.tables import BundleTotals, Tally, accumulate, tabulate
from uitzicht.core.disclosure.view_tables import accumulate_views, view_totals
from uitzicht.core.disclosure.views import (
    Cut,
    Profiled,
    ViewBundle,
    close_views,
    numbered_views,
    numbered_witnesses,
)
from uitzicht.core.disclosure.vocabulary import Parameters, Question, QuestionType

SCORE = Question("score", QuestionType.SCORE, ("mean",))
REASON = Question("reason", QuestionType.CHOICE, tuple(REASONS))
QUESTIONS = (SCORE, REASON)
PARAMETERS = Parameters()
MENU = tuple(Cut(key, PARAMETERS.k_sensitive) for key in MIX)
Json = dict[str, Any]


@dataclass
class History:
    """Everything released so far, and what the release job keeps beside it."""

    documents: list[Json] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    bundles: dict[str, Bundle] = field(default_factory=dict)
    views: dict[str, ViewBundle] = field(default_factory=dict)
    totals: dict[str, dict[str, Tally]] = field(default_factory=dict)
    witnesses: Sequence[Any] = ()
    waiting: tuple[Waiting, ...] = ()
    memory: auditor.Memory = field(default_factory=auditor.Memory)


@dataclass(frozen=True)
class Outcome:
    """What ten years cost and gave. ``released``: share of those who answered who are in figures; ``waited``: mean number of
    releases before that; ``views``: of how many, at the end; ``bands``: share of figures of the last release that are not
    exact; ``widened``: of them beyond end bands; ``opened``: by the attack at the end; ``read``: by plain linear algebra."""

    answered: int
    released: float
    waited: float
    bundles: int
    views: tuple[int, int]
    bands: float
    widened: float
    seconds: float
    opened: int
    read: int


def simulate(quarters: Sequence[Quarter]) -> Outcome:
    """One release after every quarter; one that closes nothing is skipped, as the product does."""
    history, taken, waited = History(), [], 0
    final: tuple[Closed, Closed | None] | None = None
    for quarter in quarters:
        began = time.perf_counter()
        final = _release(history, quarter) or final
        taken.append(time.perf_counter() - began)
        waited += len(history.waiting)
    assert final is not None
    cells = [one for shown in final if shown for one in _cells(shown.safe)]
    figures = sum(shown.figures for shown in final if shown)
    inside = _inside(history)
    verdict = _attack(history, history.documents, _answers(history))
    return Outcome(
        answered=len(history.people),
        released=len(inside) / len(history.people),
        waited=waited / len(history.people),
        bundles=len(history.bundles),
        views=(len({bundle.view for bundle in history.views.values()}), 2 * sum(map(len, MIX.values()))),
        bands=sum(isinstance(cell, str) for cell in cells) / len(cells),
        widened=sum(shown.widened for shown in final if shown) / figures,
        seconds=sum(taken) / len(taken),
        opened=len(verdict.openings),
        read=len(alone([history.people[handle] for handle in sorted(inside)], _groups(history))),
    )


def _release(history: History, quarter: Quarter) -> tuple[Closed, Closed | None] | None:
    history.people |= {person.handle: person for person in quarter.people}
    new = [Waiting(person.handle, person.unit, person.stratum) for person in quarter.people]
    year = str(quarter.year)
    waiting = [
        replace(one, period=year) for one in (*history.waiting, *new)
    ]  # of the year of the release that takes them in
    closing = close_bundles(waiting, quarter.parents, PARAMETERS)
    history.waiting = closing.waiting
    if not closing.bundles:
        return None
    history.memory = auditor.Memory()
    number = len(history.documents) + 1
    bundles = numbered(closing.bundles, number)
    history.bundles |= bundles
    certified = close_views(_profiled(history), history.views, MENU, PARAMETERS)
    fresh = numbered_views(certified.closed, number)
    history.views |= fresh
    history.witnesses = numbered_witnesses(certified, number)
    for code, members in ((code, one.members) for code, one in (*bundles.items(), *fresh.items())):
        history.totals[code] = tabulate([_sheet(history.people[handle]) for handle in members], QUESTIONS)
    made = _protected(history, quarter, bundles, fresh, certified.waiting)
    history.documents.append(dict((made[1] or made[0]).document))
    return made


def _protected(
    history: History,
    quarter: Quarter,
    bundles: Mapping[str, Bundle],
    fresh: Mapping[str, ViewBundle],
    waiting: Mapping[tuple[str, str], int],
) -> tuple[Closed, Closed | None]:
    totals = [
        BundleTotals(code, one.unit, one.stratum, one.size, history.totals[code], one.period)
        for code, one in history.bundles.items()
    ]
    views = accumulate_views(
        [view_totals(code, one, history.totals[code]) for code, one in history.views.items()], QUESTIONS
    )

    def compose(safe: SafeTable, shown: SafeTable) -> Json:
        return document(
            safe,
            release=len(history.documents) + 1,
            released_on=f"{2020 + quarter.year}-{3 * (quarter.number % 4) + 1:02d}-01",
            units={unit: {"parent": parent, "label": unit} for unit, parent in quarter.parents.items()},
            bundles=bundles,
            views=Views(shown, _menu(), fresh, waiting),
        )

    def of_units(last: Json, *, questions: Collection[str] | None = None) -> Sequence[Any]:
        return _attack(history, [*history.documents, last], {}, questions).openings

    def of_all(last: Json, *, questions: Collection[str] | None = None) -> Sequence[Any]:
        return _attack(history, [*history.documents, last], _answers(history), questions).openings

    table = accumulate(totals, quarter.parents, QUESTIONS)
    return protect_with_views(table, views, PARAMETERS, compose, of_units, of_all)


def _attack(
    history: History, documents: Sequence[Json], answers: Mapping[str, Any], questions: Collection[str] | None = None
) -> auditor.Verdict:
    return auditor.audit(
        documents,
        {code: one.members for code, one in history.bundles.items()},
        {code: history.totals[code] for code in history.bundles},
        questions=questions,
        views=auditor.ViewEvidence(
            members={code: one.members for code, one in history.views.items()},
            truth={code: history.totals[code] for code in history.views},
            answers=answers,
            witnesses=history.witnesses,
        ),
        memory=history.memory,
    )


def _profiled(history: History) -> list[Profiled]:
    return [
        Profiled(handle, code, one.stratum, history.people[handle].values)
        for code, one in history.bundles.items()
        for handle in one.members
    ]


def _answers(history: History) -> dict[str, Json]:
    return {handle: _sheet(history.people[handle]) for handle in _inside(history)}


def _sheet(person: Person) -> dict[str, str | int]:
    return {SCORE.key: person.score, REASON.key: person.reason}


def _inside(history: History) -> set[str]:
    return {handle for one in history.bundles.values() for handle in one.members}


def _groups(history: History) -> set[Group]:
    """Every bundle and view bundle: all that is published is a sum of these."""
    return {frozenset(one.members) for one in (*history.bundles.values(), *history.views.values())}


def _cells(safe: SafeTable) -> list[Any]:
    return [cell for column in safe.cells.values() for shown in column.values() for cell in shown.items or ()]


def _menu() -> list[Json]:
    return [
        {"key": cut, "labels": {"en": cut}, "values": [{"key": value, "labels": {"en": value}} for value in mix]}
        for cut, mix in MIX.items()
    ]
