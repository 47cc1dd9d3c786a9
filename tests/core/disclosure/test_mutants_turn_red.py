"""Each protection switched off, off by one, or replaced by the textbook rule turns the auditor red; its twin is green.

A mutant and its twin publish the same people with the same answers through the real protection; only the mutation differs.
"""

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from uitzicht.core.disclosure import bands, protection
from uitzicht.core.disclosure.auditor import Verdict, audit
from uitzicht.core.disclosure.bundles import Waiting, close_bundles, numbered
from uitzicht.core.disclosure.document import document
from uitzicht.core.disclosure.protection import SafeTable, Spot, protect
from uitzicht.core.disclosure.repair import protect_until_closed
from uitzicht.core.disclosure.tables import BundleTotals, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Parameters, Question, QuestionType

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "1"}
REASONS = Question("reasons", QuestionType.TICK, ("pay",))
MAIN = Question("main_reason", QuestionType.CHOICE, ("pay", "career", "family"))
CONTENT = Question("content", QuestionType.SCORE, ("mean",))
QUESTIONS = (REASONS, MAIN, CONTENT)
Sheet = Mapping[str, Any]
Json = dict[str, Any]
Display = Callable[[int, int, int, int], Any]


@dataclass
class Chain:
    """The release job, reduced to what protects: people -> bundles -> tables -> figures -> document."""

    parameters: Parameters = field(default_factory=Parameters)
    documents: list[Json] = field(default_factory=list)
    members: dict[str, Sequence[str]] = field(default_factory=dict)
    truth: dict[str, Json] = field(default_factory=dict)
    closed: list[BundleTotals] = field(default_factory=list)

    def release(self, sheets: Mapping[str, tuple[str, Sheet]], *, repair: bool = False) -> Json:
        """`sheets`: handle -> (unit, answers), all of one stratum."""
        number = len(self.documents) + 1
        people = [Waiting(handle, unit, "resignation") for handle, (unit, _) in sheets.items()]
        closing = close_bundles(people, PARENTS, self.parameters)
        bundles = numbered(closing.bundles, number)
        for key, bundle in bundles.items():
            totals = tabulate([sheets[handle][1] for handle in bundle.members], QUESTIONS)
            self.members[key], self.truth[key] = bundle.members, dict(totals)
            self.closed.append(BundleTotals(key, bundle.unit, bundle.stratum, bundle.size, totals))
        table = accumulate(self.closed, PARENTS, QUESTIONS)
        units = {unit: {"parent": parent, "label": unit} for unit, parent in PARENTS.items()}

        def compose(safe: SafeTable) -> Json:
            return document(
                safe,
                release=number,
                released_on=f"2026-{number:02d}-01",
                units=units,
                bundles=bundles,
                waiting=closing.waiting,
            )

        def attack(document: Mapping[str, Any], *, questions: Any = None) -> Any:
            return audit([*self.documents, document], self.members, self.truth, questions=questions).openings

        made = compose(protect(table, self.parameters))
        if repair:
            made = dict(protect_until_closed(table, self.parameters, compose, attack).document)
        self.documents.append(copy.deepcopy(made))
        return made

    def audit(self) -> Verdict:
        return audit(self.documents, self.members, self.truth)


def _people(unit: str, sheets: Sequence[Sheet], prefix: str = "") -> dict[str, tuple[str, Sheet]]:
    return {f"{prefix}{unit}-{number:02d}": (unit, sheet) for number, sheet in enumerate(sheets)}


def _mixed(people: int, yes: int) -> list[Sheet]:
    """Sheets with `yes` ticks, choices spread evenly, and a mean near 3."""
    return [
        {"reasons": ["pay"] * (n < yes), "main_reason": MAIN.items[n % 3], "content": 2 + n % 3} for n in range(people)
    ]


def _ordinary() -> dict[str, tuple[str, Sheet]]:
    return _people("2", _mixed(9, 4)) | _people("3", _mixed(11, 5)) | _people("4", _mixed(12, 6))


def _apart(yes: int, content: int) -> dict[str, tuple[str, Sheet]]:
    """One unit only, all scores alike: what end bands protect is in nobody else's figures."""
    return _people("2", [{**sheet, "content": content} for sheet in _mixed(9, yes)])


def _red(chain: Chain, kind: str) -> bool:
    return any(opening.why.startswith(kind) for opening in chain.audit().openings)


def _show(monkeypatch: pytest.MonkeyPatch, name: str, shown: Display) -> None:
    monkeypatch.setattr(protection, name, shown)


def _published(sheets: Mapping[str, tuple[str, Sheet]]) -> Chain:
    chain = Chain()
    chain.release(sheets)
    return chain


# Display. The twin of each has the real display; the mutation prints more.


def _bands_off(count: int, base: int, m: int, level: int = 0) -> Any:
    return count


def _bands_off_by_one(count: int, base: int, m: int, level: int = 0) -> Any:
    return bands.count_cell(count, base, m - 1, level)


def _threshold_only(count: int, base: int, m: int, level: int = 0) -> Any:
    """The textbook: hide small counts, show 100 %."""
    return f"<{m}" if count < m else count


def _remainder_rule(count: int, base: int, m: int, level: int = 0) -> Any:
    """The vendors: a small remainder is hidden by a band of the same name as the count."""
    return bands.count_cell(count, base, m, level) if count >= m else 0


COUNT_MUTANTS: list[tuple[Display, int]] = [
    (shown, yes)
    for shown in (_bands_off, _bands_off_by_one, _threshold_only, _remainder_rule)
    for yes in (0, 1, 2, 8, 9)
    if shown(yes, 9, 3, 0) != bands.count_cell(yes, 9, 3)
]


@pytest.mark.parametrize(("shown", "yes"), COUNT_MUTANTS)
def test_weaker_end_bands_are_red(monkeypatch: pytest.MonkeyPatch, shown: Display, yes: int) -> None:
    assert _published(_apart(yes, 3)).audit().green
    _show(monkeypatch, "_count_cell", shown)
    assert _red(_published(_apart(yes, 3)), "structure")


@pytest.mark.parametrize("shown", [_bands_off, _remainder_rule])
def test_a_shown_zero_reads_everybody(monkeypatch: pytest.MonkeyPatch, shown: Display) -> None:
    assert _published(_apart(0, 3)).audit().green
    _show(monkeypatch, "_count_cell", shown)
    assert _red(_published(_apart(0, 3)), "value")


def _score_bands_off(total: int, base: int, margin: int, level: int = 0) -> Any:
    return (20 * total + base) // (2 * base) / 10


def _margin_off_by_one(total: int, base: int, margin: int, level: int = 0) -> Any:
    return bands.mean_cell(total, base, margin - 1, level)


def _finer_rounding(total: int, base: int, margin: int, level: int = 0) -> Any:
    return round(total / base, 2) if base + margin <= total <= 5 * base - margin else bands.mean_cell(total, base, 7)


@pytest.mark.parametrize(("shown", "content"), [(_score_bands_off, 1), (_score_bands_off, 5), (_margin_off_by_one, 1)])
def test_weaker_score_bands_are_red(monkeypatch: pytest.MonkeyPatch, shown: Display, content: int) -> None:
    assert _published(_apart(4, content)).audit().green
    _show(monkeypatch, "_mean_cell", shown)
    assert _red(_published(_apart(4, content)), "structure")


@pytest.mark.parametrize("content", [1, 5])
def test_a_shown_extreme_mean_reads_everybody(monkeypatch: pytest.MonkeyPatch, content: int) -> None:
    assert _published(_apart(4, content)).audit().green
    _show(monkeypatch, "_mean_cell", _score_bands_off)
    assert _red(_published(_apart(4, content)), "value")


def test_finer_rounding_is_red(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = _people("2", _mixed(11, 5))
    assert _published(sheets).audit().green
    _show(monkeypatch, "_mean_cell", _finer_rounding)
    assert _red(_published(sheets), "structure")


# Repair.


def _needs_repair() -> dict[str, tuple[str, Sheet]]:
    return _people("2", _mixed(9, 0)) | _people("3", _mixed(11, 5)) | _people("4", _mixed(12, 6))


def test_without_repair_a_parent_minus_its_siblings_is_red() -> None:
    repaired = Chain()
    repaired.release(_needs_repair(), repair=True)
    assert repaired.audit().green
    assert _red(_published(_needs_repair()), "value")


def test_repair_that_looks_at_one_release_only_is_red() -> None:
    first, later = _people("2", _mixed(9, 4), "a"), _people("2", _mixed(9, 0), "b")
    repaired, forgetful = Chain(), Chain()
    for chain in (repaired, forgetful):
        chain.release(first, repair=True)
    repaired.release(later, repair=True)
    assert repaired.audit().green
    forgetful.release(later)
    assert _red(forgetful, "value")


# What is published of whom. The twin of each is the untampered chain.


def _ordinary_chain() -> Chain:
    chain = Chain()
    chain.release(_ordinary())
    chain.release(
        _people("2", _mixed(9, 4), "b") | _people("3", _mixed(11, 5), "b") | _people("4", _mixed(12, 6), "b"),
        repair=True,
    )
    return chain


def _first_bundle(chain: Chain) -> tuple[Json, str]:
    bundle = chain.documents[0]["bundles"][0]
    return bundle, bundle["id"]


def _bundle_of_four(chain: Chain) -> None:
    bundle, key = _first_bundle(chain)
    chain.members[key] = chain.members[key][:4]
    bundle["size"] = 4


def _person_in_two_bundles(chain: Chain) -> None:
    _, key = _first_bundle(chain)
    other = chain.documents[0]["bundles"][1]["id"]
    chain.members[other] = [chain.members[key][0], *chain.members[other][1:]]


def _bundle_split_between_groups(chain: Chain) -> None:
    _, key = _first_bundle(chain)
    for group in chain.documents[0]["groups"]:
        if group["unit"] == "2":
            group["size"] -= 4
        if group["unit"] == "3":
            group["size"] += 4
            group["bundles"].append(key)


def _waiting_person_counted(chain: Chain) -> None:
    group = next(one for one in chain.documents[0]["groups"] if one["unit"] == "1")
    group["size"] += 1
    chain.documents[0]["cells"]["reasons"][group["id"]]["base"] += 1


def _later_release_drops_a_bundle(chain: Chain) -> None:
    _, key = _first_bundle(chain)
    for group in chain.documents[1]["groups"]:
        group["bundles"] = [one for one in group["bundles"] if one != key]


def _group_withheld(chain: Chain) -> None:
    """Which groups are shown must not depend on answers: none may be missing."""
    gone = chain.documents[0]["groups"].pop()
    for column in chain.documents[0]["cells"].values():
        del column[gone["id"]]


def _tampered_cell(chain: Chain) -> None:
    chain.documents[0]["cells"]["reasons"]["1:resignation"]["items"][0] += 1


def _cell_turned_to_another_band(chain: Chain) -> None:
    chain.documents[0]["cells"]["reasons"]["1:resignation"]["items"][0] = ">29"


def _lower_k(chain: Chain) -> None:
    chain.documents[0]["parameters"]["k"] = 4


def _lower_m(chain: Chain) -> None:
    chain.documents[0]["parameters"]["m"] = 2


def _smaller_coalition(chain: Chain) -> None:
    chain.documents[0]["parameters"] |= {"c": 0, "m": 2, "score_margin": 3}


TAMPERINGS = [
    _bundle_of_four,
    _person_in_two_bundles,
    _bundle_split_between_groups,
    _waiting_person_counted,
    _later_release_drops_a_bundle,
    _group_withheld,
    _tampered_cell,
    _cell_turned_to_another_band,
    _lower_k,
    _lower_m,
    _smaller_coalition,
]


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=[tamper.__name__[1:] for tamper in TAMPERINGS])
def test_what_is_tampered_with_is_red(tamper: Callable[[Chain], None]) -> None:
    chain = _ordinary_chain()
    assert chain.audit().green
    tamper(chain)
    assert _red(chain, "structure")


def test_a_base_under_k_that_is_shown_is_red() -> None:
    silent: list[Sheet] = [{}] * 5
    chain = _published(_people("2", [*_mixed(4, 2), *silent]))
    assert chain.documents[0]["cells"]["reasons"]["2:resignation"]["base"] == "<5"
    assert chain.audit().green
    chain.documents[0]["cells"]["reasons"]["2:resignation"] = {"base": 4, "items": ["<3"]}
    assert _red(chain, "structure")


def test_bundles_closed_at_four_are_red(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(k: int) -> Chain:
        chain = Chain()
        monkeypatch.setattr("uitzicht.core.disclosure.vocabulary.FLOOR", k)
        chain.parameters = Parameters(k=k)
        chain.release(_people("2", _mixed(4, 2)) | _people("3", _mixed(9, 4)))
        return chain

    assert closed(5).audit().green
    assert _red(closed(4), "structure")


def test_a_widening_that_prints_half_its_block_is_red() -> None:
    chain = Chain()
    chain.release(_ordinary())
    table = accumulate(chain.closed, PARENTS, QUESTIONS)
    wide = protect(table, chain.parameters, {Spot("1:resignation", "reasons", "pay"): 2})
    printed = wide.cells["reasons"]["1:resignation"].items
    assert printed is not None
    chain.documents[0]["cells"]["reasons"]["1:resignation"]["items"] = list(printed)
    assert printed == ("12..15",)
    assert chain.audit().green
    chain.documents[0]["cells"]["reasons"]["1:resignation"]["items"] = ["13..15"]
    assert _red(chain, "structure")
