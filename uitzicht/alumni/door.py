"""The door of a member's own page: the link in a mail opens it once, a cookie keeps it open on that device."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache

from uitzicht.alumni.links import PATH, stopped_by
from uitzicht.alumni.models import Member, MemberLink
from uitzicht.alumni.queries import link_behind, numbered
from uitzicht.alumni.vocabulary import LinkKind
from uitzicht.privacy.door import Door, secret_of, too_many_misses

NAME = "alumni"
DOOR = Door(language="alumni_language", path=PATH)
NOT_FOUND, TOO_MANY = 404, 429

View = Callable[..., HttpResponse]


def with_door(view: View) -> View:
    """Give the view ``(request, member, ...)``, in their language; without a link that fits, the closed page."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        secret = secret_of(request, name=NAME)
        link = DOOR.find(request, lambda: _page_behind(secret)) if secret else None
        if link is None:
            return closed(request)
        return _spoken(request, link.member.language, lambda: view(request, link.member, *args, **values))

    return guarded


def with_link(view: View) -> View:
    """Give the view ``(request, link, token)`` for the token in the address."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        link = DOOR.find(request, lambda: link_behind(token, on=timezone.localdate()))
        if link is None:
            return closed(request)
        return _spoken(request, link.member.language, lambda: view(request, link, token))

    return guarded


def with_stop_link(view: View) -> View:
    """Give the view ``(request, member)`` for the token in the address, which works for ever and opens nothing."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        member: Member | None = DOOR.find(request, lambda: numbered(stopped_by(token)))
        if member is None:
            return closed(request)
        return _spoken(request, member.language, lambda: view(request, member))

    return guarded


def closed(request: HttpRequest) -> HttpResponse:
    """The one page for a link that is unknown, expired, replaced or of somebody who left, and for none at all."""
    later = too_many_misses(request)
    status = TOO_MANY if later else NOT_FOUND
    return _spoken(request, _usual(), lambda: render(request, "alumni/closed.html", {"later": later}, status=status))


def without_person(view: View) -> View:
    """For the page after leaving: only the language of this device is known."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        return _spoken(request, _usual(), lambda: view(request))

    return guarded


def _page_behind(secret: str) -> MemberLink | None:
    """A link that asks whether an address is theirs opens no page."""
    link = link_behind(secret, on=timezone.localdate())
    return link if link is not None and link.kind == LinkKind.PAGE else None


def _usual() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def _spoken(request: HttpRequest, usual: str, answer: Callable[[], HttpResponse]) -> HttpResponse:
    language = DOOR.speak(request, usual)
    return DOOR.keep_language(request, answer(), language)
