"""The farewell and the card, for a colleague without an account whose task it is: in by the mailed link of that task."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from uitzicht.departures.models import Departure
from uitzicht.offboarding.door import with_link
from uitzicht.offboarding.models import TaskLink
from uitzicht.offboarding.views.farewell import Desk, calendar_answer, card_answer, card_page, farewell_page
from uitzicht.offboarding.vocabulary import Step
from uitzicht.ui.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def task_farewell(request: HttpRequest, link: TaskLink) -> HttpResponse:
    return farewell_page(request, _departure(link), _desk(link))


@public
@with_link
def task_farewell_calendar(request: HttpRequest, link: TaskLink) -> HttpResponse:
    return calendar_answer(request, _departure(link))


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def task_card(request: HttpRequest, link: TaskLink) -> HttpResponse:
    return card_page(request, _departure(link), _desk(link))


@public
@with_link
def task_card_pdf(request: HttpRequest, link: TaskLink) -> HttpResponse:
    return card_answer(request, _departure(link))


def _departure(link: TaskLink) -> Departure:
    """Only behind a task of the farewell."""
    if link.task.step != Step.FAREWELL:
        raise Http404
    departure: Departure = link.task.checklist.departure
    return departure


def _desk(link: TaskLink) -> Desk:
    return Desk(
        by=f"{link.task.owner_name} <{link.email}>".strip(),
        frame="offboarding/_letter.html",
        farewell=reverse("task_farewell"),
        calendar=reverse("task_farewell_calendar"),
        card=reverse("task_card"),
        pdf=reverse("task_card_pdf"),
    )
