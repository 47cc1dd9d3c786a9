"""Figures of elsewhere: see them, bring them in after a look, withdraw them. The HR lead decides, the guardian reads."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.insight.reference import queries, services
from uitzicht.insight.reference.file import read_references
from uitzicht.insight.reference.forms import FileForm, KeepForm, signed
from uitzicht.insight.reference.sample import sample_csv
from uitzicht.people.request import AccountRequest
from uitzicht.ui.access import allow

READERS = ("hr_lead", "guardian")
DECIDES = "hr_lead"


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def reference_figures(request: AccountRequest) -> HttpResponse:
    """What stands here; a POST of a file shows what it would add, and keeps nothing."""
    if request.method != "POST":
        return _page(request, FileForm())
    if not request.user.has_role(DECIDES):
        raise Http404
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    file = form.cleaned_data["file"]
    try:
        found = read_references(file.read(), asked=queries.asked(), this_year=timezone.localdate().year)
    except Refusal as refusal:
        form.add_error("file", str(refusal))
        return _page(request, form, status=422)
    if found.problems:
        return _page(request, form, problems=found.problems, status=422)
    return _page(request, form, found=found.rows, shown=signed(file.name or "", found.rows))


@allow(DECIDES)
@require_POST
def reference_figures_keep(request: AccountRequest) -> HttpResponse:
    form = KeepForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This list is too old. Choose the file again."))
        return redirect("reference_figures")
    name, rows = form.cleaned_data["shown"]
    try:
        services.import_references(rows, file_name=name, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("reference_figures")
    told = ngettext("{count} figure kept.", "{count} figures kept.", len(rows)).format(count=len(rows))
    messages.success(request, told)
    return redirect("reference_figures")


@allow(DECIDES)
@require_POST
def reference_figures_withdraw(request: AccountRequest, pk: int) -> HttpResponse:
    source = queries.source(pk)
    if source is None:
        raise Http404
    try:
        services.withdraw_references(source, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("reference_figures")
    messages.success(request, _("Withdrawn: {source}. It stands on no page any more.").format(source=source.title))
    return redirect("reference_figures")


@allow(*READERS)
@require_GET
def reference_figures_sample(request: AccountRequest) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="reference-figures.csv"'}
    return HttpResponse(sample_csv(), content_type="text/csv; charset=utf-8", headers=headers)


def _page(request: AccountRequest, form: FileForm, *, status: int = 200, **more: Any) -> HttpResponse:
    found = list(queries.sources())
    context = {
        "form": form,
        "standing": [one for one in found if one.withdrawn_at is None],
        "withdrawn": [one for one in found if one.withdrawn_at is not None],
        "asked": queries.asked(),
        "decides": request.user.has_role(DECIDES),
    }
    return render(request, "insight/reference/references.html", context | more, status=status)
