"""What does the leaver ask about the appointment, and can one click answer it?"""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of, visible_to
from uitzicht.departures.request import StaffRequest
from uitzicht.people.vocabulary import Role
from uitzicht.planning import services
from uitzicht.planning.availability import objections, spoken_objections
from uitzicht.planning.forms import ProposalForm
from uitzicht.planning.views.sending import send
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_POST
def wish_accept(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One click: the appointment moves to what the leaver proposed."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    form = ProposalForm(request.POST)
    if form.is_valid():
        now, moment = timezone.now(), form.cleaned_data["moment"]
        if told := _said_of(departure, moment):
            messages.warning(request, " ".join(told))
            return redirect("plan", departure.pk)
        appointment = services.accept_proposal(departure, moment, by=request.user.signature, at=now)
        messages.success(request, _("The proposal is accepted."))
        send(request, appointment, now, as_proposed=True)
    return redirect("departure", departure.pk)


@allow(Role.HR_LEAD)
@require_POST
def wish_keep(request: StaffRequest, pk: UUID) -> HttpResponse:
    """None of the proposed moments can be met."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    services.keep_appointment(departure, by=request.user.signature, at=timezone.now())
    messages.success(request, _("The appointment stays, and the leaver has a mail about it."))
    return redirect("departure", departure.pk)


def _said_of(departure: Departure, moment: datetime) -> list[str]:
    """What the calendars say against a proposed moment; the planning page then shows what else is free."""
    appointment = appointment_of(departure)
    if appointment is None:
        return []
    user, room = appointment.interviewer, appointment.room
    found = objections(departure, user, starts_at=moment, minutes=appointment.minutes, room=room)
    return spoken_objections(found, user.name, room.name if room else "")
