"""A new action, from a finding."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.actions import queries, services
from uitzicht.actions.findings import aims
from uitzicht.actions.findings.place import Place, reading, section_of
from uitzicht.actions.findings.usual import usual_title
from uitzicht.actions.forms import ProposalForm
from uitzicht.core.refusal import Refusal
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.queries import visible_units
from uitzicht.insight.stories import STORIES
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD, Role.LEADER)
@require_http_methods(["GET", "HEAD", "POST"])
def action_new(request: AccountRequest) -> HttpResponse:
    """``?release=&story=&section=&unit=&kind=`` name the finding."""
    place, units, now = _place(request), visible_units(request.user), timezone.now()
    if not place.section:
        return redirect("actions")
    found = reading(place, units, (get_language() or "nl")[:2])
    section, choices = section_of(place, found), aims.aims(place, found)
    if not choices:
        return render(request, "actions/no_figure.html", {"section": section, "place": place})
    owners = queries.owners(found.unit, found.published.root) if request.user.has_role(Role.HR_LEAD) else None
    form = ProposalForm(
        request.POST or None,
        aims=choices,
        owners=owners,
        on=timezone.localdate(now),
        initial={"title": usual_title(choices[0]), "owner": request.user},
    )
    if form.is_valid():
        said = {"owner": request.user} | form.cleaned_data
        try:
            action = services.propose_action(place, units=units, **said, by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The action is proposed. The next step is to agree on it."))
            return redirect("action", action.pk)
    context = {
        "form": form,
        "section": section,
        "place": place,
        "story": STORIES[place.story],
        "unit": found.published.label(found.unit),
        "kind": "" if STORIES[place.story].counts_everybody else stratum_label(found.selection.kind),
        "release": found.published.released,
    }
    return render(request, "actions/new.html", context)


def _place(request: AccountRequest) -> Place:
    names = ("release", "story", "section", "unit", "kind")
    return Place(**{name: request.GET.get(name, "")[:120] for name in names})
