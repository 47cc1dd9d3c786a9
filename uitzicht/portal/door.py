"""The door of the leaver's own pages: a personal link opens it once, a cookie keeps it open on that device."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache

from uitzicht.departures.links import link_behind
from uitzicht.departures.models import PersonalLink
from uitzicht.people.vocabulary import Language
from uitzicht.privacy import knocking
from uitzicht.privacy.door import secret_of

NAME, PATH = "my", "/my/"
LANGUAGE = "my_language"
NOT_FOUND, TOO_MANY = 404, 429


class LeaverRequest(HttpRequest):
    """``personal_link``: what opened these pages, with its departure, person and appointment."""

    personal_link: PersonalLink


def with_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view ``(request, link, secret, ...)``, in the leaver's language; without a link that fits, the closed page.

    Nothing that such a page shows is kept by a cache.
    """

    @never_cache
    @wraps(view)
    def guarded(request: LeaverRequest, *args: Any, **values: Any) -> HttpResponse:
        secret = secret_of(request, name=NAME)
        link = find(request, secret) if secret else None
        if link is None:
            return closed(request)
        request.personal_link = link
        language = speak(request, link.departure.person.language)
        response = view(request, link, secret, *args, **values)
        return keep_language(request, response, language)

    return guarded


def find(request: HttpRequest, token: str) -> PersonalLink | None:
    """What ``token`` opens today. A token that opens nothing counts as a wrong try, and after too many nothing opens."""
    if too_many_misses(request):
        return None
    link = link_behind(token, on=timezone.localdate())
    if link is None:
        knocking.count_miss(_visitor(request))
    return link


def closed(request: HttpRequest, *, code_failed: bool = False) -> HttpResponse:
    """The one page for an unknown link, an expired one, one after a death, and none at all."""
    language = speak(request, translation.get_language() or settings.LANGUAGE_CODE)
    later = too_many_misses(request)
    context = {"later": later, "code_failed": code_failed}
    response = render(request, "portal/closed.html", context, status=TOO_MANY if later else NOT_FOUND)
    return keep_language(request, response, language)


def too_many_misses(request: HttpRequest) -> bool:
    """Whether wrong links and codes came from this place so often that it has to wait."""
    return knocking.too_many_misses(_visitor(request))


def speak(request: HttpRequest, usual: str) -> str:
    """The language of this answer: the one asked for now, the one chosen before on this device, or the ``usual`` one."""
    wishes = (request.GET.get("language", ""), request.COOKIES.get(LANGUAGE, ""), usual)
    language = next(wish for wish in wishes if wish in Language.values or wish == usual)
    translation.activate(language)
    request.LANGUAGE_CODE = language
    return language


def keep_language(request: HttpRequest, response: HttpResponse, language: str) -> HttpResponse:
    """On this device, where it was asked for just now."""
    response["Content-Language"] = language
    if request.GET.get("language") == language:
        response.set_cookie(
            LANGUAGE, language, path=PATH, secure=settings.UITZICHT.secure, httponly=True, samesite="Lax"
        )
    return response


def _visitor(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
