"""The farewell and the card, for the HR lead and for whoever was asked to take care of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.request import StaffRequest
from uitzicht.offboarding.farewell import queries, services
from uitzicht.offboarding.farewell.calendar_file import calendar_file
from uitzicht.offboarding.farewell.cards import card_pdf, suggestions
from uitzicht.offboarding.farewell.forms import CardForm, MomentForm, WishForm
from uitzicht.offboarding.farewell.models import Card, Farewell
from uitzicht.offboarding.vocabulary import LANGUAGES
from uitzicht.people.vocabulary import ACCOUNT_ROLES, Language, Role
from uitzicht.ui.access import allow


@dataclass(frozen=True, slots=True)
class Desk:
    """Who stands at it and by which door: ``frame`` is the template around the page, the others are addresses."""

    by: str
    frame: str
    farewell: str
    calendar: str
    card: str
    pdf: str
    leads: bool = False


@allow(*ACCOUNT_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def farewell(request: StaffRequest, pk: UUID) -> HttpResponse:
    return farewell_page(request, _departure(request, pk), _desk(request, pk))


@allow(*ACCOUNT_ROLES)
def farewell_calendar(request: StaffRequest, pk: UUID) -> HttpResponse:
    return calendar_answer(request, _departure(request, pk))


@allow(*ACCOUNT_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def thanks_card(request: StaffRequest, pk: UUID) -> HttpResponse:
    return card_page(request, _departure(request, pk), _desk(request, pk))


@allow(*ACCOUNT_ROLES)
def thanks_card_pdf(request: StaffRequest, pk: UUID) -> HttpResponse:
    return card_answer(request, _departure(request, pk))


def farewell_page(request: HttpRequest, departure: Departure, desk: Desk) -> HttpResponse:
    """``do``: wish, plan or call_off."""
    found, do = queries.farewell_of(departure), request.POST.get("do", "")
    wish = WishForm(request.POST if do == "wish" else None, initial={"wish": found.wish, "note": found.wish_note})
    moment = MomentForm.about(found, request.POST if do == "plan" else None)
    try:
        if _done(departure, do, wish, moment, by=desk.by):
            messages.success(request, _("Kept."))
            return redirect(desk.farewell)
    except Refusal as refusal:
        moment.add_error(None, str(refusal))
    context = {
        "departure": departure,
        "farewell": found,
        "desk": desk,
        "wish": wish,
        "moment": moment,
        "card": queries.card_of(departure),
        "mail": queries.final_mail_of(departure) if desk.leads else None,
    }
    return render(request, "offboarding/farewell.html", context)


def _done(departure: Departure, do: str, wish: WishForm, moment: MomentForm, *, by: str) -> bool:
    at = timezone.now()
    if wish.is_valid():
        services.note_wish(departure, **wish.cleaned_data, by=by, at=at)
    elif moment.is_valid():
        services.plan_moment(departure, **moment.answers(), by=by, at=at)
    elif do == "call_off":
        services.call_off(departure, by=by, at=at)
    else:
        return False
    return True


def card_page(request: HttpRequest, departure: Departure, desk: Desk) -> HttpResponse:
    """``in``: the language of the suggestions; ``begin``: the number of the one that the form begins with."""
    card = queries.card_of(departure)
    language = _language(request, departure, card)
    occasion, years = queries.occasion_of(departure)
    offered = suggestions(departure, occasion, years, language=language)
    form = CardForm(request.POST or None, initial=_begin(request, card, language, offered))
    if form.is_valid():
        services.write_card(departure, **form.cleaned_data, by=desk.by, at=timezone.now())
        messages.success(request, _("The card is kept. You can print it now."))
        return redirect(desk.card)
    context = {
        "departure": departure,
        "desk": desk,
        "card": card,
        "form": form,
        "occasion": occasion,
        "offered": list(enumerate(offered)),
        "language": language,
        "languages": Language.choices,
    }
    return render(request, "offboarding/card.html", context)


def _language(request: HttpRequest, departure: Departure, card: Card | None) -> str:
    asked = request.GET.get("in", "")
    return asked if asked in LANGUAGES else card.language if card else departure.person.language


def _begin(request: HttpRequest, card: Card | None, language: str, offered: list[str]) -> dict[str, Any]:
    chosen = dict(zip(map(str, range(len(offered))), offered, strict=True)).get(request.GET.get("begin", ""))
    text = chosen if chosen is not None else card.text if card else ""
    return {"language": language, "text": text, "signed_by": card.signed_by if card else ""}


@require_safe
def calendar_answer(request: HttpRequest, departure: Departure) -> HttpResponse:
    """404 while nothing is planned. Whether the method is right is said only to whoever may see the departure."""
    found: Farewell = queries.farewell_of(departure)
    if found.starts_at is None:
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="farewell.ics"', "Cache-Control": "no-store"}
    content = calendar_file(found, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8; method=PUBLISH", headers=headers)


@require_safe
def card_answer(request: HttpRequest, departure: Departure) -> HttpResponse:
    """404 while nobody wrote it."""
    card = queries.card_of(departure)
    if card is None:
        raise Http404
    headers = {"Content-Disposition": 'inline; filename="card.pdf"', "Cache-Control": "no-store"}
    with translation.override(card.language):
        return HttpResponse(card_pdf(card), content_type="application/pdf", headers=headers)


def _departure(request: StaffRequest, pk: UUID) -> Departure:
    return get_object_or_404(queries.farewells_visible_to(request.user), pk=pk)


def _desk(request: StaffRequest, pk: UUID) -> Desk:
    return Desk(
        by=request.user.signature,
        frame="ui/base.html",
        farewell=reverse("farewell", args=[pk]),
        calendar=reverse("farewell_calendar", args=[pk]),
        card=reverse("thanks_card", args=[pk]),
        pdf=reverse("thanks_card_pdf", args=[pk]),
        leads=request.user.has_role(Role.HR_LEAD),
    )
