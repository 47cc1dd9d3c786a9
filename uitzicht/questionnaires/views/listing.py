"""Every version, one version, and what it lacks in which language."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Language
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.content import MINUTES, latest
from uitzicht.questionnaires.history_words import events_of, place_in_words
from uitzicht.questionnaires.outline import by_language, missing_from, outline_of
from uitzicht.questionnaires.views.page import language_of, page_of, place_of, questions_of
from uitzicht.questionnaires.vocabulary import Status
from uitzicht.ui.access import allow

EDITOR = "hr_lead"
EVENTS_SHOWN = 100


@require_safe
@allow("hr_lead", "guardian", "admin", "interviewer")
def questionnaires(request: AccountRequest) -> HttpResponse:
    """Every version, newest first, and the way to the next one."""
    versions, current = list(queries.versions()), queries.current_version()
    context = {
        "versions": versions,
        "current": current,
        "edits": request.user.has_role(EDITOR),
        "draft": next((one for one in versions if one.status == Status.DRAFT), None),
        "ships": latest().number,
    }
    return render(request, "questionnaires/list.html", context)


@require_safe
@allow("hr_lead", "guardian", "admin", "interviewer")
def questionnaire(request: AccountRequest, number: int) -> HttpResponse:
    """One version: its parts and questions in one language, and its history; a draft with the ways to change it."""
    version = get_object_or_404(queries.versions(), number=number)
    drafted = version.status == Status.DRAFT
    missing = missing_from(version) if drafted else []
    language = language_of(request)
    events = events_of(version)
    context = page_of(version, language) | {
        "parts": outline_of(version, language, missing),
        "edits": drafted and request.user.has_role(EDITOR),
        "may_retire": version.status == Status.PUBLISHED and request.user.has_role(EDITOR),
        "is_current": version == queries.current_version(),
        "missing": len(missing),
        "minutes": sum(part["minutes"] for part in version.parts),
        "hour": MINUTES,
        "events": events[:EVENTS_SHOWN],
        "more_events": max(len(events) - EVENTS_SHOWN, 0),
        "last": queries.history_of(version).first() if drafted else None,
    }
    if context["last"]:
        context["last_place"] = place_in_words(context["last"].place)
    return render(request, "questionnaires/version.html", context)


@require_safe
@allow("hr_lead", "guardian", "admin", "interviewer")
def questionnaire_missing(request: AccountRequest, number: int) -> HttpResponse:
    """What a draft lacks, for each language."""
    version = get_object_or_404(queries.versions(), number=number)
    missing = missing_from(version) if version.status == Status.DRAFT else []
    said = questions_of(version, language_of(request))
    context = page_of(version, language_of(request)) | {
        "groups": [
            (code, _name(code), [(one, place_of(one, said)) for one in lacking])
            for code, lacking in by_language(missing)
        ],
        "missing": len(missing),
        "edits": version.status == Status.DRAFT and request.user.has_role(EDITOR),
    }
    return render(request, "questionnaires/missing.html", context)


def _name(code: str) -> object:
    return Language(code).label if code else _("All languages")
