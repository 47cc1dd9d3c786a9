"""How the organisation looks on paper."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.people.models import User
from uitzicht.reports import queries, services
from uitzicht.reports.forms import BrandForm
from uitzicht.ui.access import allow


@allow("hr_lead", "admin")
@require_http_methods(["GET", "HEAD", "POST"])
def report_brand(request: HttpRequest) -> HttpResponse:
    """Name, colour and logo of reports."""
    before = queries.brand_row()
    said = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BrandForm(*said, before=before, organisation=queries.organisation())
    if not form.is_bound:
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        services.decide_brand(
            name=form.cleaned_data["name"],
            colour=form.cleaned_data["colour"],
            logo=form.logo_file,
            keep_logo=not form.cleaned_data.get("remove_logo"),
            by=cast(User, request.user).signature,
            at=timezone.now(),
        )
    except Refusal as refusal:
        form.add_error("logo" if refusal.code.startswith("report.logo") else "colour", str(refusal))
        return _page(request, form, status=422)
    messages.success(request, _("Reports look like this from now on."))
    return redirect("report_brand")


@allow("hr_lead", "admin")
@require_GET
def report_logo(_request: HttpRequest) -> HttpResponse:
    """The logo in force, as a picture."""
    logo = queries.brand().logo
    if logo is None:
        raise Http404
    return HttpResponse(logo, content_type="image/png")


def _page(request: HttpRequest, form: BrandForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "brand": queries.brand(), "decided": queries.brand_row()}
    return render(request, "reports/brand.html", context, status=status)
