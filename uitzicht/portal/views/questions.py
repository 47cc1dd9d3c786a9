"""The questionnaire of somebody who answers alone: one question a screen, to stop and go on with at any moment."""

import base64
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.interviews.forms import ranking_of
from uitzicht.interviews.queries import item_shapes
from uitzicht.interviews.ranking import named, places, reason_groups
from uitzicht.interviews.rules import NewerText
from uitzicht.interviews.vocabulary import Force
from uitzicht.portal import answering, passage
from uitzicht.portal.answer_forms import AnswerForm, ReasonsForm
from uitzicht.portal.asked import OwnPart, label_of, own_parts, version_of
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.drafts import begun_elsewhere, device_key, read_draft
from uitzicht.portal.handing_in import erasure_under_way, handed_in_on, read_beforehand
from uitzicht.portal.writing import NO_ANSWER, REASONS, OwnAnswer, Writing
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.queries import Question
from uitzicht.ui.access import public

BAD_REQUEST, CONFLICT = 400, 409
WAYS = {"next": passage.after_question, "skip": passage.after_question, "previous": passage.before_question}


@public
@require_safe
@with_link
def my_questions(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """Every part with its state, and where to go on."""
    writing, handed_in = read_draft(link, secret), handed_in_on(link.departure)
    rows = passage.rows_of(_parts(link, writing), writing)
    context = {
        "rows": rows,
        "next": passage.next_row(rows, writing),
        "begun": bool(writing["revisions"]),
        "elsewhere": begun_elsewhere(link),
        "handed_in": handed_in,
        "shared": read_beforehand(link.departure),
        "erasing": erasure_under_way(link.departure),
        "reads": _("Sealed: for the figures only.") if handed_in else _who_reads(),
    }
    return render(request, "portal/questions.html", context | device(link, secret))


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_part(request: LeaverRequest, link: PersonalLink, secret: str, part: str) -> HttpResponse:
    """One question of a part. A POST keeps the answer and goes on; without script it is the only way to save."""
    writing = read_draft(link, secret)
    own_part = next((one for one in _parts(link, writing) if one.key == part), None)
    if own_part is None:
        raise Http404
    if request.method != "POST":
        if handed_in_on(link.departure):
            return redirect("my_questions")
        return _question_page(request, link, secret, writing, own_part, _number(request, own_part))
    form, question = AnswerForm(request.POST), _asked(own_part, request.POST.get("item", ""))
    if not form.is_valid():
        raise Http404
    given = _given(link, writing, form)
    number = own_part.questions.index(question) + 1
    try:
        answering.save_answer(
            link, secret, question.key, given, revision=form.cleaned_data["revision"], by=LEAVER, at=timezone.now()
        )
    except NewerText as newer:
        return _question_page(request, link, secret, writing, own_part, number, mine=given, newer=newer)
    way = WAYS.get(request.POST.get("go", "next"))
    return redirect(way(own_part, number) if way else "my_questions")


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_reasons(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """Up to three reasons in order, each with its force."""
    writing, newer = read_draft(link, secret), None
    ranking, revision = writing["reasons"], writing["revisions"].get(REASONS, 0)
    if request.method == "POST":
        form = ReasonsForm(request.POST)
        if not form.is_valid():
            raise Http404
        ranking = ranking_of(request.POST, load_codebook())
        try:
            answering.save_reasons(
                link, secret, ranking, revision=form.cleaned_data["revision"], by=LEAVER, at=timezone.now()
            )
            return redirect("my_questions")
        except NewerText as found:
            newer, revision = found.current, found.revision
    elif handed_in_on(link.departure):
        return redirect("my_questions")
    language, codebook = get_language() or "", load_codebook()
    context = {
        "places": places(ranking),
        "revision": revision,
        "groups": reason_groups(codebook, language),
        "forces": Force.choices,
        "newer": None if newer is None else named(newer, codebook, language),
        "reads": _who_reads(),
    }
    return render(request, "portal/reasons.html", context | device(link, secret))


@public
@require_POST
@with_link
def my_save(request: LeaverRequest, link: PersonalLink, secret: str) -> JsonResponse:
    """What the page saves while somebody types: {"revision": int}; 409 with {"revision", "current"} when another device
    saved something newer."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"code": "portal.malformed", "fields": sorted(form.errors)}, status=BAD_REQUEST)
    try:
        return JsonResponse({"revision": _save(request, link, secret, form)})
    except NewerText as newer:
        answer = {"code": newer.code, "message": str(newer), "revision": newer.revision, "current": newer.current}
        return JsonResponse(answer, status=CONFLICT)


def _save(request: HttpRequest, link: PersonalLink, secret: str, form: AnswerForm) -> int:
    sent, at = form.cleaned_data, timezone.now()
    if sent["item"] == REASONS:
        ranking = ranking_of(request.POST, load_codebook())
        return answering.save_reasons(link, secret, ranking, revision=sent["revision"], by=LEAVER, at=at)
    given = _given(link, read_draft(link, secret), form)
    return answering.save_answer(link, secret, sent["item"], given, revision=sent["revision"], by=LEAVER, at=at)


def _parts(link: PersonalLink, writing: Writing) -> list[OwnPart]:
    return own_parts(version_of(writing), get_language() or "", link.departure, writing)


def _given(link: PersonalLink, writing: Writing, form: AnswerForm) -> OwnAnswer:
    version, sent = version_of(writing), form.cleaned_data
    shape = item_shapes(version).get(sent["item"]) if version else None
    return answering.answer_of(shape, sent["notes"], sent["given"])


def _asked(part: OwnPart, item: str) -> Question:
    question = next((one for one in part.questions if one.key == item), None)
    if question is None:
        raise Http404
    return question


def _number(request: HttpRequest, part: OwnPart) -> int:
    asked = request.GET.get("question", "")
    return min(max(int(asked), 1), len(part.questions)) if asked.isdecimal() and len(asked) < 4 else 1


def _question_page(
    request: LeaverRequest,
    link: PersonalLink,
    secret: str,
    writing: Writing,
    part: OwnPart,
    number: int,
    *,
    mine: OwnAnswer | None = None,
    newer: NewerText | None = None,
) -> HttpResponse:
    question = part.questions[number - 1]
    given = mine or writing["answers"].get(question.key, NO_ANSWER)
    context = {
        "part": part,
        "number": number,
        "question": question,
        "given": given,
        "chosen": _chosen(given),
        "passed": question.key in writing["answers"],
        "revision": newer.revision if newer else writing["revisions"].get(question.key, 0),
        "newer": newer and {"notes": newer.current["notes"], "label": label_of(question, newer.current)},
        "reads": _who_reads(),
    }
    status = CONFLICT if newer else None
    return render(request, "portal/question.html", context | device(link, secret), status=status)


def _chosen(given: OwnAnswer) -> str:
    return str(given["score"]) if given["score"] is not None else given["choice"] or ""


def device(link: PersonalLink, secret: str) -> dict[str, Any]:
    return {"device_key": base64.b64encode(device_key(secret)).decode(), "device_scope": f"my:{link.pk}"}


def _who_reads() -> str:
    return _("Only your link opens this. Nobody reads along.")
