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
from uitzicht.planning.availability import free_rooms, objections, spoken_objections
from uitzicht.planning.candidates import Candidate
from uitzicht.planning.forms import (
    USUAL_HOUR,
    USUAL_MINUTES,
    AppointmentForm,
    CancelForm,
    WeekForm,
    initial_of,
    moment_in,
    moment_of,
)
from uitzicht.planning.models import Appointment, PlaceKind, Wish
from uitzicht.planning.offers import offers
from uitzicht.planning.views.sending import send
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
    wish, rooms = queries.wish_of(departure), list(queries.rooms_in_use())
    independent = [candidate for candidate in found if candidate.independent]
    usual, wanted = _initial(departure, dates, found, wish), _wanted(departure, wish)
    week = WeekForm(request.GET).chosen()
    offered = offers(departure, independent, week=week, wanted=wanted, minutes=usual["minutes"], at=now)
    initial = usual if wanted or not offered.best else usual | moment_in(offered.best)
    if rooms and "room" not in initial and (moment := wanted or offered.best):
        initial |= {"room": _free_room(departure, moment, initial["minutes"])}
    form = AppointmentForm(request.POST or None, candidates=found, rooms=rooms, initial=initial)
    against: list[str] = []
    if form.is_valid():
        against = [] if form.cleaned_data["anyway"] else _against(departure, form)
        if not against and (appointment := _made(request, departure, form, now)):
            messages.success(request, _("The appointment is made."))
            if form.cleaned_data["send"]:
                send(request, appointment, now)
            return redirect("departure", departure.pk)
    context = {
        "departure": departure,
        "dates": dates,
        "reasons": [reason.value for reason in dates.reasons],
        "appointment": appointment_of(departure),
        "wish": wish,
        "form": form,
        "against": against,
        "offers": offered,
        "picked": form.data.get(f"slot-{form.chosen_interviewer}", "") if form.is_bound else None,
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


def _against(departure: Departure, form: AppointmentForm) -> list[str]:
    answers = form.answers()
    chosen = {name: answers[name] for name in ("starts_at", "minutes", "room")}
    found = objections(departure, answers["interviewer"], **chosen)
    return spoken_objections(found, answers["interviewer"].name, answers["room"].name if answers["room"] else "")


def _made(request: StaffRequest, departure: Departure, form: AppointmentForm, now: datetime) -> Appointment | None:
    """None when a rule refuses, which the form then says."""
    try:
        return services.schedule_appointment(departure, **form.answers(), by=request.user.signature, at=now)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


def _free_room(departure: Departure, moment: datetime, minutes: int) -> str:
    """The first room by name that is free then; none is better than a wrong one."""
    return next((str(room.pk) for room, free in free_rooms(moment, minutes, besides=departure) if free), "")


def _wanted(departure: Departure, wish: Wish | None) -> datetime | None:
    """The moment that should stay, or that the leaver likes best; None where only the target day counts."""
    if wish is not None and wish.moments:
        return wish.moments[0]
    appointment = appointment_of(departure)
    return appointment.starts_at if appointment is not None else None


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
