"""The steps of a version: begun, published, retired, deleted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.people.request import AccountRequest
from uitzicht.questionnaires import queries, services
from uitzicht.questionnaires.comparison import differences
from uitzicht.questionnaires.content import latest
from uitzicht.questionnaires.forms import StartForm
from uitzicht.questionnaires.outline import missing_from
from uitzicht.questionnaires.views.page import language_of, page_of, place_of, questions_of
from uitzicht.questionnaires.vocabulary import Status
from uitzicht.ui.access import allow

SHIPS = "ships"


@require_POST
@allow("hr_lead")
def questionnaire_start(request: AccountRequest) -> HttpResponse:
    """A new draft, from a version here or from the one that ships."""
    form = StartForm(request.POST)
    source = form.cleaned_data["source"] if form.is_valid() else ""
    number = int(source) if source.isdecimal() else 0
    found = latest() if source == SHIPS else queries.versions().filter(number=number).first()
    if found is None:
        return redirect("questionnaires")
    draft = services.start_draft(found, by=request.user.signature, at=timezone.now())
    return redirect("questionnaire", draft.number)


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead")
def questionnaire_publish(request: AccountRequest, number: int) -> HttpResponse:
    """What changes against the version in use, then publish."""
    version = get_object_or_404(queries.versions(), number=number)
    if request.method == "POST":
        services.publish_draft(version, by=request.user.signature, at=timezone.now())
        messages.success(request, _("Version {number} is published.").format(number=number))
        return redirect("questionnaire", number)
    if version.status != Status.DRAFT:
        return redirect("questionnaire", number)
    current = queries.current_version()
    changed = differences(queries.content_of(current), queries.content_of(version)) if current else []
    language = language_of(request)
    said = (questions_of(current, language) if current else {}) | questions_of(version, language)
    context = page_of(version, language) | {
        "current": current,
        "differences": [(one, place_of(one, said)) for one in changed],
        "missing": len(missing_from(version)),
    }
    return render(request, "questionnaires/publish.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead")
def questionnaire_retire(request: AccountRequest, number: int) -> HttpResponse:
    """What retiring means, then retire."""
    version = get_object_or_404(queries.versions(), number=number)
    if request.method == "POST":
        services.retire_version(version, by=request.user.signature, at=timezone.now())
        messages.success(request, _("Version {number} is retired.").format(number=number))
        return redirect("questionnaire", number)
    if version.status != Status.PUBLISHED:
        return redirect("questionnaire", number)
    others = queries.in_use().exclude(pk=version.pk).order_by("-number").first()
    return render(request, "questionnaires/retire.html", page_of(version, language_of(request)) | {"next": others})


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead")
def questionnaire_delete(request: AccountRequest, number: int) -> HttpResponse:
    """What deleting a draft loses, then delete."""
    version = get_object_or_404(queries.versions(), number=number)
    if request.method == "POST":
        services.delete_draft(version, by=request.user.signature, at=timezone.now())
        messages.success(request, _("The draft of version {number} is deleted.").format(number=number))
        return redirect("questionnaires")
    if version.status != Status.DRAFT:
        return redirect("questionnaire", number)
    changes = queries.history_of(version).count()
    return render(request, "questionnaires/delete.html", page_of(version, language_of(request)) | {"changes": changes})
