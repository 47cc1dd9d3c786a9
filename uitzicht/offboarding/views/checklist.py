"""The checklist of one departure, and one of its tasks."""

from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.departures import queries as departures
from uitzicht.departures.models import Departure
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.vocabulary import Kind
from uitzicht.offboarding import drafts, queries, services
from uitzicht.offboarding.forms import FinishForm, OwnerForm, TextsForm
from uitzicht.offboarding.models import Checklist, Task
from uitzicht.offboarding.vocabulary import Step
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD"])
def checklist(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Opened for the first time, it begins."""
    now = timezone.now()
    departure = _departure(request, pk)
    found = services.start_checklist(departure, by=request.user.signature, at=now)
    lines = queries.lines(queries.tasks_of(found), on=timezone.localdate(now))
    open_lines = [line for line in lines if not line.task.done_at]
    things = list(queries.property_of(departure.person))
    context = {
        "departure": departure,
        "checklist": found,
        "death": departure.kind == Kind.DEATH,
        "steps": _steps(lines),
        "total": len(lines),
        "done": len(lines) - len(open_lines),
        "late": sum(line.late for line in open_lines),
        "to_ask": sum(not line.task.asked_at and bool(line.task.owner_email) for line in open_lines),
        "nobody": sum(not line.task.owner_email for line in open_lines),
        "out": sum(not thing.returned_at for thing in things),
        "things": len(things),
    }
    return render(request, "offboarding/checklist.html", context)


@allow(Role.HR_LEAD)
@require_POST
def checklist_ask(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Mail every owner who was not asked yet."""
    found = _checklist(request, pk)
    asked = services.ask_owners(found, by=request.user.signature, at=timezone.now())
    if asked.sent:
        text = ngettext("{count} colleague got a mail.", "{count} colleagues got a mail.", asked.sent)
        messages.success(request, text.format(count=asked.sent))
    if asked.failed:
        text = _("The mail to {names} was not sent. Look at the address, or try again later.")
        messages.error(request, text.format(names=", ".join(asked.failed)))
    return redirect("checklist", pk)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def checklist_texts(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Who takes over, the announcement, the hand-over note, the farewell."""
    found = _checklist(request, pk)
    form = TextsForm(request.POST or None, initial=_texts(found))
    if form.is_valid():
        said = dict(form.cleaned_data)
        name, email = said.pop("successor_name"), said.pop("successor_email")
        by, at = request.user.signature, timezone.now()
        try:
            services.write_texts(found, **said, by=by, at=at)
        except Refusal as refusal:
            form.add_error("announcement", str(refusal))
        else:
            services.name_successor(found, name, email, by=by, at=at)
            messages.success(request, _("Kept."))
            return redirect("checklist", pk)
    context = {"form": form, "departure": found.departure, "death": found.departure.kind == Kind.DEATH}
    return render(request, "offboarding/texts.html", context)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def checklist_task(request: StaffRequest, pk: int) -> HttpResponse:
    """``do``: finish, reopen, or keep who does it."""
    task = get_object_or_404(queries.visible_to(request.user), pk=pk)
    do = request.POST.get("do", "")
    if do in ("finish", "reopen"):
        _finish_or_reopen(request, task, do)
        return redirect(f"{_address(task)}#task-{task.pk}")
    form = OwnerForm(request.POST or None, initial=_owner(task))
    if form.is_valid():
        try:
            services.assign_task(task, **form.cleaned_data, by=request.user.signature, at=timezone.now())
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("Kept."))
            return redirect(f"{_address(task)}#task-{task.pk}")
    line = queries.line(task, on=timezone.localdate())
    context = {"line": line, "task": task, "departure": line.departure, "form": form, "finish": FinishForm()}
    return render(request, "offboarding/task.html", context)


def _finish_or_reopen(request: StaffRequest, task: Task, do: str) -> None:
    by, at = request.user.signature, timezone.now()
    form = FinishForm(request.POST)
    if do == "reopen":
        services.reopen_task(task, by=by, at=at)
        messages.success(request, _("“{task}” is open again.").format(task=task.name))
    elif form.is_valid():
        services.finish_task(task, note=form.cleaned_data["note"], by=by, at=at)
        messages.success(request, _("“{task}” is done.").format(task=task.name))


def _steps(lines: list[queries.Line]) -> list[tuple[Step, list[queries.Line]]]:
    order = {step.value: place for place, step in enumerate(Step)}
    inside = sorted(lines, key=lambda line: (order[line.task.step], line.task.position, line.task.pk))
    return [(Step(step), list(group)) for step, group in groupby(inside, key=lambda line: line.task.step)]


def _texts(found: Checklist) -> dict[str, str]:
    return {
        "successor_name": found.successor_name,
        "successor_email": found.successor_email,
        "announcement": drafts.announcement(found),
        "hand_over": drafts.hand_over(found),
        "farewell": drafts.farewell(found),
    }


def _owner(task: Task) -> dict[str, str]:
    return {"name": task.owner_name, "email": task.owner_email, "note": task.note}


def _departure(request: StaffRequest, pk: UUID) -> Departure:
    return get_object_or_404(departures.visible_to(request.user), pk=pk)


def _checklist(request: StaffRequest, pk: UUID) -> Checklist:
    return services.start_checklist(_departure(request, pk), by=request.user.signature, at=timezone.now())


def _address(task: Task) -> str:
    return reverse("checklist", args=[task.checklist.departure_id])
