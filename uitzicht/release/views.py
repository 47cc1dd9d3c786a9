"""The release desk: what would be published, what waits and why, what the attack found. Never a value."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from uitzicht.people.queries import unit_tree
from uitzicht.people.request import AccountRequest
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release import queries
from uitzicht.release.proposal import propose
from uitzicht.release.vocabulary import Stratum
from uitzicht.ui.access import allow

MOST_STROKES = 24
FIRST, GAP = 12, 11


@dataclass(frozen=True)
class Row:
    """One closed (or waiting) row of strokes: a stroke is a person, no stroke is anybody."""

    label: str
    stratum: str
    people: int
    places: int
    note: str = ""

    @property
    def strokes(self) -> list[int]:
        return [FIRST + GAP * n for n in range(min(self.people, MOST_STROKES))]

    @property
    def open_places(self) -> list[int]:
        return [FIRST + GAP * n for n in range(self.people, min(self.places, MOST_STROKES))]

    @property
    def width(self) -> int:
        return FIRST + GAP * min(max(self.people, self.places), MOST_STROKES)


@require_safe
@allow("hr_lead", "guardian")
def releases(request: AccountRequest) -> HttpResponse:
    """What a release today would close, who waits, and everything released before."""
    today = timezone.localdate()
    proposal = propose(today)
    policy, tree = policy_in_force(), unit_tree()
    earlier = list(queries.frozen())
    context = {
        "proposal": proposal,
        "new": [_row(tree, b.unit, b.stratum, b.size) for b in proposal.closing.bundles],
        "waiting": _waiting_rows(tree, proposal.closing.waiting, policy.k, policy.patience),
        "policy": policy,
        "due": proposal.next_on <= today or proposal.new_history,
        "earlier": earlier,
        "may_release": request.user.has_role("hr_lead"),
    }
    return render(request, "release/releases.html", context)


@require_POST
@allow("hr_lead")
def release_run(request: AccountRequest) -> HttpResponse:
    """Freeze: protect, attack, and only then publish. The work is done by the release job, which holds the key."""
    made = import_string(settings.RELEASE_JOB)(by=request.user.signature, at=timezone.now())
    messages.success(
        request, _("Release %(number)s is frozen. The test attack opened nothing.") % {"number": made.number}
    )
    return redirect("release", number=made.number)


@require_safe
@allow("hr_lead", "guardian")
def release(request: HttpRequest, number: int) -> HttpResponse:
    """One frozen release: its bundles, the attack report, its certificate."""
    found = get_object_or_404(queries.frozen(), number=number)
    tree = unit_tree()
    bundles = [_row(tree, str(b.unit_id), b.stratum, b.size) for b in found.bundles.all()]
    return render(
        request,
        "release/release.html",
        {"release": found, "bundles": bundles, "people": sum(b.people for b in bundles)},
    )


@require_safe
@allow("hr_lead", "guardian")
def release_document(request: HttpRequest, number: int) -> HttpResponse:
    """The published document itself, as anybody who checks the certificate needs it."""
    found = queries.frozen_document(number)
    if found is None:
        raise Http404
    response = HttpResponse(found, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="release-{number}.json"'
    return response


def _row(tree: Any, unit: str, stratum: str, people: int, places: int = 0, note: str = "") -> Row:
    return Row(tree.label(int(unit)), str(Stratum(stratum).label), people, places, note)


def _waiting_rows(tree: Any, waiting: Iterable[Any], k: int, patience: int) -> list[Row]:
    people = Counter((person.unit, person.stratum) for person in waiting)
    longest: dict[tuple[str, str], int] = {}
    for person in waiting:
        key = (person.unit, person.stratum)
        longest[key] = max(longest.get(key, 0), person.waited)
    rows = []
    for (unit, stratum), count in sorted(people.items(), key=lambda item: tree.label(int(item[0][0]))):
        parent = tree.parents[int(unit)]
        note = _wait_note(patience - longest[unit, stratum], tree.label(parent) if parent else "")
        rows.append(_row(tree, unit, stratum, count, k, note))
    return rows


def _wait_note(releases_left: int, parent: str) -> str:
    if not parent:
        return _("These answers wait until enough people have answered.")
    if releases_left <= 0:
        return _("At the next release these answers move up to %(unit)s.") % {"unit": parent}
    return ngettext(
        "After %(count)s more release these answers move up to %(unit)s.",
        "After %(count)s more releases these answers move up to %(unit)s.",
        releases_left,
    ) % {"count": releases_left, "unit": parent}
