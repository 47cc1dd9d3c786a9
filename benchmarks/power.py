"""How often a finding is reported when it is true, and how often when nothing is there: ``python -m benchmarks.power``.

Leavers are drawn with and without planted effects, shown as a release shows them (bands), and read by the same code as the
pages. ``--quick``: a tenth of the draws. Figures and how to read them: docs/methods/power.md.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np

from benchmarks.measuring import show
from uitzicht.core.disclosure.bands import count_cell, mean_cell

if TYPE_CHECKING:
    from uitzicht.insight.published import Published
    from uitzicht.insight.stories.section import Reading

SIZES = (30, 100, 300, 1_000)
DRAWS = 300
RESPONSE = 0.75
K, M, MARGIN = 5, 3, 7  # the product's defaults: threshold, end bands of counts and of means
PARAMETERS = {"k": K, "k_sensitive": 10, "c": 1, "patience": 2, "m": M, "score_margin": MARGIN}
REASONS = tuple("abcdefghij")
USUAL = (0.18, 0.15, 0.13, 0.12, 0.10, 0.09, 0.08, 0.06, 0.05, 0.04)
CUTS = ("gender", "age", "working_time", "contract")
YEARLY = 0.15  # leavers per person-year
SCORES = (0.08, 0.15, 0.25, 0.32, 0.20)
HEADINGS = ("finding, and what was planted", *(f"{n:,} leavers" for n in SIZES))
Rng = np.random.Generator
Json = dict[str, Any]
Shares = Sequence[float]


@dataclass(frozen=True)
class Outcome:
    """Of one draw: whether what was planted is reported, and how many findings are reported that are not true."""

    found: bool
    false: int


@dataclass(frozen=True)
class Finding:
    name: str
    planted: str
    draw: Callable[[Rng, int, bool], Outcome]
    nothing: str = "nothing there"


def with_first(shares: Shares, first: float) -> list[float]:
    """The first answer gets this share, the others keep their proportions."""
    rest = sum(shares[1:])
    return [first, *((1 - first) * share / rest for share in shares[1:])]


def people(rng: Rng, n: int) -> int:
    """Who answered, of n leavers."""
    return int(rng.binomial(n, RESPONSE))


def counts(rng: Rng, n: int, shares: Shares) -> list[int]:
    return [int(count) for count in rng.multinomial(n, shares)]


def shown(answers: Sequence[int]) -> Json:
    """A cell of a choice as a release prints it."""
    base = sum(answers)
    if base < K:
        return {"base": f"<{K}", "items": None}
    return {"base": base, "items": [count_cell(count, base, M) for count in answers]}


def shown_mean(histogram: Sequence[int]) -> Json:
    base, total = sum(histogram), sum(score * many for score, many in enumerate(histogram, start=1))
    return {"base": base, "items": [mean_cell(total, base, MARGIN)]} if base >= K else {"base": f"<{K}", "items": None}


def question(key: str, items: Sequence[str] = REASONS, kind: str = "choice") -> Json:
    return {"key": key, "type": kind, "items": list(items), "labels": {"en": key}, "item_labels": {}}


def published(number: int = 1, **parts: Any) -> "Published":
    """A release of one unit with these parts of a document."""
    from uitzicht.insight.published import Published
    from uitzicht.release.queries import Released

    empty: Json = {"parameters": PARAMETERS, "units": {"1": {"parent": None, "label": "all"}}, "questions": []}
    empty |= {"groups": [], "cells": {}, "waiting": [], "public": {}}
    return Published(Released(number, date(2026, 1, 1), uuid4().hex, empty | parts))


def group(stratum: str, period: str = "", *bundles: str) -> Json:
    name = f"1:{stratum}:{period}" if period else f"1:{stratum}"
    return {"id": name, "unit": "1", "stratum": stratum, "period": period, "size": K, "bundles": list(bundles)}


def reading(of: "Published") -> "Reading":
    from uitzicht.insight.menu import select
    from uitzicht.insight.stories.section import Reading

    return Reading(of, select(of, "organisation", {}, None), "en")


def first_reason(rng: Rng, n: int, planted: bool) -> Outcome:
    """The page on reasons says which one comes first without "too close together". Two are equal when nothing is there."""
    from uitzicht.insight.sentences import top_reason

    shares = with_first(USUAL, 0.35) if planted else [0.22, 0.22, *(0.56 * share / 0.67 for share in USUAL[2:])]
    cells = {"main_reason": {"1:resignation": shown(counts(rng, people(rng, n), shares))}}
    of = published(questions=[question("main_reason")], groups=[group("resignation")], cells=cells)
    (main,) = reading(of).groups("main_reason")
    said = top_reason(main, "main reason", main=True)
    is_clear = not any(text in " ".join(said) for text in ("Too few", "too close together to rank the two", "Every"))
    names_first = "“a”" in said[0]
    return Outcome(is_clear and names_first and planted, int(is_clear and not (planted and names_first)))


def groups_page(about: str) -> Callable[[Rng, int, bool], Outcome]:
    """The page on groups: four cuts of two values, each compared on how often they leave and on the main reason."""

    def draw(rng: Rng, n: int, planted: bool) -> Outcome:
        from uitzicht.insight.groups.comparison import compared, findings

        of = published(**_groups(rng, n, planted, about))
        found = findings(compared(of))
        true = [one for one in found if planted and one.cut == CUTS[0] and one.about.value == about]
        return Outcome(bool(true), len(found) - len(true))

    return draw


def _groups(rng: Rng, n: int, planted: bool, about: str) -> Json:
    """The first group of the first cut leaves 1.5 times as often, or names one reason with 40 % instead of 15 %."""
    cells, views, by_group = {}, [], {}
    for cut in CUTS:
        effect = planted and cut == CUTS[0]
        size = int(rng.binomial(n, 0.6 if effect and about == "more_often" else 0.5))
        sides = {"x": size, "y": n - size}
        by_group[cut] = {
            side: {"person_years": n / YEARLY / 2, "leavers": many, "resignations": many}
            for side, many in sides.items()
        }
        for side, many in sides.items():
            moved = effect and about == "other_reasons" and side == "x"
            shares = with_first(USUAL, 0.40 if moved else 0.15)
            name = f"{cut}:{side}:resignation"
            views.append({"id": name, "cut": cut, "value": side, "stratum": "resignation", "size": many, "bundles": []})
            cells[name] = shown(counts(rng, people(rng, many), shares))
    menu = [{"key": cut, "labels": {}, "values": [{"key": side, "labels": {}} for side in "xy"]} for cut in CUTS]
    return {
        "questions": [question("main_reason")],
        "cuts": menu,
        "views": views,
        "view_questions": ["main_reason"],
        "view_cells": {"main_reason": cells},
        "public": {"staff": {"by_group": by_group}},
    }


def shift(rng: Rng, n: int, planted: bool) -> Outcome:
    """Half of who answered answers again; 60 % repeat themselves. Planted: one reason from 30 to 15 %, as at Lefkowitz and
    Katz (1969), the rest spread over the others."""
    from uitzicht.insight.candour import shifts

    then = with_first(USUAL, 0.30)
    answers = rng.choice(len(then), people(rng, n), p=then)
    again = answers[: len(answers) // 2].copy()
    changes = rng.random(len(again)) > 0.6
    fresh = with_first(then, 0.0) if planted else then
    again[changes] = rng.choice(len(then), int(changes.sum()), p=fresh)
    if planted:  # who named the first reason and would repeat it does so a little less often: 15 % in all
        kept = (again == 0) & (rng.random(len(again)) > 0.15 / 0.18)
        again[kept] = rng.choice(len(then), int(kept.sum()), p=fresh)
    cells = {
        "main_reason": {"1:resignation": shown(np.bincount(answers, minlength=len(then)).tolist())},
        "follow_up.main_reason": {"1:follow_up": shown(np.bincount(again, minlength=len(then)).tolist())},
    }
    of = published(
        questions=[question("main_reason"), question("follow_up.main_reason")],
        groups=[group("resignation"), group("follow_up")],
        cells=cells,
    )
    read = reading(of)
    before, after = read.groups("main_reason"), read.groups("later_reason")
    found = [row.before.key for row in shifts(before[0], after[0]) if row.certain]
    return _of(found, "a", planted, others_move=True)


def since(rng: Rng, n: int, planted: bool) -> Outcome:
    """Two releases with half of the leavers each: ten reasons and three scores, all compared. Planted: one reason from 15 to
    40 %."""
    from uitzicht.insight.earlier.changes import changes
    from uitzicht.insight.stories import Story
    from uitzicht.insight.stories.experience import sections

    story = Story("", sections, ("main_reason", "experience"))
    scores = [f"satisfaction.{area}" for area in ("content", "relations", "terms")]
    questions = [question("main_reason"), *(question(key, ["mean"], "score") for key in scores)]
    halves = [people(rng, n // 2) for _ in range(2)]
    drawn = [
        {
            "main_reason": shown(counts(rng, many, with_first(USUAL, 0.40 if planted and half else 0.15))),
            **{key: shown_mean(counts(rng, many, SCORES)) for key in scores},
        }
        for half, many in enumerate(halves)
    ]
    old, year, whole = "1:resignation", "1:resignation:2026", "1:resignation"
    then = published(1, questions=questions, groups=[group("resignation", "", "o")], cells=_at(old, drawn[0]))
    now = published(
        2,
        questions=questions,
        groups=[group("resignation", "", "o", "n"), group("resignation", "2026", "n")],
        cells={key: {year: cell, whole: cell} for key, cell in drawn[1].items()},
    )
    found = [row.before.key for change in changes(story, reading(now), then) for row in change.rows if row.certain]
    return _of(found, "a", planted, others_move=True)


def missing(rng: Rng, n: int, planted: bool) -> Outcome:
    """Response by kind of departure (4), time in service (5) and unit (6). Planted: one unit answers at 45 %, not 75 %."""
    from uitzicht.insight.missing import response_of

    sizes = {"kind": 4, "tenure": 5, "unit": 6}
    of_unit = rng.integers(0, sizes["unit"], n)
    answers = rng.random(n) < np.where((of_unit == 0) & planted, 0.45, RESPONSE)
    left: dict[str, dict[str, int]] = {}
    answered: dict[str, dict[str, int]] = {}
    for part, many in sizes.items():
        value = of_unit if part == "unit" else rng.integers(0, many, n)
        left[part] = {f"{part}{at}": int((value == at).sum()) for at in range(many)}
        answered[part] = {f"{part}{at}": int((answers & (value == at)).sum()) for at in range(many)}
    units = {"1": {"parent": None, "label": "all"}} | {key: {"parent": "1", "label": key} for key in left["unit"]}
    of = published(units=units, public={"leavers": n, "who_left": left, "answered": answered})
    found = [one.response.group for one in response_of(of) if one.differs]
    return _of(found, "unit0", planted)


def _of(found: Iterable[str], true: str, planted: bool, *, others_move: bool = False) -> Outcome:
    """``others_move``: when one share falls the others rise, so that none of them is a false alarm."""
    names = list(found)
    hit = planted and true in names
    wrong = [name for name in names if not (planted and (name == true or (others_move and name in REASONS)))]
    return Outcome(hit, len(wrong))


def _at(name: str, cells: Mapping[str, Json]) -> Json:
    return {key: {name: cell} for key, cell in cells.items()}


FINDINGS = (
    Finding("first reason", "35 %, the next 14 %", first_reason, "two reasons at 22 % each"),
    Finding("a group leaves for other reasons", "one reason 40 % against 15 %", groups_page("other_reasons")),
    Finding("a group leaves more often", "1.5 times as often", groups_page("more_often")),
    Finding("a reason shifts months later", "30 % becomes 15 %", shift),
    Finding("a change since an earlier release", "15 % becomes 40 %", since),
    Finding("a group is missing", "45 % answers, others 75 %", missing),
)


def rows(finding: Finding, draws: int) -> Iterable[tuple[str, ...]]:
    """Reported when true; any finding at all when nothing is there."""
    for planted, text in ((True, f"true: {finding.planted}"), (False, f"false alarm: {finding.nothing}")):
        cells = []
        for size in SIZES:
            rng = np.random.default_rng([size, planted, *finding.name.encode()])
            outcomes = [finding.draw(rng, size, planted) for _ in range(draws)]
            hits = [one.found if planted else one.false > 0 for one in outcomes]
            cells.append(f"{np.mean(hits):.1%}")
        yield (f"{finding.name}; {text}", *cells)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.utils import translation

    draws = DRAWS // 10 if "--quick" in sys.argv[1:] else DRAWS
    with translation.override("en"):
        table = [row for finding in FINDINGS for row in rows(finding, draws)]
    show(f"Findings reported, {draws} draws each", HEADINGS, table)


if __name__ == "__main__":
    main()
