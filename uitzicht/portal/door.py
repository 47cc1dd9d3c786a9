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
from uitzicht.privacy.door import Door, secret_of
from uitzicht.privacy.door import too_many_misses as too_many_misses

NAME, PATH = "my", "/my/"
DOOR = Door(language="my_language", path=PATH)
speak, keep_language = DOOR.speak, DOOR.keep_language
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
    """What ``token`` opens today."""
    return DOOR.find(request, lambda: link_behind(token, on=timezone.localdate()))


def closed(request: HttpRequest, *, code_failed: bool = False) -> HttpResponse:
    """The one page for an unknown link, an expired one, one after a death, and none at all."""
    language = speak(request, translation.get_language() or settings.LANGUAGE_CODE)
    later = too_many_misses(request)
    context = {"later": later, "code_failed": code_failed}
    response = render(request, "portal/closed.html", context, status=TOO_MANY if later else NOT_FOUND)
    return keep_language(request, response, language)
