"""Registering, changing and closing a departure."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.departures import queries, services
from uitzicht.departures.forms import CloseForm, DepartureForm, RegistrationForm
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.rules import Dates, compute_dates
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.queries import staff
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def departure_new(request: StaffRequest) -> HttpResponse:
    """First shows what follows from the answers (the computed dates), then registers when these were seen."""
    now = timezone.now()
    people = queries.not_leaving(staff(timezone.localdate(now)))
    form = RegistrationForm(request.POST or None, people=people)
    dates = _computed(form, now)
    if dates and _seen(request, dates):
        try:
            departure = services.register_departure(**form.cleaned_data, by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The departure of {name} is registered.").format(name=departure.person.name))
            return redirect("departure", departure.pk)
    return render(request, "departures/new.html", {"form": form, "dates": dates, "people": form.people})


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def departure_change(request: StaffRequest, pk: UUID) -> HttpResponse:
    departure = get_object_or_404(queries.visible_to(request.user), pk=pk)
    now = timezone.now()
    form = DepartureForm(request.POST or None, initial=DepartureForm.initial_of(departure))
    dates = _computed(form, now)
    if dates and _seen(request, dates):
        try:
            services.change_departure(departure, **form.cleaned_data, by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The departure is changed. The dates are computed again."))
            return redirect("departure", departure.pk)
    return render(request, "departures/change.html", {"form": form, "dates": dates, "departure": departure})


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def departure_cancel(request: StaffRequest, pk: UUID) -> HttpResponse:
    departure = get_object_or_404(queries.visible_to(request.user), pk=pk)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        to = Stage(form.cleaned_data["to"])
        services.close_departure(departure, to, by=request.user.signature, at=timezone.now())
        messages.success(request, _("Noted. Nothing is sent to anybody."))
        return redirect("departure", departure.pk)
    appointment = queries.appointment_of(departure)
    return render(request, "departures/cancel.html", {"form": form, "departure": departure, "appointment": appointment})


def _computed(form: DepartureForm, now: datetime) -> Dates | None:
    """The dates that follow; None while the form is not complete."""
    if not form.is_valid():
        return None
    values: dict[str, Any] = form.cleaned_data
    names = ("kind", "ends_on", "leave_days", "recup_days", "working_days")
    answers = {name: values[name] for name in names}
    return compute_dates(**answers, country=settings.UITZICHT.country, today=timezone.localdate(now))


def _seen(request: StaffRequest, dates: Dates) -> bool:
    """Only what was shown is kept: whoever changes an answer sees the new dates first."""
    return request.POST.get("seen") == dates.last_day_worked_on.isoformat()
