"""The attack on everything ever released: evidence in, verdict out. The judge itself is ``core.disclosure.auditor``."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.core.disclosure import auditor
from uitzicht.core.disclosure.bundles import Bundle as Closed
from uitzicht.core.disclosure.document import certificate
from uitzicht.core.disclosure.vocabulary import FLOOR, Parameters
from uitzicht.core.refusal import Refusal
from uitzicht.release import cuts, facts
from uitzicht.release.keeping import kept_known_totals, kept_totals
from uitzicht.release.models import Bundle, Member, Release, ViewBundle, ViewMember
from uitzicht.release.view_proposal import ViewProposal, proved_again, view_bundles

Progress = Callable[[str, int, int], None]


@dataclass
class Evidence:
    """All documents so far, who is in which bundle, and the true totals of each bundle and view bundle.

    ``known``: code of a bundle -> totals of those members whose summary was shown. ``answers``: of everybody whose answers
    still exist, by handle; None: not opened, so the figures of views are not attacked, their structure is. ``memory``: of the
    attacks of one trial."""

    documents: list[dict[str, Any]]
    members: dict[str, list[str]]
    truth: dict[str, dict[str, Any]] = field(repr=False)
    known: dict[str, dict[str, Any]] = field(repr=False)
    known_people: set[str] = field(default_factory=set)
    view_members: dict[str, list[str]] = field(default_factory=dict)
    view_truth: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)
    witnesses: tuple[Any, ...] = ()
    answers: Mapping[str, Mapping[str, Any]] | None = field(default=None, repr=False)
    memory: auditor.Memory = field(default_factory=auditor.Memory, repr=False)

    def add(self, bundles: Mapping[str, Closed], truth: Mapping[str, Any], known: Mapping[str, Any]) -> None:
        """Bundles of the release that is on trial."""
        self.members |= {code: list(bundle.members) for code, bundle in bundles.items()}
        self.known_people |= {handle for bundle in bundles.values() for handle in bundle.known}
        self.truth |= truth
        self.known |= known

    def add_views(self, proposal: ViewProposal, truth: Mapping[str, Any], answers: Mapping[str, Any]) -> None:
        """View bundles of the release that is on trial. ``answers``: of everybody in a stratum with views, by handle."""
        self.view_members |= {code: list(bundle.members) for code, bundle in proposal.closed.items()}
        self.view_truth |= truth
        self.witnesses = proposal.witnesses
        self.answers = answers

    def without_answers(self) -> "Evidence":
        """The same, with the figures of views left alone: for mending figures of units."""
        return replace(self, answers=None)

    @property
    def views(self) -> auditor.ViewEvidence:
        return auditor.ViewEvidence(
            members=self.view_members,
            truth=self.view_truth,
            answers=self.answers or {},
            known=frozenset(self.known_people),
            witnesses=self.witnesses,
        )


def evidence() -> Evidence:
    """Read from the database, without answers: six queries, whatever the number of releases."""
    documents = [json.loads(text) for text in Release.objects.order_by("number").values_list("document", flat=True)]
    bundles = list(Bundle.objects.all())
    found = Evidence(
        documents,
        {bundle.code: [] for bundle in bundles},
        {bundle.code: kept_totals(bundle) for bundle in bundles},
        {bundle.code: totals for bundle in bundles if (totals := kept_known_totals(bundle))},
    )
    for code, handle, known in Member.objects.values_list("bundle__code", "handle", "known"):
        found.members[code].append(handle)
        if known:
            found.known_people.add(handle)
    for view in ViewBundle.objects.all():
        found.view_members[view.code] = []
        found.view_truth[view.code] = kept_totals(view)
    for code, handle in ViewMember.objects.values_list("bundle__code", "handle"):
        found.view_members[code].append(handle)
    return found


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
            known=self.evidence.known,
            views=self.evidence.views,
            memory=self.evidence.memory,
        )
        if questions is None:
            self.verdict = verdict
        return verdict.openings


@dataclass(frozen=True)
class Attack:
    """The verdict on everything ever released. ``tampered``: releases whose content does not fit their certificate.
    ``views_attacked``: no when the answers could not be opened; structure and certificates of views are checked anyway."""

    verdict: auditor.Verdict
    tampered: tuple[int, ...]
    certificate: str
    views_attacked: bool

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
            "views": "audited" if self.views_attacked else "not audited: no release key",
        }


def attack_everything(*, progress: Progress | None = None) -> Attack:
    """Re-audit all frozen releases together, and check the chain of their certificates."""
    found = evidence()
    opened = _open_views(found, timezone.localdate()) if found.view_members else True
    verdict = auditor.audit(
        found.documents, found.members, found.truth, progress=progress, known=found.known, views=found.views
    )
    tampered, last = [], ""
    frozen = Release.objects.order_by("number").values_list("number", "certificate", "previous_certificate")
    for (number, stated, previous), document in zip(frozen, found.documents, strict=True):
        if previous != last or certificate(document, previous) != stated:
            tampered.append(number)
        last = stated
    return Attack(verdict, tuple(tampered), last, opened)


def _open_views(found: Evidence, on: date) -> bool:
    """Witnesses, sought anew, and the answers that still exist; False without the release key."""
    stated = max(FLOOR, found.documents[-1]["parameters"]["k"])
    found.witnesses = proved_again(Parameters(k=stated, k_sensitive=max(stated, Parameters().k_sensitive)))
    strata = {bundle.stratum for bundle in view_bundles().values()}
    handles = set(Member.objects.filter(bundle__stratum__in=strata).values_list("handle", flat=True))
    try:
        found.answers = facts.about_views(facts.answers_of(set(cuts.profiles(handles, on=on))))
    except Refusal as refused:
        if refused.code != "release.key_missing":
            raise
        return False
    return True


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
