"""The list of tasks that new checklists get, and who fills the desks."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.offboarding import queries, services
from uitzicht.offboarding.models import TemplateTask
from uitzicht.offboarding.template_forms import DesksForm, TemplateTaskForm
from uitzicht.offboarding.vocabulary import Step
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def checklist_template(request: StaffRequest) -> HttpResponse:
    """The list; a POST keeps who fills the desks."""
    by, at = request.user.signature, timezone.now()
    services.install_template(by=by, at=at)
    form = DesksForm(request.POST or None, desks=queries.desks())
    if form.is_valid():
        for role, name, email in form.changed():
            services.name_desk(role, name=name, email=email, by=by, at=at)
        messages.success(request, _("Kept."))
        return redirect("checklist_template")
    order = {step.value: place for place, step in enumerate(Step)}
    tasks = sorted(queries.template_tasks(), key=lambda task: (order[task.step], task.position))
    steps = [(Step(step), list(group)) for step, group in groupby(tasks, key=lambda task: task.step)]
    return render(request, "offboarding/template.html", {"steps": steps, "form": form})


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def checklist_template_add(request: StaffRequest) -> HttpResponse:
    return _edit(request, None)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def checklist_template_task(request: StaffRequest, pk: int) -> HttpResponse:
    return _edit(request, get_object_or_404(queries.template_tasks(), pk=pk))


@allow(Role.HR_LEAD)
@require_POST
def checklist_template_move(request: StaffRequest, pk: int) -> HttpResponse:
    task = get_object_or_404(queries.template_tasks(), pk=pk)
    up = request.POST.get("to") == "up"
    services.move_template_task(task, up=up, by=request.user.signature, at=timezone.now())
    return redirect("checklist_template")


def _edit(request: StaffRequest, task: TemplateTask | None) -> HttpResponse:
    initial = TemplateTaskForm.initial_of(task) if task else None
    form = TemplateTaskForm(request.POST or None, initial=initial, but=task.pk if task else None)
    if form.is_valid():
        by, at = request.user.signature, timezone.now()
        try:
            if task:
                services.change_template_task(task, **form.cleaned_data, by=by, at=at)
            else:
                services.add_template_task(**form.cleaned_data, by=by, at=at)
        except Refusal as refusal:
            form.add_error("needs", str(refusal))
        else:
            messages.success(request, _("Kept. Checklists that began earlier stay as they are."))
            return redirect("checklist_template")
    return render(request, "offboarding/template_task.html", {"form": form, "task": task})
