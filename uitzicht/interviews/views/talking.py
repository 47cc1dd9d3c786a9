from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.interviews import queries, services
from uitzicht.interviews.forms import SummaryForm, drafts_of
from uitzicht.interviews.marking import mark_choices, summary_draft
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import Sheet, asked_of
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.rules import NOTHING, GivenAnswer, NewerText
from uitzicht.interviews.shell import language_of, shell
from uitzicht.interviews.vocabulary import PartState
from uitzicht.interviews.ways import MARKS, way
from uitzicht.interviews.workspace import TalkStep, is_speech, part_rows, steps_of
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.queries import PartText, parts_of
from uitzicht.questionnaires.vocabulary import Part
from uitzicht.ui.access import allow

CONFLICT = 409
Drafts = dict[str, tuple[GivenAnswer, int]]
Conflicts = Mapping[str, tuple[GivenAnswer, NewerText]]


@require_safe
@allow("interviewer")
def talk(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Take the conversation up where it was left: the first part that is neither covered nor skipped."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.started_at is None:
        return redirect("prepare", interview.departure_id)
    left = [part["key"] for part in interview.version.parts if not _marked(interview, part["key"])]
    return redirect("talk_part", pk, left[0] if left else Part.GOODBYE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def talk_part(request: InterviewerRequest, pk: UUID, part: str) -> HttpResponse:
    """One part of the conversation: its questions one by one, saved as they are answered."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.started_at is None:
        return redirect("prepare", interview.departure_id)
    if request.method == "POST":
        return _save(request, interview, part)
    sheet = services.open_sheet(interview, by=request.user.signature, at=timezone.now())
    return _page(request, interview, part, sheet)


def _marked(interview: Interview, part: str) -> bool:
    return interview.parts.get(part, {}).get("state") in (PartState.COVERED, PartState.SKIPPED)


def _page(
    request: InterviewerRequest,
    interview: Interview,
    part: str,
    sheet: Sheet,
    conflicts: Conflicts = MappingProxyType({}),
    newer_summary: tuple[str, NewerText] | None = None,
) -> HttpResponse:
    language, codebook = language_of(request, interview), load_codebook()
    text, steps = _part(interview, part, language, sheet, conflicts)
    number = min(_number(request) or 1, len(steps))
    if conflicts:
        number = next(step.number for step in steps if any(asked.newer for asked in step.asked))
    context: dict[str, Any] = shell(interview, part_rows(interview, sheet), part, language) | {
        "part": text,
        "steps": steps,
        "number": number,
        "script_first": not is_speech(text.script),
        "themes": mark_choices(part, codebook, get_language() or "nl"),
        "summary": newer_summary[0] if newer_summary else sheet.summary,
        "summary_revision": newer_summary[1].revision if newer_summary else interview.summary_revision,
        "newer_summary": newer_summary[1].current if newer_summary else None,
        "can_draft": not sheet.summary.strip() and summary_draft(sheet, codebook, interview.language),
    }
    return render(request, "interviews/part.html", context, status=CONFLICT if conflicts or newer_summary else 200)


def _part(
    interview: Interview, part: str, language: str, sheet: Sheet, conflicts: Conflicts = MappingProxyType({})
) -> tuple[PartText, list[TalkStep]]:
    text = next((known for known in parts_of(interview.version, language) if known.key == part), None)
    if text is None:
        raise Http404
    prepared = queries.read_preparation(interview)
    return text, steps_of(text, asked_of(interview, language), sheet, conflicts, prepared)


def _number(request: InterviewerRequest) -> int:
    """The number of the step on the table; 0 when the address names none."""
    chosen = request.POST.get("question") or request.GET.get("question") or ""
    return int(chosen) if chosen.isdecimal() else 0


def _save(request: InterviewerRequest, interview: Interview, part: str) -> HttpResponse:
    by, at, go = request.user.signature, timezone.now(), request.POST.get("go", "")
    sheet, language = queries.read_sheet(interview), language_of(request, interview)
    _text, steps = _part(interview, part, language, sheet)
    drafts = drafts_of(request.POST, part, queries.item_shapes(interview.version))
    if go == "take_back":
        drafts = _taken_back(drafts, steps, _number(request))
    changed = {key: draft for key, draft in drafts.items() if draft[0] != sheet.answers.get(key, NOTHING)}
    newer = services.save_answers(interview, changed, by=by, at=at)
    conflicts = {key: (changed[key][0], text) for key, text in newer.items()}
    newer_summary = _save_summary(request, interview, sheet)
    if conflicts or newer_summary:
        return _page(request, interview, part, services.open_sheet(interview, by=by, at=at), conflicts, newer_summary)
    if go in MARKS:
        services.record_part(interview, part, state=MARKS[go], seconds=0, by=by, at=at)
    return redirect(way(interview, part, steps, _number(request) or 1, go, language))


def _taken_back(drafts: Drafts, steps: list[TalkStep], number: int) -> Drafts:
    """Nothing of this step is kept: the leaver does not wish it."""
    here = {asked.question.key for step in steps if step.number == number for asked in step.asked}
    return {key: (NOTHING, draft[1]) if key in here else draft for key, draft in drafts.items()}


def _save_summary(request: InterviewerRequest, interview: Interview, sheet: Sheet) -> tuple[str, NewerText] | None:
    form = SummaryForm({"text": request.POST.get("summary", ""), "revision": request.POST.get("summary_revision", "")})
    if not form.is_valid():
        return None
    text, revision = form.cleaned_data["text"], form.cleaned_data["revision"]
    if request.POST.get("go") == "draft" and not text.strip():
        text = summary_draft(sheet, load_codebook(), interview.language)
    if text == sheet.summary:
        return None
    try:
        services.save_summary(interview, text, revision=revision, by=request.user.signature, at=timezone.now())
    except NewerText as newer:
        return text, newer
    return None
