"""The door of a task: the link in the mail opens it once, a cookie keeps it open on that device."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache

from uitzicht.offboarding.links import link_behind
from uitzicht.offboarding.models import TaskLink
from uitzicht.offboarding.queries import language_and_name
from uitzicht.people.vocabulary import Language
from uitzicht.privacy import knocking
from uitzicht.privacy.door import secret_of

NAME, PATH = "task", "/task/"
LANGUAGE = "task_language"
NOT_FOUND, TOO_MANY = 404, 429


def with_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view ``(request, link)``, in the language of the owner; without a link that fits, the closed page."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        secret = secret_of(request, name=NAME)
        link = find(request, secret) if secret else None
        if link is None:
            return closed(request)
        language = speak(request, language_of(link))
        return keep_language(request, view(request, link, *args, **values), language)

    return guarded


def find(request: HttpRequest, token: str) -> TaskLink | None:
    """What ``token`` opens today. A token that opens nothing counts as a wrong try, and after too many nothing opens."""
    if knocking.too_many_misses(_visitor(request)):
        return None
    link = link_behind(token, on=timezone.localdate())
    if link is None:
        knocking.count_miss(_visitor(request))
    return link


def closed(request: HttpRequest) -> HttpResponse:
    """The one page for an unknown link, an expired one, and one of a task that is somebody else's by now."""
    language = speak(request, translation.get_language() or settings.LANGUAGE_CODE)
    later = knocking.too_many_misses(_visitor(request))
    status = TOO_MANY if later else NOT_FOUND
    return keep_language(request, render(request, "offboarding/closed.html", {"later": later}, status=status), language)


def language_of(link: TaskLink) -> str:
    return language_and_name(link.email, "")[0] or settings.LANGUAGE_CODE


def speak(request: HttpRequest, usual: str) -> str:
    """The language asked for now, the one chosen before on this device, or the ``usual`` one."""
    wishes = (request.GET.get("language", ""), request.COOKIES.get(LANGUAGE, ""), usual)
    language = next(wish for wish in wishes if wish in Language.values or wish == usual)
    translation.activate(language)
    request.LANGUAGE_CODE = language
    return language


def keep_language(request: HttpRequest, response: HttpResponse, language: str) -> HttpResponse:
    response["Content-Language"] = language
    if request.GET.get("language") == language:
        response.set_cookie(
            LANGUAGE, language, path=PATH, secure=settings.UITZICHT.secure, httponly=True, samesite="Lax"
        )
    return response


def _visitor(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
