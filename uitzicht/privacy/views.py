"""Pages of privacy: the settings in force and their history, and the audit trail."""

import json
from itertools import pairwise

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import audit, queries
from uitzicht.privacy.forms import AuditFilter, PolicyForm
from uitzicht.privacy.models import Policy
from uitzicht.privacy.policies import SETTINGS, decide_policy, policy_in_force
from uitzicht.privacy.request import AccountRequest
from uitzicht.privacy.vocabulary import SETTING_LABELS, action_label, spoken_setting
from uitzicht.ui.access import allow

PER_PAGE = 50
DECIDES = "hr_lead"  # guardian and administrator read; the guardian decides no settings


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead", "guardian", "admin")
def privacy_settings(request: AccountRequest) -> HttpResponse:
    """The settings in force, how they came about, and for the HR lead the way to change them."""
    policy = policy_in_force()
    decides = request.user.has_role(DECIDES)
    if request.method != "POST":
        return _settings_page(request, policy, PolicyForm(policy=policy) if decides else None)
    if not decides:
        raise Http404
    form = PolicyForm(request.POST, policy=policy)
    if not form.is_valid():
        return _settings_page(request, policy, form, status=422)
    try:
        decide_policy(by=request.user.signature, at=timezone.now(), reason=form.cleaned_data["reason"], **form.settings)
    except Refusal as refusal:
        form.add_error("k_sensitive" if refusal.code == "settings.sensitive_below_threshold" else None, str(refusal))
        return _settings_page(request, policy, form, status=422)
    messages.success(request, _("The settings hold from now on; for figures from the next release."))
    return redirect("privacy_settings")


@require_safe
@allow("guardian", "admin")
def audit_trail(request: AccountRequest) -> HttpResponse:
    """The lines of the trail, newest first; ``?check=1`` also checks the whole chain."""
    form = AuditFilter(request.GET or None, actions=[(one, action_label(one)) for one in queries.audited_actions()])
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.audit_entries(**chosen), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [(entry, action_label(entry.action), _told(entry.detail)) for entry in page],
        "checked": request.GET.get("check") == "1",
        "filtered": any(chosen.values()),
    }
    if context["checked"]:
        context["broken"] = audit.first_broken_entry()
    return render(request, "privacy/audit_trail.html", context)


def _settings_page(request: AccountRequest, policy: Policy, form: PolicyForm | None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "policy": policy,
        "in_force": [(SETTING_LABELS[name], spoken_setting(name, getattr(policy, name))) for name in SETTINGS],
        "history": _history(),
    }
    return render(request, "privacy/settings.html", context, status=status)


def _told(detail: dict[str, object]) -> str:
    return json.dumps(detail, ensure_ascii=False) if detail else ""


def _history() -> list[dict[str, object]]:
    """Each decision with what it changed over the one before; the first over the defaults."""
    newest_first = [*queries.policies(), Policy()]
    return [
        {
            "policy": policy,
            "changes": [
                (
                    SETTING_LABELS[name],
                    spoken_setting(name, getattr(before, name)),
                    spoken_setting(name, getattr(policy, name)),
                )
                for name in SETTINGS
                if getattr(before, name) != getattr(policy, name)
            ],
        }
        for policy, before in pairwise(newest_first)
    ]
