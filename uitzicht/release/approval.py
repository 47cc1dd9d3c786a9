"""A second person approves a release: the HR lead proposes what the desk shows, the privacy guardian approves exactly that."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import audit
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import policy_in_force
from uitzicht.privacy.queries import audit_entries
from uitzicht.release import rules
from uitzicht.release.models import Approval
from uitzicht.release.proposal import Proposal


@dataclass(frozen=True)
class Standing:
    """Where the approval of the next release stands. ``digest``: of what the desk shows now. ``declined``: the line of the
    trail in which the last proposal was declined."""

    digest: str
    approval: Approval | None
    declined: AuditEntry | None

    @property
    def proposer(self) -> str:
        return _name(self.approval.proposed_by) if self.approval else ""

    @property
    def approver(self) -> str:
        return _name(self.approval.approved_by) if self.approval else ""

    @property
    def decliner(self) -> str:
        return _name(self.declined.by) if self.declined else ""

    @property
    def changed(self) -> bool:
        return self.approval is not None and self.approval.digest != self.digest

    @property
    def proposed(self) -> bool:
        """Proposed as it is now, and not approved yet."""
        return self.approval is not None and not self.changed and not self.approval.approved_by

    @property
    def approved(self) -> bool:
        return self.approval is not None and not self.changed and bool(self.approval.approved_by)


def digest_of(proposal: Proposal) -> str:
    """SHA-256, in hex, of what the desk shows: number, parameters, bundles, and how many wait where."""
    closing = proposal.closing
    waiting = Counter((person.unit, person.stratum) for person in closing.waiting)
    shown = {
        "number": proposal.number,
        "parameters": proposal.parameters.as_json(),
        "bundles": sorted([b.unit, b.stratum, b.period, b.size] for b in closing.bundles),
        "waiting": sorted([*place, people] for place, people in waiting.items()),
    }
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()


def standing(proposal: Proposal) -> Standing:
    approval = Approval.objects.filter(number=proposal.number).first()
    declined = None if approval else audit_entries(action="release.declined", subject=_subject(proposal.number)).first()
    return Standing(digest_of(proposal), approval, declined)


def ensure_approved(proposal: Proposal) -> None:
    """Where the settings ask for a second person: somebody approved this, and nothing of it changed since."""
    if not policy_in_force().second_approval:
        return
    now = standing(proposal)
    if now.changed:
        raise _changed(proposal.number)
    if not now.approved:
        raise Refusal(
            "release.not_approved",
            _(
                "Release {number} is not approved yet. The settings ask for a second person: the HR lead proposes it at the release desk, and the privacy guardian approves it there. Answers wait until then."
            ),
            number=proposal.number,
        )


@transaction.atomic
def propose_release(proposal: Proposal, *, seen: str, by: str, at: datetime) -> Approval:
    """Ask the guardian to approve. ``seen``: the digest of the page on which it was decided. An earlier proposal of the same
    release lapses."""
    _ensure_seen(proposal, seen)
    rules.ensure_something_closes(len(proposal.closing.bundles), proposal.parameters.k, proposal.next_on)
    Approval.objects.filter(number=proposal.number).delete()
    approval = Approval.objects.create(number=proposal.number, digest=seen, proposed_by=by, proposed_at=at)
    audit.record("release.proposed", by=by, at=at, subject=_subject(proposal.number), detail={"digest": seen})
    return approval


@transaction.atomic
def approve_release(proposal: Proposal, *, seen: str, by: str, at: datetime) -> Approval:
    """Approve what was proposed, when it is what the approver saw and still is what would be published."""
    approval = _proposed(proposal.number)
    if approval.digest != digest_of(proposal):
        raise _changed(proposal.number)
    _ensure_seen(proposal, seen)
    rules.ensure_second_person(approval.proposed_by, by)
    approval.approved_by, approval.approved_at = by, at
    approval.save(update_fields=["approved_by", "approved_at"])
    audit.record("release.approved", by=by, at=at, subject=_subject(proposal.number), detail={"digest": seen})
    return approval


@transaction.atomic
def decline_release(number: int, *, reason: str, by: str, at: datetime) -> None:
    """Decline what was proposed, or take an approval back before the freezing; the reason stays in the trail."""
    _proposed(number).delete()
    audit.record("release.declined", by=by, at=at, subject=_subject(number), detail={"reason": reason.strip()})


def _proposed(number: int) -> Approval:
    approval = Approval.objects.select_for_update().filter(number=number).first()
    if approval is None:
        raise Refusal(
            "release.not_proposed",
            _("Release {number} is not proposed, so there is nothing to approve. Look at the release desk again."),
            number=number,
        )
    return approval


def _ensure_seen(proposal: Proposal, seen: str) -> None:
    if seen != digest_of(proposal):
        raise Refusal(
            "release.not_as_seen",
            _(
                "What would be published changed while you looked at it. Nobody decides on what they did not see: look at the release desk again."
            ),
        )


def _changed(number: int) -> Refusal:
    return Refusal(
        "release.changed_since",
        _(
            "What release {number} would publish has changed since it was proposed: other people count in it now, or a setting changed. Nothing was done. The HR lead proposes it anew."
        ),
        number=number,
    )


def _name(signature: str) -> str:
    return signature.partition(" <")[0]


def _subject(number: int) -> str:
    return f"release:{number}"
