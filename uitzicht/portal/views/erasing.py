"""Erase what has not been published."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.rules import READ
from uitzicht.interviews.queries import interview_of
from uitzicht.portal.answer_forms import EraseForm
from uitzicht.portal.card import card_given
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.erasing import Erased, erase_everything, opens_own_sheet
from uitzicht.portal.handing_in import erasure_under_way, handed_in_on
from uitzicht.ui.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_erase(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """What goes, what stays, and the button."""
    if request.method == "POST":
        confirmed = EraseForm(request.POST).data.get("confirmed") == "on"
        erased = erase_everything(link, secret, confirmed=confirmed, by=LEAVER, at=timezone.now())
        messages.success(request, _said(erased))
        return redirect("my_erase")
    departure = link.departure
    interview = interview_of(departure)
    context = {
        "handed_in": handed_in_on(departure),
        "at_once": opens_own_sheet(link, secret),
        "erasing": erasure_under_way(departure),
        "begun": interview is not None and interview.started_at is not None and interview.erased_on is None,
        "erased_on": interview.erased_on if interview else None,
        "ahead": departure.stage not in READ and appointment_of(departure) is not None,
        "card": card_given(departure),
        "reads": _("You decide this alone. Nobody asks why."),
    }
    return render(request, "portal/erase.html", context)


def _said(erased: Erased) -> str:
    if erased.waits:
        return _("Erased. The answers that you handed in go tonight, before any new figure is made.")
    if not erased.kinds:
        return _("There was nothing left to erase.")
    return _("Erased. Nobody can bring it back.")
