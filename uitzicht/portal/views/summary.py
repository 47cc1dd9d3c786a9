"""The summary of the conversation: read it, confirm it, say it otherwise, and let somebody read it, or no longer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import interview_of
from uitzicht.interviews.readers import reading_roles, standing_shares
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.forms import CorrectionForm, ReadersForm
from uitzicht.ui.access import public


@public
@require_safe
@with_link
def my_summary(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """What the interviewer wrote down, once it was sent or confirmed together."""
    return _page(request, interview_of(link.departure))


@public
@require_POST
@with_link
def my_summary_confirm(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    return _done(request, link, services.confirm_summary, said=_("Thank you. Your summary is confirmed."))


@public
@require_POST
@with_link
def my_summary_correct(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """What was typed is never lost to a refusal."""
    interview = interview_of(link.departure)
    form = CorrectionForm(request.POST)
    if interview is None or not form.is_valid():
        return _page(request, interview, form)
    try:
        services.correct_summary(interview, form.cleaned_data["correction"], by=LEAVER, at=timezone.now())
    except Refusal as refusal:
        form.add_error("correction", str(refusal))
        return _page(request, interview, form)
    messages.success(request, _("Your words stand beside the summary."))
    return redirect("my_summary")


@public
@require_POST
@with_link
def my_summary_share(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    form = _readers_form(link, request.POST)
    if not form.is_valid():
        messages.warning(request, _("Tick who may read it."))
        return redirect("my_summary")
    said = _("Whom you chose may read it after your last day worked.")
    return _done(request, link, services.share_summary, form.chosen(), said=said)


@public
@require_POST
@with_link
def my_summary_revoke(request: LeaverRequest, link: PersonalLink, secret: str, reader: int) -> HttpResponse:
    interview = interview_of(link.departure)
    shares = standing_shares(interview) if interview else []
    found = next((share.reader for share in shares if share.reader_id == reader), None)
    if found is None:
        return redirect("my_summary")
    return _done(
        request, link, services.revoke_share, found, said=_("Your summary is no longer shared with this person.")
    )


def _done(
    request: LeaverRequest, link: PersonalLink, service: Callable[..., None], *about: Any, said: str
) -> HttpResponse:
    """Do one thing to the summary and show it again; a refusal is said on the page."""
    interview = interview_of(link.departure)
    if interview is not None:
        try:
            service(interview, *about, by=LEAVER, at=timezone.now())
        except Refusal as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, said)
    return redirect("my_summary")


def _page(request: LeaverRequest, interview: Interview | None, form: CorrectionForm | None = None) -> HttpResponse:
    context: dict[str, Any] = {"reads": _("Only you and your interviewer read this.")}
    context["erased"] = interview is not None and interview.notes_erased_on is not None
    departure, now = request.personal_link.departure, timezone.now()
    if interview is not None and interview.summary_given:
        summary = services.open_summary_as_leaver(interview, at=now)
        shared = {share.reader_id for share in summary.shares}
        context |= {
            "summary": summary,
            "interviewer": interview.interviewer.name,
            "last_day": departure.last_day_worked_on,
            "open_to_correction": timezone.localdate(now) <= summary.confirm_by,
            "reads": _("You, your interviewer and whom you chose read this.") if shared else context["reads"],
            "form": form or CorrectionForm(initial={"correction": summary.correction}),
            "readers": _readers_form(request.personal_link, None, besides=shared),
        }
    return render(request, "portal/summary.html", context)


def _readers_form(link: PersonalLink, data: Any, *, besides: set[int] | None = None) -> ReadersForm:
    roles = reading_roles(link.departure)
    return ReadersForm(
        data, readers={user: str(role.label) for user, role in roles.items() if user.pk not in (besides or set())}
    )
