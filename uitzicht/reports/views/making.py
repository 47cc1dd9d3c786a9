"""Choosing a report, and the report as a download."""

from typing import Any, cast
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from uitzicht.insight.published import published
from uitzicht.people.models import User
from uitzicht.release import queries as releases
from uitzicht.release.queries import Released
from uitzicht.reports import queries, services
from uitzicht.reports.definition import LANGUAGES, Format, ReportKind
from uitzicht.reports.forms import ReportForm
from uitzicht.reports.models import Kind
from uitzicht.reports.vocabulary import FOR_WHOM, HOLDS
from uitzicht.ui.access import allow

READERS = ("hr_lead", "leader", "guardian", "prevention")
TYPES = {
    Format.PDF: "application/pdf",
    Format.SLIDES: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Format.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@allow(*READERS)
@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """Choose a report; with ``form`` in the address the choice is made, and the answer is where the file is."""
    user = cast(User, request.user)
    released = _chosen(request)
    form = _form(request, user, released)
    if form.is_bound and form.is_valid():
        return redirect(_address(form, released))
    context = {
        "form": form,
        "kinds": [_told(kind, form) for kind in queries.kinds_of(user) if released or _needs_no_release(kind)],
        "released": released,
        "decides": user.has_role("hr_lead"),
    }
    return render(request, "reports/reports.html", context, status=422 if form.is_bound else 200)


@allow(*READERS)
def report_file(request: HttpRequest, kind: str, number: int, form: str) -> HttpResponse:
    """One report, as one file: for whom this kind is, and else not found, whatever was asked."""
    if kind not in set(ReportKind) or form not in set(Format):
        raise Http404
    released, unit, asked = releases.released(number), request.GET.get("unit", ""), ReportKind(kind)
    if (released is None and number) or not queries.may_read(cast(User, request.user), asked, unit, released):
        raise Http404
    return _made(request, asked, released, unit if asked is ReportKind.UNIT else "", Format(form))


@require_GET
def _made(request: HttpRequest, kind: ReportKind, released: Released | None, unit: str, form: Format) -> HttpResponse:
    content = services.export_report(
        kind,
        released,
        form=form,
        language=_language(request),
        unit=unit,
        by=cast(User, request.user).signature,
        at=timezone.now(),
    )
    return _file(content, f"{kind}-{released.number if released else 0}", form)


@allow("hr_lead", "leader", "guardian")
@require_GET
def report(request: HttpRequest, number: int) -> HttpResponse:
    """The yearly report as PDF; for a leader, on the units that they lead."""
    user, released = cast(User, request.user), releases.released(number)
    units = queries.readers_of_figures(user, released) if released else ()
    if released is None or units == ():
        raise Http404
    content = services.export_report(
        ReportKind.YEARLY,
        released,
        form=Format.PDF,
        language=_language(request),
        units=units,
        by=user.signature,
        at=timezone.now(),
    )
    return _file(content, f"report-release-{number}", Format.PDF)


def _chosen(request: HttpRequest) -> Released | None:
    """The release asked for, or else the last one."""
    asked = request.GET.get("release", "")
    return (releases.released(int(asked)) if asked.isdecimal() else None) or releases.latest()


def _form(request: HttpRequest, user: User, released: Released | None) -> ReportForm:
    of = published(released) if released else None
    choices: dict[str, Any] = {
        "kinds": [kind for kind in queries.kinds_of(user) if released or _needs_no_release(kind)],
        "units": [(unit, of.label(unit)) for unit in queries.units_of(user, of)] if of else (),
        "releases": releases.numbers(),
    }
    if request.GET.get("form"):
        return ReportForm(request.GET, **choices)
    kinds = choices["kinds"]
    initial = {
        "kind": request.GET.get("kind") or (kinds[0].value if kinds else ""),
        "release": str(released.number) if released else "",
        "language": _language(request),
        "unit": request.GET.get("unit", ""),
    }
    return ReportForm(initial=initial, **choices)


def _needs_no_release(kind: ReportKind) -> bool:
    return kind is ReportKind.WORKS_COUNCIL


def _told(kind: ReportKind, form: ReportForm) -> dict[str, object]:
    return {
        "value": kind.value,
        "label": Kind(kind.value).label,
        "for_whom": FOR_WHOM[kind],
        "holds": HOLDS[kind],
        "chosen": form["kind"].value() == kind.value,
    }


def _address(form: ReportForm, released: Released | None) -> str:
    number = released.number if released else 0
    address = reverse("report_file", args=[form.chosen_kind.value, number, form.chosen_form.value])
    asked = {"language": form.cleaned_data["language"]} | ({"unit": form.chosen_unit} if form.chosen_unit else {})
    return f"{address}?{urlencode(asked)}"


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else (get_language() or "nl")[:2]


def _file(content: bytes, name: str, form: Format) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form.value}"'}
    return HttpResponse(content, content_type=TYPES[form], headers=headers)
