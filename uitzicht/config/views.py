"""Pages that belong to no room: the start page and the language switch."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language as django_set_language

from uitzicht.actions.telling.letters import letter
from uitzicht.alumni import services as alumni
from uitzicht.alumni.vocabulary import Interest
from uitzicht.config.today import page as todays
from uitzicht.core.refusal import Refusal
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import ACCOUNT_ROLES, Role
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


@require_POST
@allow(Role.HR_LEAD)
def tell_alumni(request: AccountRequest) -> HttpResponse:
    """ "You said, we did" as a newsletter to former colleagues who asked to hear it: written here, read once more and sent
    there. Here, because actions may not know who stays in touch, and they may know nothing of releases."""
    letters = [found for language, _name in settings.LANGUAGES if (found := letter(language)).count]
    texts = {found.language: {"subject": found.subject, "text": found.body} for found in letters}
    try:
        newsletter = alumni.write_newsletter(
            None, interest=Interest.TELLING, texts=texts, by=request.user.signature, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("tellings")
    messages.success(request, _("Nothing is sent yet. Read it once more, then send it."))
    return redirect("alumni_newsletter", newsletter.pk)
