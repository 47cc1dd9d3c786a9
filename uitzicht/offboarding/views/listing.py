"""How far is each departure? And: what is mine to do?"""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.offboarding import queries, services
from uitzicht.offboarding.forms import PassOnForm, ProgressForm
from uitzicht.offboarding.listing import PER_PAGE, progress
from uitzicht.offboarding.models import Task
from uitzicht.people.queries import unit_tree
from uitzicht.people.vocabulary import ACCOUNT_ROLES, Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_safe
def checklists(request: StaffRequest) -> HttpResponse:
    tree = unit_tree()
    on = timezone.localdate()
    form = ProgressForm(request.GET, units=tree.ordered())
    chosen = form.chosen()
    page = Paginator(progress(request.user, chosen, tree=tree, on=on), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(departure, tree.label(departure.unit_id)) for departure in page]
    context = {"form": form, "filtered": bool(chosen), "page": page, "rows": rows}
    return render(request, "offboarding/checklists.html", context)


@allow(*ACCOUNT_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def my_tasks(request: StaffRequest) -> HttpResponse:
    """The tasks whose owner has the address of this account. A POST does one of them: finish or pass."""
    if request.method == "POST":
        _act(request)
        return redirect("my_tasks")
    lines = queries.tasks_for(request.user, timezone.localdate())
    return render(request, "offboarding/my_tasks.html", {"lines": lines, "pass_on": PassOnForm()})


def _act(request: StaffRequest) -> None:
    task = queries.my_task(request.user, request.POST.get("task", ""))
    if task is None:
        messages.error(request, _("This task is not yours any more."))
    elif request.POST.get("do") == "pass":
        _pass_on(request, task)
    else:
        services.finish_task(task, by=request.user.signature, at=timezone.now())
        messages.success(request, _("“{task}” is done.").format(task=task.name))


def _pass_on(request: StaffRequest, task: Task) -> None:
    form = PassOnForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Fill in the name and the work e-mail address of a colleague."))
        return
    try:
        services.pass_on(task, **form.cleaned_data, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("{name} got a mail about it.").format(name=form.cleaned_data["name"]))
