"""A company for the state machine: its verbs are what people do, in the pure core, without database or clock.

Everything that the wall has to keep is in ``Company.faults``. Extend it here: a new verb becomes a rule of the machine in
``test_any_life_of_a_company_keeps_everybody_hidden.py``.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.core.disclosure.organisations import CONTENT, MAIN, PARENTS, QUESTIONS, REASONS
from uitzicht.core.disclosure.auditor import audit
from uitzicht.core.disclosure.bundles import Bundle, Waiting, close_bundles, numbered
from uitzicht.core.disclosure.document import canonical, certificate, document
from uitzicht.core.disclosure.protection import SafeTable
from uitzicht.core.disclosure.repair import StillOpen, protect_until_closed
from uitzicht.core.disclosure.tables import BundleTotals, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Parameters

Sheet = Mapping[str, Any]
Json = dict[str, Any]
FLOOR = 5


@dataclass(frozen=True)
class Frozen:
    """A release as it went out: its bytes and certificate, the k of that day, and the bundles that it closed."""

    content: bytes
    certificate: str
    k: int
    bundles: Mapping[str, Bundle]


@dataclass
class Company:
    """``waiting``: who is in no bundle, by handle. ``sheets``: answers that are still kept. ``person_of``: whose handle it
    is; somebody who was hired again has a second one. ``refused``: releases that the auditor did not let out; ``attacked``:
    how many were attacked since, together with all before them."""

    parents: dict[str, str | None] = field(default_factory=lambda: dict(PARENTS))
    parameters: Parameters = field(default_factory=Parameters)
    waiting: dict[str, Waiting] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    person_of: dict[str, str] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    frozen: list[Frozen] = field(default_factory=list)
    documents: list[Json] = field(default_factory=list)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    truth: dict[str, Json] = field(default_factory=dict)
    totals: list[BundleTotals] = field(default_factory=list)
    refused: int = 0
    attacked: int = 0

    @property
    def handles(self) -> list[str]:
        return sorted(self.person_of)

    @property
    def units(self) -> list[str]:
        return sorted(self.parents)

    # What people do

    def leaves(self, unit: str, stratum: str, sheet: Sheet, *, person: str = "") -> str:
        """Somebody left ``unit`` and answered, in a conversation (everything) or alone (what they liked)."""
        handle = f"h{len(self.person_of):04d}"
        self.person_of[handle] = person or handle
        self.waiting[handle] = Waiting(handle, unit, stratum)
        self.sheets[handle] = sheet
        return handle

    def back_again(self) -> list[str]:
        """Who may be hired again and leave: whose earlier answers do not wait any more."""
        there = {self.person_of[handle] for handle in self.waiting}
        return sorted({*self.person_of.values()} - there)

    def corrects(self, handle: str, sheet: Sheet) -> None:
        """A new coding, or other answers: what was released stays what it was."""
        if handle not in self.erased:
            self.sheets[handle] = sheet

    def erases(self, handle: str) -> None:
        self.sheets.pop(handle, None)
        self.waiting.pop(handle, None)
        self.erased.add(handle)

    def moves(self, unit: str, above: str) -> bool:
        """A reorganisation: ``unit`` with all below it goes under ``above``; False where that would be a circle."""
        if self.parents[unit] is None or unit in self._upward(above):
            return False
        self.parents[unit] = above
        return True

    def opens(self, above: str) -> None:
        self.parents[str(len(self.parents) + 1)] = above

    def demands(self, k: int, k_sensitive: int) -> None:
        self.parameters = replace(self.parameters, k=k, k_sensitive=max(k, k_sensitive))

    def releases(self) -> bool:
        """The day of a release: close bundles, protect, attack, freeze. False when nothing closed or nothing went out."""
        number = len(self.documents) + 1
        closing = close_bundles(self.waiting.values(), self.parents, self.parameters)
        if not closing.bundles:
            self._wait(closing.waiting)
            return False
        bundles = numbered(closing.bundles, number)
        truth: dict[str, Json] = {
            code: dict(tabulate([self.sheets[one] for one in bundle.members], QUESTIONS))
            for code, bundle in bundles.items()
        }
        new = [BundleTotals(code, one.unit, one.stratum, one.size, truth[code]) for code, one in bundles.items()]
        table = accumulate([*self.totals, *new], self.parents, QUESTIONS)
        members = self.members | {code: bundle.members for code, bundle in bundles.items()}

        def compose(safe: SafeTable) -> Json:
            units = {unit: {"parent": parent, "label": unit} for unit, parent in self.parents.items()}
            return document(
                safe,
                release=number,
                released_on=f"{2026 + number // 4}-{1 + number % 4 * 3:02d}-01",
                units=units,
                bundles=bundles,
                waiting=closing.waiting,
            )

        def attack(made: Mapping[str, Any], *, questions: Collection[str] | None = None) -> Any:
            return audit([*self.documents, made], members, self.truth | truth, questions=questions).openings

        try:
            made = dict(protect_until_closed(table, self.parameters, compose, attack).document)
        except StillOpen:
            self.refused += 1
            return False
        self.documents.append(made)
        self.members, self.truth, self.totals = members, self.truth | truth, [*self.totals, *new]
        previous = self.frozen[-1].certificate if self.frozen else ""
        self.frozen.append(Frozen(canonical(made), certificate(made, previous), self.parameters.k, bundles))
        self._wait(closing.waiting)
        return True

    # What the wall keeps

    def faults(self) -> Iterator[str]:
        """Everything that does not hold now, in words."""
        if self.attacked < len(self.documents):
            self.attacked = len(self.documents)
            verdict = audit(self.documents, self.members, self.truth)
            yield from (f"open: {opening.why} ({opening.bundle}, {opening.question})" for opening in verdict.openings)
        homes = Counter(handle for people in self.members.values() for handle in people)
        yield from (f"{handle} is in two bundles" for handle, bundles in homes.items() if bundles > 1)
        yield from (f"{handle} waits and is in a bundle" for handle in self.waiting if handle in homes)
        yield from (f"{handle} is nowhere" for handle in self.handles if self._is_lost(handle, homes))
        yield from self._small_bundles()
        yield from self._changed_documents()

    def _small_bundles(self) -> Iterator[str]:
        for release in self.frozen:
            for code, bundle in release.bundles.items():
                people = {self.person_of[handle] for handle in bundle.members}
                if len(people) < max(release.k, FLOOR) or tuple(self.members[code]) != bundle.members:
                    yield f"bundle {code} has {len(people)} people"

    def _changed_documents(self) -> Iterator[str]:
        chain = ""
        for release, made in zip(self.frozen, self.documents, strict=True):
            chain = hashlib.sha256(chain.encode() + canonical(made)).hexdigest()
            if canonical(made) != release.content or chain != release.certificate:
                yield f"release {made['release']} changed"

    def _is_lost(self, handle: str, homes: Mapping[str, int]) -> bool:
        return handle not in self.waiting and handle not in homes and handle not in self.erased

    def _wait(self, people: Collection[Waiting]) -> None:
        self.waiting = {person.handle: person for person in people}

    def _upward(self, unit: str | None) -> list[str]:
        return [] if unit is None else [unit, *self._upward(self.parents[unit])]


__all__ = ["CONTENT", "MAIN", "REASONS", "Company"]
