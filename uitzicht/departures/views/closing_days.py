"""When the organisation is closed besides the public holidays."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.departures.closing import add_closing_day, remove_closing_day
from uitzicht.departures.forms import ClosingDayForm
from uitzicht.departures.queries import closings
from uitzicht.departures.request import StaffRequest
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def closing_days(request: StaffRequest) -> HttpResponse:
    """The list; a POST adds to it."""
    now = timezone.now()
    form = ClosingDayForm(request.POST or None)
    if form.is_valid():
        try:
            moved = add_closing_day(**form.cleaned_data, by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error("last_on", str(refusal))
        else:
            messages.success(request, _told(moved))
            return redirect("closing_days")
    found = closings(since=timezone.localdate(now))
    return render(request, "departures/closing_days.html", {"form": form, "closings": found})


@allow(Role.HR_LEAD)
@require_POST
def closing_day_remove(request: StaffRequest, pk: int) -> HttpResponse:
    closing = get_object_or_404(closings(), pk=pk)
    messages.success(request, _told(remove_closing_day(closing, by=request.user.signature, at=timezone.now())))
    return redirect("closing_days")


def _told(moved: int) -> str:
    if not moved:
        return _("Kept. No departure got other dates.")
    return ngettext(
        "Kept. {count} departure got other dates; an appointment does not move by itself.",
        "Kept. {count} departures got other dates; appointments do not move by themselves.",
        moved,
    ).format(count=moved)
