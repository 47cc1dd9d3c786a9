"""Pages behind a personal link: the secret in the link goes into a cookie of that device and nowhere else.

A GET of the link shows a door and uses nothing (mail scanners follow links); a POST opens it. From then on no address
holds the secret, so no log, history or referrer does.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse


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
