"""Openings to mention, and referrals."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.alumni import queries, services
from uitzicht.alumni.forms import OpeningForm, ReferralForm
from uitzicht.alumni.models import Opening, Referral
from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.people.queries import unit_numbered, unit_tree
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_openings(request: StaffRequest) -> HttpResponse:
    """All of them, and a form for a new one."""
    form = OpeningForm(request.POST or None, tree=unit_tree(), initial={"from_on": timezone.localdate()})
    if _opening_set(request, None, form):
        return redirect("alumni_openings")
    on = timezone.localdate()
    now = set(queries.openings_on(on).values_list("pk", flat=True))
    rows = [(opening, opening.pk in now, opening.from_on > on) for opening in queries.openings()]
    return render(request, "alumni/openings.html", {"form": form, "rows": rows}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_opening(request: StaffRequest, pk: int) -> HttpResponse:
    """``do=remove`` takes it away; anything else changes it."""
    opening = get_object_or_404(queries.openings(), pk=pk)
    if request.POST.get("do") == "remove":
        services.remove_opening(opening, by=request.user.signature, at=timezone.now())
        messages.success(request, _("“{title}” is taken away.").format(title=opening.title))
        return redirect("alumni_openings")
    names = ("title", "text", "link", "from_on", "until_on")
    initial = {name: getattr(opening, name) for name in names} | {"unit": opening.unit_id}
    form = OpeningForm(request.POST or None, tree=unit_tree(), initial=initial)
    if _opening_set(request, opening, form):
        return redirect("alumni_openings")
    return render(request, "alumni/opening.html", {"form": form, "opening": opening}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_referrals(request: StaffRequest) -> HttpResponse:
    """Counts by year, each referral, and a form for a new one."""
    form = ReferralForm(request.POST or None, tree=unit_tree(), initial={"on": timezone.localdate()})
    if _referral_set(request, None, form):
        return redirect("alumni_referrals")
    on = timezone.localdate()
    context = {"form": form, "referrals": list(queries.referrals()), "years": queries.years(on)}
    return render(request, "alumni/referrals.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_referral(request: StaffRequest, pk: int) -> HttpResponse:
    referral = get_object_or_404(queries.referrals(), pk=pk)
    initial = {
        "on": referral.on,
        "hired_on": referral.hired_on,
        "unit": referral.unit_id,
        "who": referral.by_person.employee_number if referral.by_person else "",
    }
    form = ReferralForm(request.POST or None, tree=unit_tree(), initial=initial, known=True)
    if _referral_set(request, referral, form):
        return redirect("alumni_referrals")
    return render(request, "alumni/referral.html", {"form": form, "referral": referral}, status=_status(form))


def _opening_set(request: StaffRequest, opening: Opening | None, form: OpeningForm) -> bool:
    if not form.is_valid():
        return False
    said = dict(form.cleaned_data)
    unit = unit_numbered(said.pop("unit"))
    try:
        services.set_opening(opening, **said, unit=unit, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        form.add_error("until_on", str(refusal))
        return False
    messages.success(request, _("Kept."))
    return True


def _referral_set(request: StaffRequest, referral: Referral | None, form: ReferralForm) -> bool:
    if not form.is_valid():
        return False
    said = dict(form.cleaned_data)
    who = said.pop("who")
    person = form.person_among(queries.people_called(who)) if who else None
    if form.errors:
        return False
    unit = unit_numbered(said.pop("unit"))
    try:
        services.set_referral(
            referral, **said, unit=unit, by_person=person, by=request.user.signature, at=timezone.now()
        )
    except Refusal as refusal:
        form.add_error("hired_on", str(refusal))
        return False
    messages.success(request, _("Kept."))
    return True


def _status(form: OpeningForm | ReferralForm) -> int:
    return UNPROCESSABLE if form.errors else 200
