"""Many departures at once: choose, look through, keep what is good, plan the rest again, accept all."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.vocabulary import Stage
from uitzicht.people.queries import unit_tree
from uitzicht.people.vocabulary import Role
from uitzicht.planning import queries, services
from uitzicht.planning.many.forms import ChoiceForm, ManyForm, RowForm
from uitzicht.planning.many.showing import shown
from uitzicht.planning.models import MassPlan
from uitzicht.planning.rules import MOST_AT_ONCE
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def many(request: StaffRequest) -> HttpResponse:
    """The filters stand in the address, also when a plan is asked for: only who is shown can be chosen."""
    now, tree = timezone.now(), unit_tree()
    choice = ChoiceForm(request.GET, units=tree.ordered())
    units = tree.subtree(choice.unit_chosen) if choice.unit_chosen is not None else None
    on = timezone.localdate(now)
    found = queries.to_plan_together(request.user, on=on, units=units, stages=choice.stages)
    departures = list(found[: MOST_AT_ONCE + 1])
    offered = departures[:MOST_AT_ONCE]
    has_rooms = queries.rooms_in_use().exists()
    form = ManyForm(request.POST or None, departures=offered, has_rooms=has_rooms)
    if form.is_valid():
        by = request.user.signature
        try:
            plan = services.make_plan(form.chosen, **form.answers, made_by=request.user, by=by, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("many_plan", plan.pk)
    ticked = set(request.POST.getlist("departure"))
    context = {
        "choice": choice,
        "form": form,
        "rows": [
            (one, tree.label(one.unit_id), str(one.pk) in ticked if form.is_bound else one.stage == Stage.REGISTERED)
            for one in offered
        ],
        "cut_off": len(departures) > len(offered),
        "most": MOST_AT_ONCE,
        "has_rooms": has_rooms,
        "plans": queries.mass_plans_visible_to(request.user).filter(accepted_at=None)[:5],
    }
    return render(request, "planning/many.html", context)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def many_plan(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Look through; a POST locks what is ticked and plans all others again."""
    plan = get_object_or_404(queries.mass_plans_visible_to(request.user), pk=pk)
    if request.method == "POST":
        locked = request.POST.getlist("lock")
        departures = _still_open(request, plan)
        services.plan_again(plan, departures, locked, by=request.user.signature, at=timezone.now())
        messages.success(request, _("Planned again. What you locked stayed as it was."))
        return redirect("many_plan", plan.pk)
    return render(request, "planning/many_plan.html", _context(request, plan))


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def many_row(request: StaffRequest, pk: UUID, departure: UUID) -> HttpResponse:
    plan = get_object_or_404(queries.mass_plans_visible_to(request.user), pk=pk)
    leaver = get_object_or_404(queries.departures_of(plan, request.user), pk=departure)
    now = timezone.now()
    found = queries.candidates(leaver, on=timezone.localdate(now))
    form = RowForm(
        request.POST or None,
        users=[one.user for one in found if one.independent],
        initial=_initial(plan, leaver),
    )
    if "leave_out" in request.POST:
        services.leave_out(plan, leaver, by=request.user.signature, at=now)
        return redirect("many_plan", plan.pk)
    if form.is_valid():
        try:
            services.change_row(plan, leaver, **form.answers, by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Changed and locked."))
            return redirect("many_plan", plan.pk)
    return render(request, "planning/many_row.html", {"plan": plan, "departure": leaver, "form": form})


@allow(Role.HR_LEAD)
@require_POST
def many_accept(request: StaffRequest, pk: UUID) -> HttpResponse:
    """All or nothing; what stands in the way is listed and nothing is kept."""
    plan = get_object_or_404(queries.mass_plans_visible_to(request.user), pk=pk)
    departures = _still_open(request, plan)
    refused = services.accept_plan(plan, departures, by=request.user.signature, at=timezone.now())
    if refused:
        context = _context(request, plan) | {"refused": refused}
        return render(request, "planning/many_plan.html", context, status=422)
    messages.success(request, _("The appointments are made. Nobody is invited yet."))
    return redirect("many_plan", plan.pk)


@allow(Role.HR_LEAD)
@require_POST
def many_send(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Invite those of an accepted plan who still wait for it, some dozens at a time."""
    plan = get_object_or_404(queries.mass_plans_visible_to(request.user), pk=pk)
    waiting = list(queries.not_invited(plan))
    sent, refused = services.send_invitations(waiting, by=request.user.signature, at=timezone.now())
    for one in refused:
        messages.warning(request, f"{one.departure.person.name}: {one.refusal}")
    if sent:
        text = ngettext("{count} invitation is sent.", "{count} invitations are sent.", sent)
        messages.success(request, text.format(count=sent))
    return redirect("many_plan", plan.pk)


def _still_open(request: StaffRequest, plan: MassPlan) -> list[Departure]:
    """Departures of the plan that can still be planned."""
    return list(queries.to_plan_together(request.user, on=timezone.localdate()).filter(pk__in=plan.keys))


def _context(request: StaffRequest, plan: MassPlan) -> dict[str, Any]:
    everybody = plan.accepted_at is not None
    departures = list(queries.departures_of(plan, request.user)) if everybody else _still_open(request, plan)
    rooms = list(queries.rooms_in_use())
    return {
        "plan": plan,
        "shown": shown(plan, departures, list(queries.interviewers()), rooms),
        "waiting": queries.not_invited(plan).count() if everybody else 0,
        "at_once": services.SENT_AT_ONCE,
    }


def _initial(plan: MassPlan, departure: Departure) -> dict[str, Any]:
    row = next((row for row in plan.rows if row["departure"] == str(departure.pk)), None)
    if row is None:
        return {"on": departure.target_on}
    starts_at = timezone.localtime(plan.moment_of(row))
    return {"interviewer": row["interviewer"], "on": starts_at.date(), "time": starts_at.time()}
