from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.interviews import queries, services
from uitzicht.interviews.forms import SummaryForm, drafts_of
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import Sheet
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.rules import NOTHING, GivenAnswer, NewerText
from uitzicht.interviews.shell import language_of, shell
from uitzicht.interviews.vocabulary import PartState
from uitzicht.interviews.workspace import TalkStep, is_speech, part_rows, steps_of
from uitzicht.questionnaires.queries import PartText, items_of, parts_of
from uitzicht.questionnaires.vocabulary import Part
from uitzicht.ui.access import allow

CONFLICT = 409
MARKS = {"covered": PartState.COVERED, "skip": PartState.SKIPPED, "again": PartState.TOUCHED}


@require_safe
@allow("interviewer")
def talk(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Take the conversation up where it was left: the first part that is neither covered nor skipped."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.started_at is None:
        return redirect("prepare", interview.departure_id)
    left = [part["key"] for part in interview.version.parts if not _marked(interview, part["key"])]
    return redirect("talk_part", pk, left[0] if left else Part.GOODBYE)


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


@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def finish(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Say what is not covered yet and what finishing means, then finish."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    by, at = request.user.signature, timezone.now()
    if interview.status != InterviewStatus.OPEN or interview.started_at is None:
        return redirect("talk", pk)
    if request.method == "POST":
        services.finish_interview(interview, by=by, at=at)
        return redirect("code", pk)
    sheet = services.open_sheet(interview, by=by, at=at)
    rows = part_rows(interview, sheet)
    context = shell(interview, rows, "", language_of(request, interview)) | {
        "uncovered": [row for row in rows if row.state not in (PartState.COVERED, PartState.SKIPPED)],
        "no_reasons": not sheet.reasons,
        "no_summary": not sheet.summary.strip(),
    }
    return render(request, "interviews/finish.html", context)


def _marked(interview: Interview, part: str) -> bool:
    return interview.parts.get(part, {}).get("state") in (PartState.COVERED, PartState.SKIPPED)


def _page(
    request: InterviewerRequest,
    interview: Interview,
    part: str,
    sheet: Sheet,
    conflicts: Mapping[str, tuple[GivenAnswer, NewerText]] | None = None,
    newer_summary: tuple[str, NewerText] | None = None,
) -> HttpResponse:
    language = language_of(request, interview)
    text, steps = _part(interview, part, language, sheet, conflicts or {})
    chosen = request.POST.get("question") or request.GET.get("question") or ""
    number = min(int(chosen), len(steps)) if chosen.isdecimal() and int(chosen) else 1
    if conflicts:
        number = next(step.number for step in steps if any(asked.newer for asked in step.asked))
    rows = part_rows(interview, sheet)
    context: dict[str, Any] = shell(interview, rows, part, language) | {
        "part": text,
        "steps": steps,
        "number": number,
        "script_first": not is_speech(text.script),
        "readonly": interview.status != InterviewStatus.OPEN,
        "summary": newer_summary[0] if newer_summary else sheet.summary,
        "summary_revision": newer_summary[1].revision if newer_summary else interview.summary_revision,
        "newer_summary": newer_summary[1].current if newer_summary else None,
    }
    return render(request, "interviews/part.html", context, status=CONFLICT if conflicts or newer_summary else 200)


def _part(
    interview: Interview, part: str, language: str, sheet: Sheet, conflicts: Mapping[str, tuple[GivenAnswer, NewerText]]
) -> tuple[PartText, list[TalkStep]]:
    text = next((known for known in parts_of(interview.version, language) if known.key == part), None)
    if text is None:
        raise Http404
    return text, steps_of(text, items_of(interview.version, language), sheet, conflicts)


def _save(request: InterviewerRequest, interview: Interview, part: str) -> HttpResponse:
    by, at = request.user.signature, timezone.now()
    sheet = queries.read_sheet(interview)
    drafts = drafts_of(request.POST, part, queries.item_shapes(interview.version))
    changed = {key: draft for key, draft in drafts.items() if draft[0] != sheet.answers.get(key, NOTHING)}
    newer = services.save_answers(interview, changed, by=by, at=at)
    conflicts = {key: (changed[key][0], text) for key, text in newer.items()}
    newer_summary = _save_summary(request, interview, sheet)
    if conflicts or newer_summary:
        return _page(request, interview, part, services.open_sheet(interview, by=by, at=at), conflicts, newer_summary)
    go = request.POST.get("go", "")
    if go in MARKS:
        services.record_part(interview, part, state=MARKS[go], seconds=0, by=by, at=at)
    return redirect(_where(request, interview, part, go, sheet))


def _save_summary(request: InterviewerRequest, interview: Interview, sheet: Sheet) -> tuple[str, NewerText] | None:
    form = SummaryForm({"text": request.POST.get("summary", ""), "revision": request.POST.get("summary_revision", "")})
    if not form.is_valid() or form.cleaned_data["text"] == sheet.summary:
        return None
    text, revision = form.cleaned_data["text"], form.cleaned_data["revision"]
    try:
        services.save_summary(interview, text, revision=revision, by=request.user.signature, at=timezone.now())
    except NewerText as newer:
        return text, newer
    return None


def _where(request: InterviewerRequest, interview: Interview, part: str, go: str, sheet: Sheet) -> str:
    """The address after saving: the step or part before or after this one, or the same."""
    language = language_of(request, interview)
    _text, steps = _part(interview, part, language, sheet, {})
    question = request.POST.get("question", "1")
    number = int(question) if question.isdecimal() else 1
    parts = [known["key"] for known in interview.version.parts]
    place = parts.index(part)
    suffix = f"language={language}" if language != interview.language else ""
    if go in ("covered", "skip") or (go == "next" and number >= len(steps)):
        if place + 1 == len(parts):
            return reverse("finish", args=[interview.pk])
        return _address(interview, parts[place + 1], suffix)
    if go == "previous" and number <= 1:
        return _address(interview, parts[max(place - 1, 0)], suffix)
    number += {"next": 1, "previous": -1}.get(go, 0)
    if 0 < number <= len(steps) and steps[number - 1].kind == "reasons":
        return reverse("reasons", args=[interview.pk]) + (f"?{suffix}" if suffix else "")
    return _address(interview, part, "&".join(filter(None, [f"question={number}", suffix])))


def _address(interview: Interview, part: str, query: str) -> str:
    return reverse("talk_part", args=[interview.pk, part]) + (f"?{query}" if query else "")
