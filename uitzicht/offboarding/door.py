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
from uitzicht.privacy.door import Door, secret_of, too_many_misses

NAME, PATH = "task", "/task/"
DOOR = Door(language="task_language", path=PATH)
speak, keep_language = DOOR.speak, DOOR.keep_language
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
    """What ``token`` opens today."""
    return DOOR.find(request, lambda: link_behind(token, on=timezone.localdate()))


def closed(request: HttpRequest) -> HttpResponse:
    """The one page for an unknown link, an expired one, and one of a task that is somebody else's by now."""
    language = speak(request, translation.get_language() or settings.LANGUAGE_CODE)
    later = too_many_misses(request)
    status = TOO_MANY if later else NOT_FOUND
    return keep_language(request, render(request, "offboarding/closed.html", {"later": later}, status=status), language)


def language_of(link: TaskLink) -> str:
    return language_and_name(link.email, "")[0] or settings.LANGUAGE_CODE
