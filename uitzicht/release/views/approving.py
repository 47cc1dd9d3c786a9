"""Two people: the HR lead proposes, the privacy guardian approves or declines."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from uitzicht.people.request import AccountRequest
from uitzicht.release import approval
from uitzicht.release.forms import DeclineForm
from uitzicht.release.proposal import propose
from uitzicht.release.views.desk import desk
from uitzicht.ui.access import allow


@require_POST
@allow("hr_lead")
def release_propose(request: AccountRequest) -> HttpResponse:
    at = timezone.now()
    seen = request.POST.get("seen", "")
    approval.propose_release(propose(timezone.localdate(at)), seen=seen, by=request.user.signature, at=at)
    messages.success(request, _("Proposed. The privacy guardian finds it under Today."))
    return redirect("releases")


@require_POST
@allow("guardian")
def release_approve(request: AccountRequest) -> HttpResponse:
    at = timezone.now()
    seen = request.POST.get("seen", "")
    approval.approve_release(propose(timezone.localdate(at)), seen=seen, by=request.user.signature, at=at)
    messages.success(request, _("Approved. The HR lead can freeze it now."))
    return redirect("releases")


@require_POST
@allow("guardian")
def release_decline(request: AccountRequest) -> HttpResponse:
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return desk(request, form, status=422)
    chosen = form.cleaned_data
    approval.decline_release(chosen["number"], reason=chosen["reason"], by=request.user.signature, at=timezone.now())
    messages.success(request, _("Declined. The HR lead reads your reason at the release desk."))
    return redirect("releases")
