"""The last day of a departure, the last mail, and what is asked for as a reference: for the HR lead."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.departures import queries as departures
from uitzicht.departures.models import Departure
from uitzicht.departures.request import StaffRequest
from uitzicht.offboarding import services as checklists
from uitzicht.offboarding.farewell import final_mail as mails
from uitzicht.offboarding.farewell import last_day as closing
from uitzicht.offboarding.farewell import queries, services
from uitzicht.offboarding.farewell.forms import ReferenceAskForm, ReopenForm, SettleForm
from uitzicht.offboarding.farewell.models import Reference
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def last_day(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``do``: close (with a reason for each thing that stays open) or reopen."""
    departure = get_object_or_404(departures.visible_to(request.user), pk=pk)
    by, at = request.user.signature, timezone.now()
    checklist = checklists.start_checklist(departure, by=by, at=at)
    do, refused = request.POST.get("do"), ""
    reopen = ReopenForm(request.POST if do == "reopen" else None)
    try:
        if do == "close":
            closing.close_checklist(checklist, reasons=_reasons(request.POST), by=by, at=at)
            messages.success(request, _("The checklist is closed."))
            return redirect("last_day", pk)
        if reopen.is_valid():
            closing.reopen_checklist(checklist, **reopen.cleaned_data, by=by, at=at)
            messages.success(request, _("The checklist is open again."))
            return redirect("last_day", pk)
    except Refusal as refusal:
        refused = str(refusal)
    on = timezone.localdate(at)
    parts = closing.parts_of(checklist, on=on)
    said = {left.key: left.reason for left in closing.left_open(checklist)} | _reasons(request.POST)
    context = {
        "departure": departure,
        "checklist": checklist,
        "parts": [(part, [(item, said.get(item.key, "")) for item in part.items]) for part in parts],
        "still": sum(len(part.items) for part in parts),
        "reached": on >= departure.last_day_worked_on,
        "reopen": reopen,
        "refused": refused,
    }
    return render(request, "offboarding/last_day.html", context)


def _reasons(posted: Mapping[str, str]) -> dict[str, str]:
    return {key: posted[key] for key in posted if key.startswith(("task-", "thing-"))}


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def final_mail(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What the last mail says and whether it left; a POST sends one again that was refused."""
    departure = get_object_or_404(queries.farewells_visible_to(request.user), pk=pk)
    at = timezone.now()
    if request.method == "POST":
        if mails.send_again(departure, by=request.user.signature, at=at):
            messages.success(request, _("The mail left."))
        else:
            messages.error(request, _("The mail did not leave. Look at the address, or try again later."))
        return redirect("final_mail", pk)
    context = {
        "departure": departure,
        "sent": queries.final_mail_of(departure),
        "possible": queries.final_mail_possible(at).filter(pk=departure.pk).exists(),
        "gone": departure.last_day_worked_on < timezone.localdate(at),
        "mail": mails.compose(departure, link=_("(the link to the own pages)")),
    }
    return render(request, "offboarding/final_mail.html", context)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def references(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Not for whoever holds the conversation. A POST with ``reference`` settles that one, another one notes a request."""
    departure = get_object_or_404(queries.references_visible_to(request.user), pk=pk)
    asked = list(queries.references_of(departure))
    chosen = next((one for one in asked if str(one.pk) == request.POST.get("reference")), None)
    forms = [(one, SettleForm.about(one, request.POST if one is chosen else None)) for one in asked]
    ask = ReferenceAskForm(request.POST if request.POST and chosen is None else None)
    try:
        if _settled(request, departure, chosen, dict(forms), ask):
            messages.success(request, _("Kept."))
            return redirect("references", pk)
    except Refusal as refusal:
        (dict(forms)[chosen] if chosen else ask).add_error(None, str(refusal))
    context = {"departure": departure, "forms": forms, "ask": ask, "chosen": chosen}
    return render(request, "offboarding/references.html", context)


def _settled(
    request: StaffRequest,
    departure: Departure,
    chosen: Reference | None,
    forms: Mapping[Reference, SettleForm],
    ask: ReferenceAskForm,
) -> bool:
    by, at = request.user.signature, timezone.now()
    if chosen is not None and forms[chosen].is_valid():
        services.settle_reference(chosen, **forms[chosen].cleaned_data, by=by, at=at)
    elif chosen is None and ask.is_valid():
        services.ask_reference(departure, **ask.cleaned_data, by=by, at=at)
    else:
        return False
    return True
