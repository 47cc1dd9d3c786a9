"""The door of a follow-up: the link in the mail opens it once, a cookie keeps it open on that device."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache

from uitzicht.followups.links import PATH, stopped_by
from uitzicht.followups.models import FollowUp
from uitzicht.followups.queries import follow_up_behind, numbered
from uitzicht.people.vocabulary import Language
from uitzicht.privacy.door import Door, secret_of, too_many_misses

NAME = "later"
LANGUAGE = "later_language"
DOOR = Door(language=LANGUAGE, path=PATH)
NOT_FOUND, TOO_MANY = 404, 429

View = Callable[..., HttpResponse]


def with_door(view: View) -> View:
    """Give the view ``(request, follow_up, secret, ...)``, in the leaver's language; without a link that fits, the closed
    page."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        secret = secret_of(request, name=NAME)
        follow_up = DOOR.find(request, lambda: follow_up_behind(secret, on=timezone.localdate())) if secret else None
        if follow_up is None:
            return closed(request)
        return _spoken(request, follow_up, lambda: view(request, follow_up, secret, *args, **values))

    return guarded


def with_link(view: View) -> View:
    """Give the view ``(request, follow_up, token)`` for the token in the address."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        follow_up = DOOR.find(request, lambda: follow_up_behind(token, on=timezone.localdate()))
        if follow_up is None:
            return closed(request)
        return _spoken(request, follow_up, lambda: view(request, follow_up, token))

    return guarded


def with_stop_link(view: View) -> View:
    """Give the view ``(request, follow_up)`` for the token in the address, which works for ever and opens nothing."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        follow_up = DOOR.find(request, lambda: numbered(stopped_by(token)))
        if follow_up is None:
            return closed(request)
        return _spoken(request, follow_up, lambda: view(request, follow_up))

    return guarded


def closed(request: HttpRequest) -> HttpResponse:
    """The one page for a link that is unknown, expired, answered, stopped or replaced, and for none at all."""
    later = too_many_misses(request)
    with translation.override(_language(request, translation.get_language() or settings.LANGUAGE_CODE)):
        return render(request, "followups/closed.html", {"later": later}, status=TOO_MANY if later else NOT_FOUND)


def without_person(view: View) -> View:
    """For the page after the door has closed: only the language of this device is known."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        with translation.override(_language(request, translation.get_language() or settings.LANGUAGE_CODE)):
            return _keep_language(request, view(request))

    return guarded


def _spoken(request: HttpRequest, follow_up: FollowUp, answer: Callable[[], HttpResponse]) -> HttpResponse:
    with translation.override(_language(request, follow_up.departure.person.language)):
        return _keep_language(request, answer())


def _language(request: HttpRequest, usual: str) -> str:
    """The one asked for now, the one chosen before on this device, or the ``usual`` one."""
    wishes = (request.GET.get("language", ""), request.COOKIES.get(LANGUAGE, ""))
    return next((wish for wish in wishes if wish in Language.values), usual)


def _keep_language(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    language = translation.get_language() or settings.LANGUAGE_CODE
    response["Content-Language"] = language
    response.set_cookie(LANGUAGE, language, path=PATH, secure=settings.UITZICHT.secure, httponly=True, samesite="Lax")
    return response
