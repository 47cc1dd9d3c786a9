"""Import of staff: upload, dry run, confirm. Between the steps the file lies sealed in the database."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.people import queries, services
from uitzicht.people.forms import StaffImportForm
from uitzicht.people.request import AccountRequest
from uitzicht.people.sample import sample_csv
from uitzicht.people.staff_file import StaffFile
from uitzicht.people.staff_plan import PROBLEMS_SHOWN, Line, Plan
from uitzicht.people.vocabulary import FIELD_LABELS, WORKING_TIME_FORMS
from uitzicht.ui.access import allow

LINES_SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead", "admin")
def staff_import(request: AccountRequest) -> HttpResponse:
    """Choose a file; it is read at once, and nothing is imported yet."""
    today = timezone.localdate()
    if request.method != "POST":
        return render(request, "people/staff_import.html", {"form": StaffImportForm(initial={"on": today})})
    form = StaffImportForm(request.POST, request.FILES)
    if form.is_valid():
        said = form.cleaned_data
        try:
            staged = services.stage_import(
                said["file"].read(),
                mapping=said["mapping"],
                file_name=said["file"].name,
                on=said["on"],
                complete=said["complete"],
                user=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error("mapping" if refusal.code.startswith("staff.mapping") else "file", str(refusal))
        else:
            return redirect("staff_import_review", pk=staged.pk)
    return render(request, "people/staff_import.html", {"form": form}, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead", "admin")
def staff_import_review(request: AccountRequest, pk: object) -> HttpResponse:
    """What the import would do; confirm it, or throw the file away."""
    staged = get_object_or_404(queries.staged_of(request.user, timezone.now()), pk=pk)
    if request.method != "POST":
        file, plan = services.plan_staged(staged)
        return render(request, "people/staff_import_review.html", {"staged": staged} | _shown(file, plan))
    if "discard" in request.POST:
        services.discard_staged(staged)
        messages.success(request, _("The uploaded file is destroyed. Nothing was imported."))
        return redirect("staff_import")
    counts = services.apply_staged(staged, by=request.user.signature, at=timezone.now())
    touched = counts["added"] + counts["changed"] + counts["ended"]
    text = ngettext(
        "%(n)s person imported. The file is destroyed.", "%(n)s people imported. The file is destroyed.", touched
    )
    messages.success(request, text % {"n": touched})
    return redirect("staff")


@require_safe
@allow("hr_lead", "admin")
def staff_sample(request: AccountRequest) -> HttpResponse:
    """An example list with every column, to fill in or to compare with; semicolons and a mark, as Excel likes it here."""
    response = HttpResponse(sample_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="staff.csv"'
    return response


def _shown(file: StaffFile, plan: Plan) -> dict[str, Any]:
    return {
        "plan": plan,
        "problems": plan.problems[:PROBLEMS_SHOWN],
        "problems_shown": PROBLEMS_SHOWN,
        "added": plan.added[:LINES_SHOWN],
        "changed": [(line, _changes(line)) for line in plan.changed[:LINES_SHOWN]],
        "ended": [(line, _changes(line)) for line in plan.ended[:LINES_SHOWN]],
        "lines_shown": LINES_SHOWN,
        "new_units": [" / ".join(path) for path in plan.new_units if path],
        "columns": [(FIELD_LABELS[column], name) for column, name in file.columns.items()],
        "ignored": file.ignored,
        "working_time": WORKING_TIME_FORMS.get(file.working_time, ""),
    }


def _changes(line: Line) -> list[tuple[object, str, str]]:
    return [(FIELD_LABELS[change.field], change.old, change.new) for change in line.changes]
