from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from uitzicht.interviews import queries
from uitzicht.interviews.forms import ConversationFilter
from uitzicht.interviews.request import InterviewerRequest
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
    context = {
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "filtered": bool(wish.get("q") or wish.get("step")),
        "sort": wish.get("sort") or "step",
    }
    return render(request, "interviews/list.html", context)
