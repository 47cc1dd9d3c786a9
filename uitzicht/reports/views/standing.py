"""Which reports are announced after each release, and to whom."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.core.refusal import Refusal
from uitzicht.insight.published import published
from uitzicht.people.models import User
from uitzicht.release import queries as releases
from uitzicht.release.queries import Released
from uitzicht.reports import announcing, queries
from uitzicht.reports.forms import StandingForm
from uitzicht.ui.access import allow


@allow("hr_lead")
@require_http_methods(["GET", "HEAD", "POST"])
def standing_reports(request: HttpRequest) -> HttpResponse:
    """What is announced, and the way to add one."""
    user, released = cast(User, request.user), releases.latest()
    form = _form(request, user, released) if released else None
    if form is None or not form.is_bound:
        return _page(request, form, released)
    if not form.is_valid() or released is None:
        return _page(request, form, released, status=422)
    try:
        announcing.announce_from_now_on(
            kind=form.chosen_kind,
            released=released,
            unit=form.chosen_unit,
            language=form.cleaned_data["language"],
            form=form.chosen_form,
            recipients=form.chosen_people,
            by=user.signature,
            at=timezone.now(),
        )
    except Refusal as refusal:
        form.add_error("recipients", str(refusal))
        return _page(request, form, released, status=422)
    messages.success(request, _("This report is announced after each release from now on."))
    return redirect("standing_reports")


@allow("hr_lead")
@require_POST
def standing_stop(request: HttpRequest, pk: int) -> HttpResponse:
    standing = get_object_or_404(queries.standing(), pk=pk)
    announcing.announce_no_longer(standing, by=cast(User, request.user).signature, at=timezone.now())
    messages.success(request, _("This report is announced no longer."))
    return redirect("standing_reports")


def _form(request: HttpRequest, user: User, released: Released) -> StandingForm:
    of = published(released)
    return StandingForm(
        request.POST if request.method == "POST" else None,
        kinds=queries.kinds_of(user),
        units=[(unit, of.label(unit)) for unit in queries.units_of(user, of)],
        people=queries.possible_recipients(),
        initial={"language": (get_language() or "nl")[:2]},
    )


def _page(
    request: HttpRequest, form: StandingForm | None, released: Released | None, status: int = 200
) -> HttpResponse:
    of = published(released) if released else None
    rows = [
        {
            "standing": one,
            "unit": of.label(one.unit) if of and one.unit in of.parents else "",
            "people": [recipient.user.name for recipient in one.recipients.all()],
        }
        for one in queries.standing()
    ]
    return render(request, "reports/standing.html", {"form": form, "rows": rows}, status=status)
