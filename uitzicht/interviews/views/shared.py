"""Summaries that their leavers let a colleague read. Nothing else of a conversation is ever on these pages."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from uitzicht.interviews import queries, services
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@never_cache
@require_safe
@allow(Role.HR_LEAD, Role.LEADER, Role.PREVENTION)
def shared_summaries(request: InterviewerRequest) -> HttpResponse:
    """What leavers shared with this very account."""
    shared = queries.shared_with(request.user, on=timezone.localdate())
    return render(request, "interviews/shared_summaries.html", {"shared": shared})


@never_cache
@require_safe
@allow(Role.HR_LEAD, Role.LEADER, Role.PREVENTION)
def shared_summary(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """One summary, with what the leaver says beside it; every reading is in the audit trail."""
    now = timezone.now()
    interview = get_object_or_404(queries.shared_with(request.user, on=timezone.localdate(now)), pk=pk)
    read = services.open_shared_summary(interview, by=request.user.signature, at=now)
    context = {
        "interview": interview,
        "person": interview.departure.person,
        "text": read.text,
        "correction": read.correction,
    }
    return render(request, "interviews/shared_summary.html", context)
