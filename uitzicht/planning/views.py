"""Which slot, with whom, and why this person?"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of, dates_from, visible_to
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.rules import Dates, ensure_stage_may_follow
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.people.vocabulary import Role
from uitzicht.planning import queries, rules, services
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.forms import USUAL_HOUR, USUAL_MINUTES, AppointmentForm, CancelForm, initial_of
from uitzicht.planning.models import Appointment, PlaceKind
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Refuses at once when nothing can be planned; a slot that does not suit is said beside the form."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    now = timezone.now()
    on = timezone.localdate(now)
    rules.ensure_may_be_invited(departure.kind == Kind.DEATH)
    ensure_stage_may_follow(departure.stage, Stage.PLANNED)
    dates = dates_from(departure, on=on)
    rules.ensure_room_for_a_talk(dates.latest_on, departure.person.first_name)
    found = queries.candidates(departure, on=on)
    form = AppointmentForm(request.POST or None, candidates=found, initial=_initial(departure, dates, found))
    if form.is_valid():
        try:
            appointment = services.schedule_appointment(departure, **form.answers(), by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The appointment is made."))
            if form.cleaned_data["send"]:
                _send(request, appointment, now)
            return redirect("departure", departure.pk)
    context = {
        "departure": departure,
        "dates": dates,
        "reasons": [reason.value for reason in dates.reasons],
        "appointment": appointment_of(departure),
        "form": form,
        "independent": [candidate for candidate in found if candidate.independent],
        "nobody": str(rules.nobody_independent(departure.person.first_name)),
        "others": [candidate.user.name for candidate in found if not candidate.independent],
    }
    return render(request, "planning/plan.html", context)


@allow(Role.HR_LEAD)
@require_POST
def invitation_send(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Send, or send again, what stands."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    appointment = get_object_or_404(queries.standing(), departure=departure)
    services.send_invitation(appointment, by=request.user.signature, at=timezone.now())
    messages.success(request, _("The invitation is sent to the leaver and the interviewer."))
    return redirect("departure", departure.pk)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def appointment_cancel(request: StaffRequest, pk: UUID) -> HttpResponse:
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    appointment = get_object_or_404(queries.standing(), departure=departure)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        to = Stage(form.cleaned_data["to"])
        services.cancel_appointment(appointment, to=to, by=request.user.signature, at=timezone.now())
        messages.success(request, _("The appointment is cancelled."))
        return redirect("departure", departure.pk)
    context = {"departure": departure, "appointment": appointment, "form": form, "death": departure.kind == Kind.DEATH}
    return render(request, "planning/cancel.html", context)


def _send(request: StaffRequest, appointment: Appointment, now: datetime) -> None:
    """The appointment stands also when its mail cannot leave."""
    try:
        services.send_invitation(appointment, by=request.user.signature, at=now)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The invitation is sent to the leaver and the interviewer."))


def _initial(departure: Departure, dates: Dates, found: list[Candidate]) -> dict[str, Any]:
    """What stands, or else the day and the person that suit best."""
    appointment = appointment_of(departure)
    if appointment is not None:
        return initial_of(appointment)
    best = next((candidate.user.pk for candidate in found if candidate.independent), None)
    return {
        "interviewer": best,
        "on": dates.target_on,
        "time": USUAL_HOUR,
        "minutes": USUAL_MINUTES,
        "place_kind": PlaceKind.ROOM,
        "send": True,
    }
