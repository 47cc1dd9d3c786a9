import base64
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, services
from uitzicht.interviews.forms import SummaryForm
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.rules import NewerText
from uitzicht.interviews.summary_forms import SpokenSummaryForm
from uitzicht.interviews.summary_rules import confirm_by
from uitzicht.privacy import vault
from uitzicht.questionnaires.vocabulary import Part
from uitzicht.ui.access import allow

JSON = "application/json"
MALFORMED, CONFLICT, REFUSED = 400, 409, 422
DONE = {
    "save": _("The summary is saved."),
    "send": _("The mail is on its way. The summary now stands on the leaver's own pages."),
    "table": _("Confirmed at the table."),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def summary(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Where the summary stands: mend it, send it, and read what the leaver says beside it."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.started_at is None:
        return redirect("prepare", interview.departure_id)
    if interview.status == InterviewStatus.OPEN:
        return redirect("talk", pk)
    if request.method == "POST" and request.headers.get("Accept") == JSON:
        return _keep(request, interview)
    if request.method == "POST":
        return _act(request, interview)
    return _page(request, interview)


@require_POST
@allow("interviewer")
def confirm_at_table(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """Read aloud and agreed. What still stood in the field of the talk page is saved first, so that this very text is
    confirmed."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    by, at = request.user.signature, timezone.now()
    form = SpokenSummaryForm(request.POST)
    if "summary" in request.POST:
        if not form.is_valid():
            return redirect("talk_part", pk, Part.GOODBYE)
        text, revision = form.cleaned_data["summary"], form.cleaned_data["summary_revision"]
        if interview.status == InterviewStatus.OPEN and text != queries.read_summary(interview).text:
            services.save_summary(interview, text, revision=revision, by=by, at=at)
    services.confirm_at_table(interview, by=by, at=at)
    messages.success(request, _("Confirmed at the table."))
    return redirect("finish" if interview.status == InterviewStatus.OPEN else "summary", pk)


def _keep(request: InterviewerRequest, interview: Interview) -> JsonResponse:
    """What the page saves while somebody types: {"revision": int}, or 409 with {"code", "message", "revision",
    "current"} when a newer text was saved before."""
    form = SummaryForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"code": "interview.malformed", "fields": sorted(form.errors)}, status=MALFORMED)
    sent, by, at = form.cleaned_data, request.user.signature, timezone.now()
    try:
        revision = services.mend_summary(interview, sent["text"], revision=sent["revision"], by=by, at=at)
    except NewerText as newer:
        answer = {"code": newer.code, "message": str(newer), "revision": newer.revision, "current": newer.current}
        return JsonResponse(answer, status=CONFLICT)
    return JsonResponse({"revision": revision})


def _act(request: InterviewerRequest, interview: Interview) -> HttpResponse:
    """The text is kept whatever becomes of the sending."""
    by, at, go = request.user.signature, timezone.now(), request.POST.get("go", "save")
    form = SummaryForm(request.POST)
    if form.is_valid() and form.cleaned_data["text"] != queries.read_summary(interview).text:
        text = form.cleaned_data["text"]
        try:
            services.mend_summary(interview, text, revision=form.cleaned_data["revision"], by=by, at=at)
        except NewerText as newer:
            return _page(request, interview, mine=text, newer=newer)
    try:
        if go == "send":
            services.send_summary(interview, by=by, at=at)
        elif go == "table":
            services.confirm_at_table(interview, by=by, at=at)
    except Refusal as refusal:
        return _page(request, interview, refusal=refusal)
    messages.success(request, DONE.get(go, DONE["save"]))
    return redirect("summary", interview.pk)


def _page(
    request: InterviewerRequest,
    interview: Interview,
    *,
    mine: str | None = None,
    newer: NewerText | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    now, on = timezone.now(), timezone.localdate()
    read = services.open_summary(interview, by=request.user.signature, at=now)
    until = confirm_by(interview.summary_sent_at) if interview.summary_sent_at else None
    context = {
        "interview": interview,
        "person": interview.departure.person,
        "text": read.text if mine is None else mine,
        "revision": newer.revision if newer else interview.summary_revision,
        "newer": newer.current if newer else "",
        "newer_shown": newer is not None,
        "correction": read.correction,
        "state": interview.summary_state(on),
        "until": until,
        "still_open": until is not None and on <= until,
        "may_mend": not interview.summary_given and interview.notes_erased_on is None,
        "refusal": refusal,
        "device_key": _device_key(interview),
        "device_scope": f"summary:{interview.pk}",
    }
    return render(
        request, "interviews/summary.html", context, status=CONFLICT if newer else REFUSED if refusal else 200
    )


def _device_key(interview: Interview) -> str:
    key = vault.device_key(f"summary:{interview.pk}:user:{interview.interviewer_id}")
    return base64.b64encode(key).decode()
