"""One departure: from notice to last day worked, and the state of the conversation. Never its content."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.departures import queries, services, weeks
from uitzicht.departures.forms import DesirabilityForm
from uitzicht.departures.models import Departure
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.rules import READ
from uitzicht.departures.states import states_of
from uitzicht.departures.terms import absences_of
from uitzicht.departures.timeline import Timeline, draw
from uitzicht.departures.vocabulary import BEFORE_THE_TALK, Kind, Off, Stage
from uitzicht.people.queries import unit_tree
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def departure(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A POST decides desired or undesired (HR lead only)."""
    found = get_object_or_404(queries.visible_to(request.user).select_related("interview"), pk=pk)
    leads = request.user.has_role(Role.HR_LEAD)
    form = DesirabilityForm(request.POST or None, initial={"desirability": found.desirability}) if leads else None
    if form and form.is_valid():
        try:
            services.decide_desirability(found, **form.cleaned_data, by=request.user.signature, at=timezone.now())
        except Refusal as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, _("Kept."))
            return redirect("departure", found.pk)
    context = _context(found, on=timezone.localdate()) | {
        "form": form,
        "leads": leads,
        "wish": _wish_about(found) if leads else None,
        "mine": _is_mine(request, found),
    }
    return render(request, "departures/departure.html", context)


def _is_mine(request: StaffRequest, found: Departure) -> bool:
    appointment = queries.appointment_of(found)
    return appointment is not None and appointment.interviewer == request.user


def _context(found: Departure, *, on: date) -> dict[str, Any]:
    appointment = queries.appointment_of(found)
    stage = Stage(found.stage)
    closed = queries.closing_days()
    dates = queries.dates_from(found, on=on, closed=closed)
    starts_on = timezone.localdate(appointment.starts_at) if appointment else None
    return {
        "departure": found,
        "appointment": appointment,
        "today": on,
        "unit": unit_tree().label(found.unit_id),
        "days_left": _days_left(found, on, closed),
        "timeline": _timeline(found, starts_on, stage),
        "dates": dates,
        "states": states_of(found, appointment, on=on),
        "can_plan": stage in (Stage.REGISTERED, Stage.DECLINED) and dates.latest_on is not None,
        "can_move": appointment is not None and stage in BEFORE_THE_TALK,
        "outside": starts_on is not None and stage in BEFORE_THE_TALK and not _suits(found, starts_on),
        "read": stage in READ,
        "death": found.kind == Kind.DEATH,
        "weeks": weeks.named(found.working_days),
        "absences": [(Off(one.kind.value).label, one) for one in absences_of(found)],
    }


def _wish_about(found: Departure) -> Any:
    """What the leaver asks about the appointment (a ``planning.Wish``: a room this one does not import), or None."""
    open_to_wishes = found.stage in (*BEFORE_THE_TALK, Stage.DECLINED) and found.kind != Kind.DEATH
    return getattr(found, "wish", None) if open_to_wishes else None


def _suits(found: Departure, day: date) -> bool:
    return found.earliest_on is not None and found.latest_on is not None and found.earliest_on <= day <= found.latest_on


def _days_left(found: Departure, on: date, closed: frozenset[date]) -> int:
    """Days of work from today to the last one, both included."""
    return queries.days_of_work(found, first=on, last=found.last_day_worked_on, closed=closed)


def _timeline(found: Departure, talk_on: date | None, stage: Stage) -> Timeline:
    return draw(
        notified_on=found.notified_on,
        last_day_worked_on=found.last_day_worked_on,
        ends_on=found.ends_on,
        earliest_on=found.earliest_on,
        latest_on=found.latest_on,
        talk_on=talk_on,
        talk_needs_you=stage in BEFORE_THE_TALK,
    )
