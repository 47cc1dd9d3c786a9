"""The questions on paper, for a leaver whom no mail reaches."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import visible_to
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.vocabulary import Kind
from uitzicht.interviews.queries import audience_behind
from uitzicht.people.vocabulary import Role
from uitzicht.planning.rules import ensure_may_be_invited
from uitzicht.portal.queries import promise_to
from uitzicht.questionnaires.paper import leaver_sheet_pdf
from uitzicht.questionnaires.queries import current_version
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@require_safe
def paper(request: StaffRequest, pk: UUID) -> HttpResponse:
    """In the leaver's language, with the promise in force."""
    departure = get_object_or_404(visible_to(request.user), pk=pk)
    ensure_may_be_invited(departure.kind == Kind.DEATH)
    headers = {"Content-Disposition": 'inline; filename="questions.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(_sheet(departure), content_type="application/pdf", headers=headers)


def _sheet(departure: Departure) -> bytes:
    version = current_version()
    if version is None:
        message = _("There is no questionnaire yet. Publish a version first; then it can be printed.")
        raise Refusal("portal.no_questionnaire", message)
    language = departure.person.language
    with translation.override(language):
        promised = [(clause.title, clause.text) for clause in promise_to(departure)]
    return leaver_sheet_pdf(version, language, audience_behind(departure), promise=promised)
