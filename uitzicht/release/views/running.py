"""The release job, seen from a browser: start it, see how far it is, stop it."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from uitzicht.people.request import AccountRequest
from uitzicht.release import queries, runs
from uitzicht.ui.access import allow


@require_POST
@allow("hr_lead")
def release_run(request: AccountRequest) -> HttpResponse:
    """Protect, attack, freeze: by the release job, a process of its own that holds the key."""
    run = runs.start_run(by=request.user.signature, at=timezone.now())
    import_string(settings.RELEASE_JOB)(run.pk)
    return redirect("release_progress", run=run.pk)


@require_safe
@never_cache
@allow("hr_lead", "guardian")
def release_progress(request: AccountRequest, run: int) -> HttpResponse:
    """How far it is; the release itself once it is frozen, the refusal when a rule said no."""
    found = get_object_or_404(queries.runs(), pk=run)
    if found.release is not None:
        return redirect("release", number=found.release.number)
    context = {
        "run": found,
        "alive": runs.is_alive(found, at=timezone.now()),
        "steps": runs.steps_of(found),
        "may_release": request.user.has_role("hr_lead"),
    }
    return render(request, "release/progress.html", context)


@require_POST
@allow("hr_lead")
def release_stop(request: AccountRequest, run: int) -> HttpResponse:
    found = get_object_or_404(queries.runs(), pk=run)
    runs.stop_run(found, by=request.user.signature, at=timezone.now())
    return redirect("release_progress", run=run)
