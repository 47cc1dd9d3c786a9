"""The main menu of each role, and what every page may show about the installation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from uitzicht.people.vocabulary import ACCOUNT_ROLES, Role

# (label, route name, roles); a route belongs to the entry whose address its own begins with.
ENTRIES = (
    (pgettext_lazy("menu", "Today"), "today", ACCOUNT_ROLES),
    (pgettext_lazy("menu", "Departures"), "departures", (Role.HR_LEAD,)),
    (pgettext_lazy("menu", "Conversations"), "interviews", (Role.INTERVIEWER,)),
    (pgettext_lazy("menu", "Calendar"), "planning_calendar", (Role.INTERVIEWER,)),
    (pgettext_lazy("menu", "Summaries"), "shared_summaries", (Role.HR_LEAD, Role.LEADER, Role.PREVENTION)),
    (pgettext_lazy("menu", "Insight"), "insight", (Role.HR_LEAD, Role.LEADER, Role.GUARDIAN, Role.PREVENTION)),
    (pgettext_lazy("menu", "Actions"), "actions", (Role.HR_LEAD, Role.LEADER, Role.GUARDIAN, Role.PREVENTION)),
    (pgettext_lazy("menu", "Release desk"), "releases", (Role.HR_LEAD, Role.GUARDIAN)),
    (pgettext_lazy("menu", "Former colleagues"), "alumni", (Role.HR_LEAD,)),
    (pgettext_lazy("menu", "Staff"), "staff", (Role.HR_LEAD, Role.ADMIN)),
    (pgettext_lazy("menu", "Administration"), "administration", (Role.HR_LEAD, Role.GUARDIAN, Role.ADMIN)),
)


def context(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {
        "organisation": settings.UITZICHT.organisation,
        "demo": settings.UITZICHT.demo,
        "navigation": _entries(request),
    }


def _entries(request: HttpRequest) -> list[dict[str, Any]]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    entries = []
    for label, name, roles in ENTRIES:
        if not user.has_role(*roles):
            continue
        url = reverse(name)
        current = request.path == url if name == "today" else request.path.startswith(url)
        entries.append({"label": label, "url": url, "current": current, "calls": False})
    return entries
