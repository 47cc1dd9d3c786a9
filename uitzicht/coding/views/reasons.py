from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.coding import services
from uitzicht.coding.codebook import Codebook, load_codebook
from uitzicht.coding.forms import RevisionForm, ranking_of
from uitzicht.interviews import queries
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.rules import NewerText, Reason
from uitzicht.interviews.shell import language_of, shell
from uitzicht.interviews.views.saving import malformed, saved
from uitzicht.interviews.vocabulary import MAX_REASONS, Force
from uitzicht.interviews.workspace import TalkStep, part_rows, steps_of
from uitzicht.questionnaires.queries import items_of, parts_of
from uitzicht.questionnaires.vocabulary import Part
from uitzicht.ui.access import allow

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def reasons(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """From the leaver's words to at most three reasons in the words of the codebook, in the leaver's order."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.started_at is None:
        return redirect("prepare", interview.departure_id)
    if request.method == "POST":
        return _save(request, interview)
    sheet = interviews.open_sheet(interview, by=request.user.signature, at=timezone.now())
    return _page(request, interview, sheet, sheet.reasons, interview.reasons_revision)


@require_POST
@allow("interviewer")
def save_reasons(request: InterviewerRequest, pk: UUID) -> JsonResponse:
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    form = RevisionForm(request.POST)
    if not form.is_valid():
        return malformed(form)
    ranking, revision = ranking_of(request.POST, load_codebook()), form.cleaned_data["revision"]
    by, at = request.user.signature, timezone.now()
    return saved(lambda: services.save_reasons(interview, ranking, revision=revision, by=by, at=at))


def _save(request: InterviewerRequest, interview: Interview) -> HttpResponse:
    by, at = request.user.signature, timezone.now()
    form = RevisionForm(request.POST)
    ranking = ranking_of(request.POST, load_codebook())
    sheet = queries.read_sheet(interview)
    if form.is_valid() and ranking != sheet.reasons:
        try:
            services.save_reasons(interview, ranking, revision=form.cleaned_data["revision"], by=by, at=at)
        except NewerText as newer:
            sheet = interviews.open_sheet(interview, by=by, at=at)
            return _page(request, interview, sheet, ranking, newer.revision, newer=newer.current)
    language = language_of(request, interview)
    before, after = _around(interview, language, sheet)
    target = {"previous": before, "next": after}.get(
        request.POST.get("go", ""), reverse("reasons", args=[interview.pk])
    )
    return redirect(target)


def _page(
    request: InterviewerRequest,
    interview: Interview,
    sheet: Sheet,
    ranking: list[Reason],
    revision: int,
    newer: list[Reason] | None = None,
) -> HttpResponse:
    language = language_of(request, interview)
    codebook = load_codebook()
    steps = _leaving(interview, language, sheet)
    before, after = _around(interview, language, sheet)
    context: dict[str, Any] = shell(interview, part_rows(interview, sheet), Part.LEAVING, language) | {
        "part": next(part for part in parts_of(interview.version, language) if part.key == Part.LEAVING),
        "steps": steps,
        "number": next((step.number for step in steps if step.kind == "reasons"), 0),
        "groups": _catalogue(codebook, get_language() or "nl"),
        "forces": Force.choices,
        "places": _places(ranking),
        "revision": revision,
        "spoken": [codebook.reason_label(reason["reason"], language) for reason in ranking],
        "newer": None if newer is None else _named(newer, codebook, get_language() or "nl"),
        "before": before,
        "after": after,
        "readonly": interview.status != InterviewStatus.OPEN,
    }
    return render(request, "coding/reasons.html", context, status=CONFLICT if newer is not None else 200)


def _leaving(interview: Interview, language: str, sheet: Sheet) -> list[TalkStep]:
    part = next(part for part in parts_of(interview.version, language) if part.key == Part.LEAVING)
    return steps_of(part, items_of(interview.version, language), sheet, {})


def _around(interview: Interview, language: str, sheet: Sheet) -> tuple[str, str]:
    """The addresses of the questions before and after the reasons."""
    numbers = [step.number for step in _leaving(interview, language, sheet) if step.kind == "reasons"]
    here = numbers[0] if numbers else 1
    page = reverse("talk_part", args=[interview.pk, Part.LEAVING.value])
    suffix = f"&language={language}" if language != interview.language else ""
    return f"{page}?question={here - 1}{suffix}", f"{page}?question={here + 1}{suffix}"


def _places(ranking: list[Reason]) -> list[tuple[int, str, str]]:
    """(place, reason, force) for every place, empty ones included."""
    padded = [*((one["reason"], one["force"]) for one in ranking), *[("", "")] * MAX_REASONS][:MAX_REASONS]
    return [(place, reason, force) for place, (reason, force) in enumerate(padded, start=1)]


def _catalogue(codebook: Codebook, language: str) -> list[dict[str, Any]]:
    return [
        {
            "label": group.labels[language],
            "hint": group.hints[language],
            "reasons": [(reason.code, reason.labels[language], reason.force) for reason in group.reasons],
        }
        for group in codebook.groups
    ]


def _named(ranking: list[Reason], codebook: Codebook, language: str) -> list[tuple[str, str]]:
    return [(codebook.reason_label(one["reason"], language), str(Force(one["force"]).label)) for one in ranking]
