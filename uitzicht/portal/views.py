"""The leaver's own pages: reached by a personal link, without an account. A GET only reads."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from uitzicht.departures.links import departure_behind
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.rules import READ
from uitzicht.people.vocabulary import Language
from uitzicht.planning.invitation import calendar_to_keep
from uitzicht.portal import knocking, queries, services
from uitzicht.ui.access import public

NOT_FOUND, TOO_MANY = 404, 429


def with_link(
    view: Callable[[HttpRequest, Departure], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Find what the link opens, and speak the leaver's language. Unknown and expired look the same."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        visitor = request.META.get("REMOTE_ADDR", "")
        if knocking.too_many_misses(visitor):
            return render(request, "portal/closed.html", {"later": True}, status=TOO_MANY)
        departure = departure_behind(token, on=timezone.localdate())
        if departure is None:
            knocking.count_miss(visitor)
            return render(request, "portal/closed.html", status=NOT_FOUND)
        language = _language(request, departure)
        with translation.override(language):
            response = view(request, departure)
        response["Content-Language"] = language
        return response

    return guarded


@public
@require_safe
@never_cache
@with_link
def my_pages(request: HttpRequest, departure: Departure) -> HttpResponse:
    """The appointment, the questions and the promise."""
    services.note_opening(departure, at=timezone.now())
    language = translation.get_language()
    context = {
        "departure": departure,
        "appointment": appointment_of(departure),
        "held": departure.stage in READ,
        "parts": queries.asked_parts(language),
        "clauses": queries.promise_to(departure),
        "languages": Language.values,
        "language": language,
    }
    return render(request, "portal/my_pages.html", context)


@public
@require_safe
@never_cache
@with_link
def my_calendar(request: HttpRequest, departure: Departure) -> HttpResponse:
    """The appointment for the leaver's own calendar; without one the same closed page."""
    appointment = appointment_of(departure)
    if appointment is None:
        return render(request, "portal/closed.html", status=NOT_FOUND)
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    content = calendar_to_keep(appointment, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _language(request: HttpRequest, departure: Departure) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in Language.values else departure.person.language
