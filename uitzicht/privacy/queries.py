"""Reads of the audit trail and of the settings over time."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from uitzicht.privacy.models import AuditEntry, Policy


def audit_entries(
    *, action: str = "", by: str = "", subject: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[AuditEntry]:
    """Lines of the trail, newest first. ``action`` is a whole action or a room (``settings``); ``until`` is included."""
    found = AuditEntry.objects.order_by("-id")
    if action:
        found = found.filter(Q(action=action) | Q(action__startswith=f"{action}."))
    if by:
        found = found.filter(by__icontains=by)
    if subject:
        found = found.filter(subject__icontains=subject)
    if since:
        found = found.filter(at__gte=_midnight(since))
    if until:
        found = found.filter(at__lt=_midnight(until + timedelta(days=1)))
    return found


def audited_actions() -> list[str]:
    """Every action that occurs in the trail, by name."""
    return list(AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct())


def policies() -> QuerySet[Policy]:
    """Settings over time, newest first."""
    return Policy.objects.order_by("-id")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
