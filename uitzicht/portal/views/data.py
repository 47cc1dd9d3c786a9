"""Take along: to read and print, as text, and for a machine."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.portal.data import as_json, take_along
from uitzicht.portal.data_words import sections
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.ui.access import public


@public
@require_safe
@with_link
def my_data(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    held = take_along(link, secret, by=LEAVER, at=timezone.now())
    context = {
        "sections": sections(held, get_language() or ""),
        "reads": _("This page is yours alone. Keep what you print in a safe place."),
    }
    return render(request, "portal/data.html", context)


@public
@require_safe
@with_link
def my_data_text(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """The same as plain text, to keep where no page can be opened."""
    held = take_along(link, secret, by=LEAVER, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{_("my-data")}.txt"'}
    text = render(request, "portal/data.txt", {"sections": sections(held, get_language() or ""), "at": timezone.now()})
    return HttpResponse(text.content, content_type="text/plain; charset=utf-8", headers=headers)


@public
@require_safe
@with_link
def my_data_json(request: LeaverRequest, link: PersonalLink, secret: str) -> JsonResponse:
    held = take_along(link, secret, by=LEAVER, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{_("my-data")}.json"'}
    return JsonResponse(as_json(held), headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 2})
