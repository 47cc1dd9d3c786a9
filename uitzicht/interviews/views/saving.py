"""What the talk page saves while somebody types: small posts, each answered in JSON."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from uitzicht.interviews import queries, services
from uitzicht.interviews.forms import AnswerForm, PartForm, ReasonsForm, SummaryForm, answer_of, ranking_of
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.rules import NewerText
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.ui.access import allow

CONFLICT = 409
BAD_REQUEST = 400


@require_POST
@allow("interviewer")
def save_answer(request: InterviewerRequest, pk: UUID) -> JsonResponse:
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _malformed(form)
    sent = form.cleaned_data
    shape = queries.item_shapes(interview.version).get(sent["item"])
    given = answer_of(shape, sent["notes"], sent["given"], sent["marks"])
    return _saved(
        lambda: services.save_answer(
            interview, sent["item"], **given, revision=sent["revision"], by=request.user.signature, at=timezone.now()
        )
    )


@require_POST
@allow("interviewer")
def save_reasons(request: InterviewerRequest, pk: UUID) -> JsonResponse:
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    form = ReasonsForm(request.POST)
    if not form.is_valid():
        return _malformed(form)
    ranking, revision = ranking_of(request.POST, load_codebook()), form.cleaned_data["revision"]
    by, at = request.user.signature, timezone.now()
    return _saved(lambda: services.save_reasons(interview, ranking, revision=revision, by=by, at=at))


@require_POST
@allow("interviewer")
def save_summary(request: InterviewerRequest, pk: UUID) -> JsonResponse:
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    form = SummaryForm(request.POST)
    if not form.is_valid():
        return _malformed(form)
    sent = form.cleaned_data
    by, at = request.user.signature, timezone.now()
    return _saved(lambda: services.save_summary(interview, sent["text"], revision=sent["revision"], by=by, at=at))


@require_POST
@allow("interviewer")
def record_part(request: InterviewerRequest, pk: UUID) -> JsonResponse:
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    form = PartForm(request.POST)
    if not form.is_valid():
        return _malformed(form)
    sent = form.cleaned_data
    by, at = request.user.signature, timezone.now()
    services.record_part(interview, sent["part"], state=sent["state"], seconds=sent["seconds"], by=by, at=at)
    return JsonResponse({"seconds": interview.parts.get(sent["part"], {}).get("seconds", 0)})


def _saved(save: Callable[[], int]) -> JsonResponse:
    """{"revision": int}; 409 with {"code", "revision", "current"} when a newer text was saved before."""
    try:
        return JsonResponse({"revision": save()})
    except NewerText as newer:
        answer = {"code": newer.code, "message": str(newer), "revision": newer.revision, "current": newer.current}
        return JsonResponse(answer, status=CONFLICT)


def _malformed(form: forms.Form) -> JsonResponse:
    """400 with the fields that cannot be read; a page of the product never sends such."""
    return JsonResponse({"code": "interview.malformed", "fields": sorted(form.errors)}, status=BAD_REQUEST)
