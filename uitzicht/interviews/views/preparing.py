from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from uitzicht.interviews import queries, services
from uitzicht.interviews.beforehand import Written, written_beforehand
from uitzicht.interviews.models import Interview
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.people.queries import positions_of, unit_tree
from uitzicht.questionnaires.queries import current_version, items_of, parts_of
from uitzicht.ui.access import allow


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def prepare(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Who is this colleague, what have they done here? Then: prepared, or start the conversation."""
    appointment = get_object_or_404(queries.own_appointments(request.user), departure=pk)
    now, by = timezone.now(), request.user.signature
    if request.method == "POST" and request.POST.get("go") == "start":
        return redirect("talk", services.open_interview(appointment, by=by, at=now).pk)
    if request.method == "POST":
        services.mark_prepared(appointment, by=by, at=now)
        messages.success(request, _("Marked as prepared."))
        return redirect("prepare", pk)
    services.open_preparation(appointment, by=by, at=now)
    departure = appointment.departure
    interview: Interview | None = getattr(departure, "interview", None)
    positions = list(positions_of(departure.person))
    version, tree = interview.version if interview else current_version(), unit_tree()
    context = {
        "appointment": appointment,
        "departure": departure,
        "interview": interview,
        "beforehand": _beforehand(interview) if interview else [],
        "career": [(position, tree.label(position.unit_id), position.working_time / 100) for position in positions],
        "position": positions[0] if positions else None,
        "years": (departure.last_day_worked_on - departure.person.started_on).days / 365.25,
        "version": version,
        "audience": queries.audience_behind(departure),
        "parts": parts_of(version, departure.person.language) if version else (),
    }
    return render(request, "interviews/prepare.html", context)


def _beforehand(interview: Interview) -> list[tuple[str, list[Written]]]:
    answers = {} if interview.erased_on else services.preparation_of(interview)
    if not answers:
        return []
    version, language = interview.version, interview.language
    return written_beforehand(parts_of(version, language), items_of(version, language), answers)
