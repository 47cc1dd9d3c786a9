"""What somebody holds for the organisation, and the import of what was handed out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures import queries as departures
from uitzicht.departures.models import Departure
from uitzicht.departures.request import StaffRequest
from uitzicht.offboarding import queries, services
from uitzicht.offboarding.forms import PropertyForm, PropertyImportForm, ReturnForm
from uitzicht.offboarding.models import Property
from uitzicht.offboarding.sample import sample_csv
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow

LINES_SHOWN = 200


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def property_register(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A POST without ``thing`` adds one; with it: takes it back, undoes that, or strikes it out."""
    departure = get_object_or_404(departures.visible_to(request.user), pk=pk)
    things = queries.property_of(departure.person)
    chosen = next((thing for thing in things if str(thing.pk) == request.POST.get("thing")), None)
    form = PropertyForm(request.POST if request.method == "POST" and not chosen else None)
    back = ReturnForm(request.POST if chosen else None, initial={"signed_by": departure.person.name})
    if chosen and _act(request, chosen, back):
        return redirect("property_register", pk)
    if form.is_valid():
        by, at = request.user.signature, timezone.now()
        services.hand_out(departure.person, **form.cleaned_data, by=by, at=at)
        messages.success(request, _("Added to the register."))
        return redirect("property_register", pk)
    return render(request, "offboarding/property.html", _context(departure, list(things), form, back, chosen))


def _act(request: StaffRequest, thing: Property, back: ReturnForm) -> bool:
    """Whether it was done."""
    by, at, do = request.user.signature, timezone.now(), request.POST.get("do")
    if do == "undo":
        services.undo_return(thing, by=by, at=at)
        messages.success(request, _("The signature is taken away; it is still out."))
    elif do == "strike":
        services.strike_out(thing, by=by, at=at)
        messages.success(request, _("Struck out of the register."))
    elif back.is_valid():
        services.take_back(thing, **back.cleaned_data, by=by, at=at)
        messages.success(request, _("Came back, and signed for."))
    else:
        return False
    return True


def _context(
    departure: Departure, things: list[Property], form: PropertyForm, back: ReturnForm, chosen: Property | None
) -> dict[str, object]:
    return {
        "departure": departure,
        "out": [thing for thing in things if not thing.returned_at],
        "returned": [thing for thing in things if thing.returned_at],
        "form": form,
        "back": back,
        "chosen": chosen,
    }


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def property_import(request: StaffRequest) -> HttpResponse:
    """Choose a file; it is read at once, and nothing is imported yet."""
    form = PropertyImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            staged = services.stage_import(file.read(), file_name=file.name, user=request.user, at=timezone.now())
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("property_import_review", staged.pk)
    return render(request, "offboarding/property_import.html", {"form": form}, status=422 if form.errors else 200)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def property_import_review(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What the import would add; confirm it, or throw the file away."""
    staged = get_object_or_404(queries.staged_of(request.user, timezone.now()), pk=pk)
    if request.method != "POST":
        file = services.read_staged(staged)
        context = {"staged": staged, "file": file, "shown": file.rows[:LINES_SHOWN], "most": LINES_SHOWN}
        return render(request, "offboarding/property_review.html", context)
    if "discard" in request.POST:
        services.discard_staged(staged)
        messages.success(request, _("The uploaded file is destroyed. Nothing was imported."))
        return redirect("property_import")
    count = services.apply_staged(staged, by=request.user.signature, at=timezone.now())
    text = ngettext(
        "{count} thing imported. The file is destroyed.", "{count} things imported. The file is destroyed.", count
    )
    messages.success(request, text.format(count=count))
    return redirect("checklists")


@allow(Role.HR_LEAD)
@require_safe
def property_sample(request: StaffRequest) -> HttpResponse:
    """An example list with every column; semicolons and a mark, as Excel likes it here."""
    response = HttpResponse(sample_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="property.csv"'
    return response
