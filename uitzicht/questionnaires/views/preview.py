"""A version as the interviewer or the leaver meets it, on the screen and on paper."""

from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from uitzicht.people.request import AccountRequest
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.paper import guide_pdf
from uitzicht.questionnaires.views.page import language_of, page_of
from uitzicht.questionnaires.vocabulary import Audience
from uitzicht.questionnaires.wording import LANGUAGES
from uitzicht.ui.access import allow

PRINTERS = ("hr_lead", "guardian", "interviewer")
READERS = ("interviewer", "leaver")


@require_safe
@allow("hr_lead", "guardian", "admin", "interviewer")
def questionnaire_preview(request: AccountRequest, number: int) -> HttpResponse:
    """Every part as one of both reads it, in one language, for one audience."""
    version = get_object_or_404(queries.versions(), number=number)
    language, audience = language_of(request), _audience(request)
    reader = request.GET.get("as", "")
    asked = {
        part: list(those)
        for part, those in groupby(queries.items_of(version, language, audience), key=lambda item: item.part)
    }
    context = page_of(version, language) | {
        "reader": reader if reader in READERS else READERS[0],
        "audience": audience,
        "may_print": request.user.has_role(*PRINTERS),
        "audiences": Audience.choices,
        "parts": [(part, asked.get(part.key, [])) for part in queries.parts_of(version, language)],
    }
    return render(request, "questionnaires/preview.html", context)


@require_safe
@allow(*PRINTERS)
def questionnaire_guide(request: AccountRequest, number: int, language: str) -> HttpResponse:
    """The guide of the conversation on paper."""
    version = get_object_or_404(queries.versions(), number=number)
    if language not in LANGUAGES:
        raise Http404
    name = "-".join(filter(None, [f"guide-v{number}-{language}", _audience(request)]))
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    pdf = guide_pdf(version, language, _audience(request))
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _audience(request: AccountRequest) -> str:
    chosen = request.GET.get("audience", "")
    return chosen if chosen in Audience.values else Audience.EVERYBODY
