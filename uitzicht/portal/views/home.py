"""The start of the leaver's pages: what can be done here, where each of it stands, what is next."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uitzicht.departures.models import PersonalLink
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.overview import next_of, steps_of
from uitzicht.ui.access import public


@public
@require_safe
@with_link
def my_pages(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    steps = steps_of(link, at=timezone.now())
    context = {"departure": link.departure, "link": link, "steps": steps, "next": next_of(steps)}
    return render(request, "portal/home.html", context)
