"""Entering the demo. Every address here is 404 unless this is a demo in earnest: the setting and the mark."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.demo import mails, queries, services
from uitzicht.demo.vocabulary import DOORS
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import public


def in_a_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not queries.is_open():
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@public
@require_safe
@never_cache
@in_a_demo
def demo(request: HttpRequest) -> HttpResponse:
    """Every role with its door."""
    return render(request, "demo/demo.html", {"doors": DOORS})


@public
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@in_a_demo
def demo_enter(request: HttpRequest, role: str) -> HttpResponse:
    """One role; its door opens by POST, so that no link and no page read ahead signs anybody in."""
    door = next((door for door in DOORS if door.key == role), None)
    if door is None:
        raise Http404
    if request.method != "POST":
        return render(request, "demo/enter.html", {"door": door})
    if door.role is Role.LEAVER:
        path = services.link_of(door.key, at=timezone.now())
        return redirect(path) if path else render(request, "demo/enter.html", {"door": door, "nobody": True})
    user = queries.account_for(role)
    if user is None:
        raise Http404
    services.enter(request, user, at=timezone.now())
    return redirect("today")


@public
@require_safe
@never_cache
@in_a_demo
def demo_mail(request: HttpRequest) -> HttpResponse:
    """What the product wrote to people."""
    return render(request, "demo/mail.html", {"mails": mails.mails_in(settings.UITZICHT.mail_folder)})
