"""The way to everything that is set up rather than done."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow

# (title, text, route, roles)
PLACES = (
    (
        _("Staff list"),
        _("Bring in staff, units and reporting lines from the HR system; see first what would change."),
        "staff_import",
        (Role.HR_LEAD, Role.ADMIN),
    ),
    (
        _("Accounts"),
        _("Who may sign in, and with which roles."),
        "users",
        (Role.ADMIN,),
    ),
    (
        _("Look of reports"),
        _("Name, colour and logo of the organisation."),
        "report_brand",
        (Role.HR_LEAD, Role.ADMIN),
    ),
    (
        _("Interviewers and rooms"),
        _("Working hours, the most conversations a week, calendars, and the rooms that are quiet enough."),
        "interviewer_hours",
        (Role.HR_LEAD,),
    ),
    (
        _("Closing days"),
        _("Days on which the organisation is closed: no day of work, so no day for a conversation."),
        "closing_days",
        (Role.HR_LEAD,),
    ),
    (
        _("Checklist of a departure"),
        _("Which tasks a departure brings, for whom, and when they are due."),
        "checklist_template",
        (Role.HR_LEAD,),
    ),
    (
        _("Questionnaires"),
        _("Versions of the questionnaire: write a new one, look at it as others will, publish it."),
        "questionnaires",
        (Role.HR_LEAD, Role.GUARDIAN, Role.ADMIN),
    ),
    (
        _("Follow-up"),
        _("How many were asked again months later, and how many answered. Never who."),
        "follow_ups",
        (Role.HR_LEAD, Role.GUARDIAN),
    ),
    (
        _("Privacy settings"),
        _("Thresholds, retention periods and the contact that leavers read. Each change asks for a reason."),
        "privacy_settings",
        (Role.HR_LEAD, Role.GUARDIAN, Role.ADMIN),
    ),
    (
        _("Audit trail"),
        _("Who did what, and when. Never what was said."),
        "audit_trail",
        (Role.GUARDIAN, Role.ADMIN),
    ),
)


@require_safe
@allow("hr_lead", "guardian", "admin")
def administration(request: AccountRequest) -> HttpResponse:
    """Links, each only for who may follow it."""
    places = [
        {"title": title, "text": text, "url": reverse(route)}
        for title, text, route, roles in PLACES
        if request.user.has_role(*roles)
    ]
    return render(request, "people/administration.html", {"places": places})
