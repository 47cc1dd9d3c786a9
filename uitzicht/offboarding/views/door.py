"""One task, for a colleague without an account: in by a mailed link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.offboarding import door, queries, services
from uitzicht.offboarding.door import with_link
from uitzicht.offboarding.forms import FinishForm, PassOnForm
from uitzicht.offboarding.models import Task, TaskLink
from uitzicht.offboarding.vocabulary import Step
from uitzicht.privacy.door import close_door, open_door
from uitzicht.ui.access import public

AN_HOUR = 60 * 60


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def task_door(request: HttpRequest, token: str) -> HttpResponse:
    """A GET uses nothing, because mail scanners follow links; a POST opens."""
    link = door.find(request, token)
    response = door.closed(request) if link is None else _at_the_door(request, link, token)
    response["Referrer-Policy"] = "strict-origin"
    return response


def _at_the_door(request: HttpRequest, link: TaskLink, token: str) -> HttpResponse:
    language = door.speak(request, door.language_of(link))
    if request.method != "POST":
        return door.keep_language(request, render(request, "offboarding/door.html"), language)
    response = redirect("task_page")
    open_door(response, name=door.NAME, secret=token, path=door.PATH, seconds=AN_HOUR)
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def task_page(request: HttpRequest, link: TaskLink) -> HttpResponse:
    """``do``: finish, reopen or pass."""
    task, by, at = link.task, _signature(link), timezone.now()
    do = request.POST.get("do")
    finish = FinishForm(request.POST if do == "finish" else None)
    pass_on = PassOnForm(request.POST if do == "pass" else None)
    if do == "reopen":
        services.reopen_task(task, by=by, at=at)
        return redirect("task_page")
    if finish.is_valid():
        services.finish_task(task, **finish.cleaned_data, by=by, at=at)
        return redirect("task_page")
    if pass_on.is_valid():
        try:
            services.pass_on(task, **pass_on.cleaned_data, by=by, at=at)
        except Refusal as refusal:
            pass_on.add_error("email", str(refusal))
        else:
            return _passed(request, pass_on.cleaned_data["name"])
    line = queries.line(task, on=timezone.localdate(at))
    context = {"line": line, "task": task, "finish": finish, "pass_on": pass_on, "text": _text(task)}
    return render(request, "offboarding/one_task.html", context)


def _passed(request: HttpRequest, name: str) -> HttpResponse:
    response = render(request, "offboarding/passed.html", {"name": name})
    close_door(response, name=door.NAME, path=door.PATH)
    return response


def _text(task: Task) -> str:
    """What was written for this step and kept; a draft is nobody's word yet."""
    kept = task.checklist
    texts = {Step.ANNOUNCEMENT: kept.announcement, Step.HAND_OVER: kept.hand_over, Step.FAREWELL: kept.farewell}
    return texts.get(Step(task.step), "")


def _signature(link: TaskLink) -> str:
    return f"{link.task.owner_name} <{link.email}>".strip()
