"""What leaving costs: the page, its figures as CSV, and the lines it is made of. The HR lead decides, the guardian reads."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.insight import words
from uitzicht.insight.costs import drawings, families, queries, sentences, services
from uitzicht.insight.costs.exits import chosen, periods
from uitzicht.insight.costs.forms import USUAL_FEWER, ChoiceForm, LinesForm, StartForm
from uitzicht.insight.costs.page import CostPage, cost_page
from uitzicht.insight.costs.rules import EVERYBODY, starting_line, starting_values
from uitzicht.insight.costs.vocabulary import CostKey
from uitzicht.insight.published import Published, published
from uitzicht.insight.stories import STORIES
from uitzicht.people.request import AccountRequest
from uitzicht.release import queries as releases
from uitzicht.ui.access import allow

READERS = ("hr_lead", "guardian")  # figures of the whole organisation: leaders read their own unit only
DECIDES = "hr_lead"


@allow(*READERS)
@require_GET
def cost(request: AccountRequest) -> HttpResponse:
    of, form, page = _page(request)
    decisions = queries.decisions()
    context = {
        "form": form,
        "page": page,
        "started": any(row.likely is not None for row in decisions.values()),
        "result": sentences.result(page),
        "scenario": sentences.scenario(page),
        "chart": drawings.chart(page),
        "rows": drawings.rows(page, decisions),
        "families": families.table(page.families) if len(page.families) > 1 else None,
        "of_families": families.sentences(page.families),
        "not_counted": drawings.not_counted(page),
        "decides": request.user.has_role(DECIDES),
    }
    return render(request, "insight/costs/cost.html", context | _about(of))


@allow(*READERS)
@require_GET
def cost_download(request: AccountRequest) -> HttpResponse:
    _of, _form, page = _page(request)
    text = services.export_cost(page, by=request.user.signature, at=timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="cost.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def cost_lines(request: AccountRequest) -> HttpResponse:
    """The lines of one job family, or of all; ``start`` in a POST fills in published figures and keeps nothing."""
    family = request.GET.get("family", EVERYBODY)
    if family != EVERYBODY and family not in queries.job_families():
        raise Http404
    if request.method != "POST":
        return _lines_page(request, family, LinesForm(lines=queries.lines_of(family)), StartForm())
    if not request.user.has_role(DECIDES):
        raise Http404
    return _start(request, family) if "start" in request.POST else _decide(request, family)


def _decide(request: AccountRequest, family: str) -> HttpResponse:
    form = LinesForm(request.POST, lines=queries.lines_of(family))
    if not form.is_valid():
        return _lines_page(request, family, form, StartForm(), status=422)
    try:
        changed = services.decide_lines(family, form.amounts, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _lines_page(request, family, form, StartForm(), status=422)
    told = ngettext("{count} line kept.", "{count} lines kept.", len(changed)).format(count=len(changed))
    messages.success(request, told if changed else _("Nothing changed: these lines were kept already."))
    return redirect(f"{reverse('cost')}?{urlencode({'family': family})}" if family else "cost")


def _start(request: AccountRequest, family: str) -> HttpResponse:
    """Published figures for a salary, and the form with them filled in; whatever else was typed stays typed."""
    start = StartForm(request.POST)
    data = request.POST.copy()
    if not start.is_valid():
        return _lines_page(request, family, _unchecked(data, family), start, status=422)
    salary = start.cleaned_data["salary"]
    amounts = starting_line(salary, start.cleaned_data["work"])
    for name in ("low", "likely", "high", "source"):
        data[f"{CostKey.WHOLE}-{name}"] = str(getattr(amounts, name))
    return _lines_page(
        request, family, _unchecked(data, family), start, values=drawings.starting(starting_values(salary))
    )


def _unchecked(data: Any, family: str) -> LinesForm:
    """What was typed, without saying yet what is wrong with it."""
    lines = queries.lines_of(family)
    return LinesForm(lines=lines, initial={name: data.get(name, "") for name in LinesForm(lines=lines).fields})


def _lines_page(
    request: AccountRequest, family: str, form: LinesForm, start: StartForm, *, status: int = 200, values: Any = None
) -> HttpResponse:
    context = {
        "family": family,
        "families": queries.job_families(),
        "form": form,
        "start": start,
        "values": values,
        "decides": request.user.has_role(DECIDES),
        "history": queries.history(),
    }
    return render(request, "insight/costs/lines.html", context, status=status)


def _page(request: AccountRequest) -> tuple[Published | None, ChoiceForm, CostPage]:
    of = _published(request.GET.get("release", ""))
    found = periods(of.document, of.root) if of else []
    usual = chosen(found, "")
    asked = {"fewer": str(USUAL_FEWER), "period": usual.period if usual else ""} | request.GET.dict()
    form = ChoiceForm(asked, families=queries.job_families(), periods=[one.period for one in found][::-1])
    family, period, fewer = form.chosen()
    exits, number = chosen(found, period), of.released.number if of else None
    return of, form, cost_page(queries.counted_lines(), exits, family=family, fewer=fewer, release=number)


def _published(number: str) -> Published | None:
    """The release asked for, or the latest; None before the first."""
    found = releases.released(int(number)) if number.isdecimal() else releases.latest()
    if number and found is None:
        raise Http404
    return published(found) if found else None


def _about(of: Published | None) -> dict[str, Any]:
    """The other pages of insight and the footer, once there is a release."""
    if of is None:
        return {"current": "cost"}
    return {
        "current": "cost",
        "stories": STORIES,
        "release": of.released,
        "sees_release": True,
        "sees_start": True,
        "released_on": words.long_date(of.released.released_on),
        "response": "",
        "bundles": of.bundles,
        "k": of.k,
        "certificate": words.certificate(of.released.certificate),
    }
