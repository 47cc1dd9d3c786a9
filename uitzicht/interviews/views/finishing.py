from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.interviews import queries, services
from uitzicht.interviews.models import InterviewStatus
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.shell import language_of, shell
from uitzicht.interviews.workspace import part_rows
from uitzicht.questionnaires.vocabulary import Part
from uitzicht.ui.access import allow


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def finish(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Say what is not covered yet and what finishing means, then finish."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    by, at = request.user.signature, timezone.now()
    if interview.status != InterviewStatus.OPEN or interview.started_at is None:
        return redirect("talk", pk)
    if request.method == "POST":
        services.finish_interview(interview, by=by, at=at)
        return redirect("code", pk)
    sheet = services.open_sheet(interview, by=by, at=at)
    rows = part_rows(interview, sheet)
    context = shell(interview, rows, "", language_of(request, interview)) | {
        "uncovered": [row for row in rows if not row.done],
        "no_reasons": not sheet.reasons,
        "no_summary": not sheet.summary.strip(),
    }
    return render(request, "interviews/finish.html", context)


@require_POST
@allow("interviewer")
def on_paper(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """The talk is held on paper and entered here afterwards, so that no clock runs; or not after all."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    on, part = request.POST.get("on_paper") == "yes", request.POST.get("part", "")
    services.hold_on_paper(interview, on, by=request.user.signature, at=timezone.now())
    return redirect("talk_part", pk, part) if part in Part.values else redirect("talk", pk)
