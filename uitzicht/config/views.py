"""Pages that belong to no room: the start page and the language switch."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language as django_set_language

from uitzicht.config.today import page as todays
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import ACCOUNT_ROLES
from uitzicht.ui.access import allow, public


@public
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and, for who has an account, with the account."""
    response = django_set_language(request)
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        request.user.language = language
        request.user.save(update_fields=["language"])
    return response


@require_safe
@allow(*ACCOUNT_ROLES)
def today(request: AccountRequest) -> HttpResponse:
    """The start page."""
    now = timezone.now()
    tasks = todays.tasks(request.user, now)
    context = {
        "today": timezone.localdate(now),
        "tasks": tasks[: todays.MOST],
        "more": max(0, len(tasks) - todays.MOST),
        "lede": todays.lede(len(tasks), sum(task.pressing for task in tasks)),
        "coming": todays.coming(request.user, now),
    }
    return render(request, "config/today.html", context)
