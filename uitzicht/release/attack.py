"""The attack on everything ever released: evidence in, verdict out. The judge itself is ``core.disclosure.auditor``."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from uitzicht.core.disclosure import auditor
from uitzicht.core.disclosure.document import certificate
from uitzicht.core.refusal import Refusal
from uitzicht.privacy import vault
from uitzicht.release.models import Bundle, Member, Release

Progress = Callable[[str, int, int], None]


@dataclass
class Evidence:
    """All documents so far, who is in which bundle, and the true totals of each bundle."""

    documents: list[dict[str, Any]]
    members: dict[str, list[str]]
    truth: dict[str, dict[str, Any]] = field(repr=False)

    def add(self, members: Mapping[str, Collection[str]], truth: Mapping[str, Any]) -> None:
        self.members |= {code: list(handles) for code, handles in members.items()}
        self.truth |= truth


def evidence() -> Evidence:
    """Read from the database: three queries, whatever the number of releases."""
    documents = [json.loads(text) for text in Release.objects.order_by("number").values_list("document", flat=True)]
    members: dict[str, list[str]] = {code: [] for code in Bundle.objects.values_list("code", flat=True)}
    for code, handle in Member.objects.values_list("bundle__code", "handle"):
        members[code].append(handle)
    truth = {bundle.code: _totals(bundle) for bundle in Bundle.objects.all()}
    return Evidence(documents, members, truth)


class Trial:
    """The attack on a document that is not frozen yet, beside all that is; ``verdict`` is the last whole one."""

    def __init__(self, evidence: Evidence, *, progress: Progress | None = None) -> None:
        self.evidence = evidence
        self.progress = progress
        self.verdict: auditor.Verdict | None = None

    def __call__(
        self, document: Mapping[str, Any], *, questions: Collection[str] | None = None
    ) -> Sequence[auditor.Opening]:
        verdict = auditor.audit(
            [*self.evidence.documents, document],
            self.evidence.members,
            self.evidence.truth,
            questions=questions,
            progress=self.progress,
        )
        if questions is None:
            self.verdict = verdict
        return verdict.openings


@dataclass(frozen=True)
class Attack:
    """The verdict on everything ever released. ``tampered``: releases whose content does not fit their certificate."""

    verdict: auditor.Verdict
    tampered: tuple[int, ...]
    certificate: str

    @property
    def green(self) -> bool:
        return self.verdict.green and not self.tampered

    def to_json(self) -> dict[str, Any]:
        """The contract of ``uitzicht attack --format json``."""
        return {
            "releases": self.verdict.releases,
            "figures": self.verdict.figures,
            "respondents": self.verdict.respondents,
            "opened": len(self.verdict.openings) + len(self.tampered),
            "certificate": self.certificate,
        }


def attack_everything(*, progress: Progress | None = None) -> Attack:
    """Re-audit all frozen releases together, and check the chain of their certificates."""
    found = evidence()
    verdict = auditor.audit(found.documents, found.members, found.truth, progress=progress)
    tampered, last = [], ""
    frozen = Release.objects.order_by("number").values_list("number", "certificate", "previous_certificate")
    for (number, stated, previous), document in zip(frozen, found.documents, strict=True):
        if previous != last or certificate(document, previous) != stated:
            tampered.append(number)
        last = stated
    return Attack(verdict, tuple(tampered), last)


def report(verdict: auditor.Verdict | None) -> dict[str, int]:
    """What the auditor did, in numbers, to be frozen with the release."""
    if verdict is None or not verdict.green:
        raise ValueError("only a whole, green verdict is frozen")
    return {
        "releases": verdict.releases,
        "figures": verdict.figures,
        "respondents": verdict.respondents,
        "worlds": verdict.worlds,
        "linear_programmes": verdict.linear_programmes,
        "opened": 0,
    }


def refusal(release: int, openings: Sequence[Any]) -> Refusal:
    return Refusal(
        "release.attack_succeeded",
        _(
            "Release {release} is not published: the test attack opened {n} figures that wider end bands could not close. We publish only what stays closed. The answers wait for the next release."
        ),
        release=release,
        n=len(openings),
    )


def _totals(bundle: Bundle) -> dict[str, Any]:
    key = vault.unwrap(bytes(bundle.wrapped_key), context=f"bundle:{bundle.code}")
    return json.loads(vault.unseal(bytes(bundle.sealed_totals), key=key, context=f"bundle:{bundle.code}"))
