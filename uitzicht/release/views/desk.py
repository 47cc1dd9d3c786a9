"""The desk itself: what a release today would publish and withhold, and everything released before."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uitzicht.people.queries import unit_tree
from uitzicht.people.request import AccountRequest
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release import approval, preview, queries, runs
from uitzicht.release.forms import DeclineForm
from uitzicht.release.proposal import propose
from uitzicht.ui.access import allow


@require_safe
@allow("hr_lead", "guardian")
def releases(request: AccountRequest) -> HttpResponse:
    return desk(request, DeclineForm())


def desk(request: AccountRequest, decline: DeclineForm, status: int = 200) -> HttpResponse:
    """The page, with the form in which a guardian declines."""
    now = timezone.now()
    today = timezone.localdate(now)
    proposal, policy, tree = propose(today), policy_in_force(), unit_tree()
    due = proposal.next_on <= today or proposal.new_history
    latest = queries.latest()
    context = {
        "proposal": proposal,
        "sentences": preview.sentences(tree, proposal, due=due),
        "new": [preview.bundle_row(tree, bundle) for bundle in proposal.closing.bundles],
        "waiting": preview.queues(tree, proposal),
        "breakdowns": preview.breakdowns(latest.document) if latest else [],
        "policy": policy,
        "ready": due and bool(proposal.closing.bundles),
        "earlier": list(queries.frozen()),
        "may_release": request.user.has_role("hr_lead"),
        "may_approve": request.user.has_role("guardian"),
        "running": runs.running(at=now),
        "standing": approval.standing(proposal) if policy.second_approval else None,
        "signature": request.user.signature,
        "decline": decline,
    }
    return render(request, "release/releases.html", context, status=status)
