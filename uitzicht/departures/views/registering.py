"""Registering, changing and closing a departure."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.departures import queries, services
from uitzicht.departures.drafting import Draft, draft
from uitzicht.departures.forms import CloseForm, DepartureForm, RegistrationForm
from uitzicht.departures.notice_words import spoken_reasons, spoken_unknown
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.models import Person
from uitzicht.people.queries import staff
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def departure_new(request: StaffRequest) -> HttpResponse:
    """First shows what follows from the answers (the computed dates), then registers when these were seen."""
    now = timezone.now()
    people = queries.not_leaving(staff(timezone.localdate(now)))
    form = RegistrationForm(request.POST or None, people=people, on=timezone.localdate(now))
    drafted = _drafted(form, now)
    if drafted and _seen(request, drafted):
        values = form.cleaned_data
        try:
            departure = services.register_departure(
                values["person"], desirability=values["desirability"], **_kept(request, drafted, now)
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("The departure of {name} is registered.").format(name=departure.person.name))
            return redirect("departure", departure.pk)
    return render(request, "departures/new.html", _context(form, drafted) | {"people": form.people})


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def departure_change(request: StaffRequest, pk: UUID) -> HttpResponse:
    departure = get_object_or_404(queries.visible_to(request.user), pk=pk)
    now = timezone.now()
    form = DepartureForm(request.POST or None, initial=DepartureForm.initial_of(departure), on=timezone.localdate(now))
    drafted = _drafted(form, now, person=departure.person)
    if drafted and _seen(request, drafted):
        try:
            services.change_departure(departure, **_kept(request, drafted, now))
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("The departure is changed. The dates are computed again."))
            return redirect("departure", departure.pk)
    return render(request, "departures/change.html", _context(form, drafted) | {"departure": departure})


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


def _drafted(form: DepartureForm, now: datetime, *, person: Person | None = None) -> Draft | None:
    """What follows from the answers; None while the form is not complete, with the reason on the form."""
    if not form.is_valid():
        return None
    answers: dict[str, Any] = {
        name: value for name, value in form.cleaned_data.items() if name not in ("person", "desirability")
    }
    try:
        drafted = draft(person or form.cleaned_data["person"], **answers, on=timezone.localdate(now))
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None
    if drafted.terms is None:
        unknown = drafted.proposal.unknown if drafted.proposal else None
        form.add_error(
            "service" if unknown and unknown.code == "service" else "ends_on",
            spoken_unknown(unknown) if unknown else _("Nothing tells when this contract ends. Fill in the day."),
        )
        return None
    return drafted


def _seen(request: StaffRequest, drafted: Draft) -> bool:
    """Only what was shown is kept: whoever changes an answer sees the new dates first."""
    return drafted.dates is not None and request.POST.get("seen") == drafted.dates.last_day_worked_on.isoformat()


def _kept(request: StaffRequest, drafted: Draft, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = dict(drafted.terms.values()) if drafted.terms else {}
    return values | {"proposed_on": drafted.proposed_on, "by": request.user.signature, "at": now}


def _say(form: DepartureForm, refusal: Refusal) -> None:
    form.add_error("ends_on_reason" if refusal.code == "departure.end_unexplained" else None, str(refusal))


def _context(form: DepartureForm, drafted: Draft | None) -> dict[str, Any]:
    proposal = drafted.proposal if drafted else None
    return {
        "form": form,
        "draft": drafted,
        "dates": drafted.dates if drafted else None,
        "steps": spoken_reasons(proposal.period) if proposal and proposal.period else [],
        "source": proposal.period if proposal and proposal.period and proposal.period.source else None,
        "unknown": spoken_unknown(proposal.unknown) if proposal and proposal.unknown else "",
    }
