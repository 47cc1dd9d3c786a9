"""Pages behind a personal link: the secret in the link goes into a cookie of that device and nowhere else.

A GET of the link shows a door and uses nothing (mail scanners follow links); a POST opens it. From then on no address
holds the secret, so no log, history or referrer does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from uitzicht.privacy import knocking

Behind = TypeVar("Behind")


@dataclass(frozen=True, slots=True)
class Door:
    """One kind of door. ``language``: the cookie that keeps the language chosen on a device; ``path``: below which."""

    language: str
    path: str

    def find(self, request: HttpRequest, behind: Callable[[], Behind | None]) -> Behind | None:
        """What a secret opens. One that opens nothing counts as a wrong try, and after too many nothing opens."""
        if too_many_misses(request):
            return None
        found = behind()
        if found is None:
            knocking.count_miss(_visitor(request))
        return found

    def speak(self, request: HttpRequest, usual: str) -> str:
        """The language of this answer: the one asked for now, the one chosen before on this device, or the ``usual``
        one."""
        wishes = (request.GET.get("language", ""), request.COOKIES.get(self.language, ""))
        language = next((wish for wish in wishes if wish in dict(settings.LANGUAGES)), usual)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        return language

    def keep_language(self, request: HttpRequest, response: HttpResponse, language: str) -> HttpResponse:
        """On this device, where it was asked for just now."""
        response["Content-Language"] = language
        if request.GET.get("language") == language:
            open_door(response, name=self.language, secret=language, path=self.path)
        return response


def too_many_misses(request: HttpRequest) -> bool:
    """Whether wrong secrets came from this place so often that it has to wait."""
    return knocking.too_many_misses(_visitor(request))


def open_door(response: HttpResponse, *, name: str, secret: str, path: str, seconds: int | None = None) -> None:
    """Let this device in below ``path``; ``seconds``: for how long, None until the browser closes."""
    response.set_cookie(
        name, secret, max_age=seconds, path=path, secure=settings.UITZICHT.secure, httponly=True, samesite="Lax"
    )


def secret_of(request: HttpRequest, *, name: str) -> str:
    """The secret that this device holds, or ""."""
    return request.COOKIES.get(name, "")


def close_door(response: HttpResponse, *, name: str, path: str) -> None:
    response.delete_cookie(name, path=path, samesite="Lax")


def _visitor(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
