from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from uitzicht.coding import services
from uitzicht.coding.desk import AnswerRow, answer_rows, theme_groups
from uitzicht.coding.forms import themes_of
from uitzicht.coding.queries import coded_themes
from uitzicht.coding.rules import may_reopen
from uitzicht.coding.vocabulary import Sentiment
from uitzicht.interviews import queries
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.request import InterviewerRequest
from uitzicht.interviews.vocabulary import Force
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.ui.access import allow


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@allow("interviewer")
def code(request: InterviewerRequest, pk: UUID) -> HttpResponse:
    """One answer at a time beside the themes it may get; chosen by a person."""
    interview = get_object_or_404(queries.visible_to(request.user), pk=pk)
    if interview.status == InterviewStatus.OPEN:
        return redirect("talk", pk)
    if request.method == "POST":
        return _save(request, interview)
    sheet, today = interviews.open_sheet(interview, by=request.user.signature, at=timezone.now()), timezone.localdate()
    coded = coded_themes(interview)
    rows = answer_rows(queries.asked_of(interview, interview.language), sheet, coded)
    row = _current(rows, request.GET.get("item", ""))
    language, codebook = get_language() or "nl", load_codebook()
    themes = coded.get(row.question.key, []) if row else []
    groups = (
        theme_groups(
            row.question.part,
            themes,
            codebook,
            language=language,
            other_label=_("other themes"),
            suggested=row.suggested,
            suggested_label=_("you marked these during the talk"),
        )
        if row
        else []
    )
    context = {
        "interview": interview,
        "rows": rows,
        "row": row,
        "number": rows.index(row) + 1 if row else 0,
        "next_item": rows[rows.index(row) + 1].question.key if row and row != rows[-1] else "",
        "left": sum(not row.coded for row in rows),
        "groups": groups,
        "sentiments": Sentiment.choices,
        "reasons": [
            (codebook.reason_label(one["reason"], language), Force(one["force"]).label) for one in sheet.reasons
        ],
        "readonly": interview.status != InterviewStatus.FINISHED,
        "may_reopen": may_reopen(
            coded=interview.status == InterviewStatus.CODED,
            last_day_worked_on=interview.departure.last_day_worked_on,
            on=today,
        ),
        "summary": interview.summary_state(today),
    }
    return render(request, "coding/code.html", context)


def _save(request: InterviewerRequest, interview: Interview) -> HttpResponse:
    by, at = request.user.signature, timezone.now()
    if request.POST.get("go") == "finish":
        services.finish_coding(interview, by=by, at=at)
        messages.success(
            request, _("The conversation is processed. It counts in a release from the last day worked on.")
        )
        return redirect("interviews")
    if request.POST.get("go") == "reopen":
        services.reopen_coding(interview, by=by, at=at)
        return redirect("code", interview.pk)
    item = request.POST.get("item", "")
    services.code_answer(interview, item, themes_of(request.POST, load_codebook()), by=by, at=at)
    return redirect(f"{reverse('code', args=[interview.pk])}?item={request.POST.get('after') or item}")


def _current(rows: list[AnswerRow], item: str) -> AnswerRow | None:
    """The answer asked for, or else the first that nobody coded yet, or else the first."""
    asked = (row for row in rows if row.question.key == item)
    waiting = (row for row in rows if not row.coded)
    return next(asked, None) or next(waiting, None) or next(iter(rows), None)
