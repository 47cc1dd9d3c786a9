"""The last day and the farewell as the leaver wishes it; a reference, apart from everything that is said."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.offboarding.farewell import queries, services
from uitzicht.offboarding.farewell.calendar_file import calendar_file
from uitzicht.people.services import set_private_email
from uitzicht.portal.consents import masked
from uitzicht.portal.door import LeaverRequest, closed, with_link
from uitzicht.portal.forms import FarewellForm, PrivateAddressForm, ReferenceRequestForm
from uitzicht.ui.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_last_day(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """``do``: wish or address."""
    departure, do = link.departure, request.POST.get("do", "")
    farewell = queries.farewell_of(departure)
    said = {"wish": farewell.wish, "note": farewell.wish_note}
    wish = FarewellForm(request.POST if do == "wish" else None, initial=said)
    address = PrivateAddressForm(request.POST if do == "address" else None)
    if wish.is_valid():
        services.note_wish(departure, **wish.cleaned_data, by=LEAVER, at=timezone.now())
        messages.success(request, _("Your wish is noted."))
        return redirect("my_last_day")
    if address.is_valid():
        set_private_email(departure.person, address.cleaned_data["email"], by=LEAVER, at=timezone.now())
        messages.success(request, _("Your address is noted."))
        return redirect("my_last_day")
    context = {
        "departure": departure,
        "farewell": farewell,
        "wish": wish,
        "address": address,
        "known": masked(departure.person.private_email),
        "mailed": queries.final_mail_of(departure),
        "things": queries.things_out(departure.person),
        "reads": _("HR and whoever organises your farewell read your wish."),
    }
    return render(request, "portal/last_day.html", context)


@public
@require_safe
@with_link
def my_farewell_calendar(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """The moment for the leaver's own calendar; without one the same closed page."""
    farewell = queries.farewell_of(link.departure)
    if farewell.starts_at is None:
        return closed(request)
    headers = {"Content-Disposition": 'attachment; filename="farewell.ics"'}
    content = calendar_file(farewell, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_reference(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """A POST asks for one, or takes a request back (``back``: its key)."""
    departure, refused = link.departure, ""
    asked = list(queries.references_of(departure))
    form = ReferenceRequestForm(request.POST if request.POST and "back" not in request.POST else None)
    if request.method == "POST":
        try:
            if _settled(departure, form, request.POST.get("back", "")):
                messages.success(request, _("Noted."))
                return redirect("my_reference")
        except Refusal as refusal:
            refused = str(refusal)
    context = {
        "departure": departure,
        "asked": asked,
        "form": form,
        "refused": refused,
        "desk": queries.reference_desk(departure),
        "reads": _("HR reads this page, but not your interviewer."),
    }
    return render(request, "portal/reference.html", context)


def _settled(departure: Departure, form: Any, back: str) -> bool:
    at = timezone.now()
    chosen = next((one for one in queries.references_of(departure) if str(one.pk) == back), None)
    if chosen is not None:
        services.take_back_reference(chosen, by=LEAVER, at=at)
    elif form.is_valid():
        services.ask_reference(departure, **form.cleaned_data, by=LEAVER, at=at)
    else:
        return False
    return True
