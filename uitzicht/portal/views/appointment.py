"""The appointment of the leaver: accept it, ask for something else, or rather have no conversation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.departures.queries import appointment_of
from uitzicht.planning import queries as planning
from uitzicht.planning import services
from uitzicht.planning.invitation import calendar_to_keep
from uitzicht.planning.rules import OPEN_TO_WISHES
from uitzicht.portal.door import LeaverRequest, closed, with_link
from uitzicht.portal.forms import AskForm, asked_before
from uitzicht.portal.wording import to_the_leaver
from uitzicht.ui.access import public


@public
@require_safe
@with_link
def my_appointment(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """When, where, with whom; and what can be done about it."""
    departure, now = link.departure, timezone.now()
    appointment = appointment_of(departure)
    context = {
        "departure": departure,
        "appointment": appointment,
        "wish": planning.wish_of(departure),
        "open": departure.stage in OPEN_TO_WISHES,
        "ahead": appointment is not None and appointment.starts_at > now,
        "possible": bool(planning.days_that_suit(departure, on=timezone.localdate(now))),
        "reads": _("HR sees your appointment and what you ask."),
    }
    return render(request, "portal/appointment.html", context)


@public
@require_POST
@with_link
def my_appointment_accept(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    appointment = appointment_of(link.departure)
    if appointment is None:
        return closed(request)
    try:
        services.accept_appointment(appointment, by=LEAVER, at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, to_the_leaver(refusal))
    return redirect("my_appointment")


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_appointment_ask(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """Another time, somebody else, somebody it should not be; or a conversation after all."""
    departure, now = link.departure, timezone.now()
    wish = planning.wish_of(departure)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        days=planning.days_that_suit(departure, on=timezone.localdate(now)),
        interviewers=list(planning.could_be_avoided(departure)),
        initial=asked_before(
            wish.moments if wish else [], bool(wish and wish.other_interviewer), planning.avoided_by(departure)
        ),
    )
    if form.is_valid():
        try:
            services.ask_for(departure, **form.answers(), by=LEAVER, at=now)
        except Refusal as refusal:
            form.add_error(None, to_the_leaver(refusal))
        else:
            messages.success(request, _("HR has your request."))
            return redirect("my_appointment")
    context = {
        "departure": departure,
        "appointment": appointment_of(departure),
        "form": form,
        "reads": _("HR reads your request. Nobody sees whom you avoid."),
    }
    return render(request, "portal/appointment_ask.html", context)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_appointment_decline(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """Asked once more before it is done; it can be undone by asking for a conversation."""
    departure = link.departure
    refused = ""
    if request.method == "POST":
        try:
            services.decline_conversation(departure, by=LEAVER, at=timezone.now())
        except Refusal as refusal:
            refused = to_the_leaver(refusal)
        else:
            return redirect("my_appointment")
    context = {
        "departure": departure,
        "appointment": appointment_of(departure),
        "refused": refused,
        "reads": _("HR sees your choice. Nobody asks why."),
    }
    return render(request, "portal/appointment_decline.html", context)


@public
@require_safe
@with_link
def my_calendar(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """The appointment for the leaver's own calendar; without one the same closed page."""
    appointment = appointment_of(link.departure)
    if appointment is None:
        return closed(request)
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    content = calendar_to_keep(appointment, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
