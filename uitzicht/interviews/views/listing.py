from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uitzicht.interviews import queries
from uitzicht.interviews.forms import ConversationFilter
from uitzicht.interviews.models import Interview
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.summary_rules import SummaryState
from uitzicht.planning.models import Appointment
from uitzicht.ui.access import allow

PER_PAGE = 50


@require_safe
@allow("interviewer")
def interviews(request: InterviewerRequest) -> HttpResponse:
    """The conversations of this interviewer, what asks for work first."""
    form = ConversationFilter(request.GET)
    form.is_valid()
    wish = form.cleaned_data
    found = queries.conversations_of(
        request.user, search=wish.get("q", ""), step=wish.get("step", ""), sort=wish.get("sort") or "step"
    )
    on = timezone.localdate()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [(appointment, _summary(appointment, on)) for appointment in page],
        "filtered": bool(wish.get("q") or wish.get("step")),
        "sort": wish.get("sort") or "step",
    }
    return render(request, "interviews/list.html", context)


def _summary(appointment: Appointment, on: date) -> SummaryState | None:
    """Once the talk is over; None before."""
    interview: Interview | None = getattr(appointment.departure, "interview", None)
    over = interview is not None and interview.finished_at is not None and interview.erased_on is None
    return interview.summary_state(on) if interview and over else None
