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
from uitzicht.planning.forms import (
    USUAL_HOUR,
    USUAL_MINUTES,
    AppointmentForm,
    CancelForm,
    ProposalForm,
    initial_of,
    moment_of,
)
from uitzicht.planning.models import Appointment, PlaceKind, Wish
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
    wish = queries.wish_of(departure)
    form = AppointmentForm(request.POST or None, candidates=found, initial=_initial(departure, dates, found, wish))
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
        "wish": wish,
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


@allow(Role.HR_LEAD)
@require_POST
def wish_accept(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One click: the appointment moves to what the leaver proposed."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    form = ProposalForm(request.POST)
    if form.is_valid():
        now, moment = timezone.now(), form.cleaned_data["moment"]
        appointment = services.accept_proposal(departure, moment, by=request.user.signature, at=now)
        messages.success(request, _("The proposal is accepted."))
        _send(request, appointment, now, as_proposed=True)
    return redirect("departure", departure.pk)


@allow(Role.HR_LEAD)
@require_POST
def wish_keep(request: StaffRequest, pk: UUID) -> HttpResponse:
    """None of the proposed moments can be met."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    services.keep_appointment(departure, by=request.user.signature, at=timezone.now())
    messages.success(request, _("The appointment stays, and the leaver has a mail about it."))
    return redirect("departure", departure.pk)


def _send(request: StaffRequest, appointment: Appointment, now: datetime, *, as_proposed: bool = False) -> None:
    """The appointment stands also when its mail cannot leave."""
    try:
        services.send_invitation(appointment, as_proposed=as_proposed, by=request.user.signature, at=now)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The invitation is sent to the leaver and the interviewer."))


def _initial(departure: Departure, dates: Dates, found: list[Candidate], wish: Wish | None) -> dict[str, Any]:
    """What stands, or else the day and the person that suit best; over both, what the leaver asks."""
    appointment = appointment_of(departure)
    usual = {
        "interviewer": next((candidate.user.pk for candidate in found if candidate.independent), None),
        "on": dates.target_on,
        "time": USUAL_HOUR,
        "minutes": USUAL_MINUTES,
        "place_kind": PlaceKind.ROOM,
        "send": True,
    }
    initial = initial_of(appointment) if appointment is not None else usual
    if wish is None:
        return initial
    asked = {"interviewer": usual["interviewer"]} if wish.other_interviewer else {}
    return initial | asked | moment_of(wish)
