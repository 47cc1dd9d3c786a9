"""In by a personal link or a short code, out again, and what is promised inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.portal import door, queries, services, tablet
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.forms import CodeForm
from uitzicht.privacy.door import close_door, open_door, secret_of
from uitzicht.ui.access import public

AN_HOUR = 60 * 60


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def my_door(request: HttpRequest, token: str) -> HttpResponse:
    """A GET uses nothing, because mail scanners follow links; a POST opens. The address shows here and never again, so no
    request that leaves this page may name it as its referrer."""
    link = door.find(request, token)
    response = door.closed(request) if link is None else _at_the_door(request, link, token)
    response["Referrer-Policy"] = "strict-origin"
    return response


def _at_the_door(request: HttpRequest, link: PersonalLink, token: str) -> HttpResponse:
    language = door.speak(request, link.departure.person.language)
    opens = request.method == "POST"
    response = _open(request, link, token) if opens else render(request, "portal/door.html")
    return door.keep_language(request, response, language)


def _open(request: HttpRequest, link: PersonalLink, token: str, *, seconds: int | None = None) -> HttpResponse:
    before = secret_of(request, name=door.NAME)
    services.open_pages(link, token, before=before, by=LEAVER, at=timezone.now())
    response = redirect("my_pages")
    open_door(response, name=door.NAME, secret=token, path=door.PATH, seconds=seconds)
    return response


@public
@require_POST
@never_cache
def my_enter(request: HttpRequest) -> HttpResponse:
    """A short code lets a shared device in for an hour. A wrong one counts like a wrong link."""
    form = CodeForm(request.POST)
    if door.too_many_misses(request) or not form.is_valid():
        return door.closed(request, code_failed=True)
    secret = tablet.use_code(form.cleaned_data["code"], at=timezone.now())
    link = door.find(request, secret)
    if link is None:
        return door.closed(request, code_failed=True)
    return _open(request, link, secret, seconds=AN_HOUR)


@public
@require_POST
@with_link
def my_leave(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """This device forgets the way in; what was written stays."""
    response = render(request, "portal/leave.html")
    close_door(response, name=door.NAME, path=door.PATH)
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_code(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """Continue on another device."""
    code = ""
    if request.method == "POST":
        code = tablet.make_code(link.departure, secret, by=LEAVER, at=timezone.now())
    return render(request, "portal/code.html", {"code": code, "minutes": tablet.VALID.seconds // 60})


@public
@require_safe
@with_link
def my_promise(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    return render(request, "portal/promise.html", {"clauses": queries.promise_to(link.departure)})
