from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from uitzicht.interviews import queries, services
from uitzicht.interviews.forms import ReasonsForm, ranking_of
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import Sheet, asked_of
from uitzicht.interviews.ranking import named, places, reason_groups
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.rules import NewerText, Reason
from uitzicht.interviews.shell import language_of, shell
from uitzicht.interviews.vocabulary import Force
from uitzicht.interviews.ways import MARKS, reasons_address, way
from uitzicht.interviews.workspace import TalkStep, part_rows, steps_of
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.queries import parts_of
from uitzicht.questionnaires.vocabulary import Part
from uitzicht.ui.access import allow

CONFLICT = 409


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def reasons(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """From the leaver's words to at most three reasons in the words of the codebook, in the leaver's order."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.started_at is None:
        return redirect("prepare", interview.departure_id)
    if request.method == "POST":
        return _save(request, interview)
    sheet = services.open_sheet(interview, by=request.user.signature, at=timezone.now())
    return _page(request, interview, sheet, sheet.reasons, interview.reasons_revision)


def _save(request: InterviewerRequest, interview: Interview) -> HttpResponse:
    by, at = request.user.signature, timezone.now()
    form = ReasonsForm(request.POST)
    ranking = ranking_of(request.POST, load_codebook())
    sheet = queries.read_sheet(interview)
    if form.is_valid() and ranking != sheet.reasons:
        try:
            services.save_reasons(interview, ranking, revision=form.cleaned_data["revision"], by=by, at=at)
        except NewerText as newer:
            sheet = services.open_sheet(interview, by=by, at=at)
            return _page(request, interview, sheet, ranking, newer.revision, newer=newer.current)
    go, language = request.POST.get("go", ""), language_of(request, interview)
    if go in MARKS:
        services.record_part(interview, Part.LEAVING, state=MARKS[go], seconds=0, by=by, at=at)
    if go not in ("previous", "next", "covered", "skip"):
        return redirect(reasons_address(interview, language))
    steps = _leaving(interview, language, sheet)
    return redirect(way(interview, Part.LEAVING, steps, _number(steps), go, language))


def _page(
    request: InterviewerRequest,
    interview: Interview,
    sheet: Sheet,
    ranking: list[Reason],
    revision: int,
    newer: list[Reason] | None = None,
) -> HttpResponse:
    language = language_of(request, interview)
    codebook, interface = load_codebook(), get_language() or "nl"
    steps = _leaving(interview, language, sheet)
    context: dict[str, Any] = shell(interview, part_rows(interview, sheet), Part.LEAVING, language) | {
        "part": next(part for part in parts_of(interview.version, language) if part.key == Part.LEAVING),
        "steps": steps,
        "number": _number(steps),
        "groups": reason_groups(codebook, interface),
        "forces": Force.choices,
        "places": places(ranking),
        "revision": revision,
        "spoken": [codebook.reason_label(reason["reason"], language) for reason in ranking],
        "newer": None if newer is None else named(newer, codebook, interface),
    }
    return render(request, "interviews/reasons.html", context, status=CONFLICT if newer is not None else 200)


def _leaving(interview: Interview, language: str, sheet: Sheet) -> list[TalkStep]:
    part = next(part for part in parts_of(interview.version, language) if part.key == Part.LEAVING)
    return steps_of(part, asked_of(interview, language), sheet)


def _number(steps: list[TalkStep]) -> int:
    return next((step.number for step in steps if step.kind == "reasons"), 0)
