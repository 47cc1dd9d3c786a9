"""A colleague's key to one task. Only its hash is kept, so nobody can read it back."""

import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from uitzicht.departures.links import TOKEN_BYTES, token_hash
from uitzicht.departures.vocabulary import Kind
from uitzicht.offboarding.models import TaskLink
from uitzicht.offboarding.queries import Line, fits

OPEN_AFTER = timedelta(days=30)
"""A link opens for so long after the day of its task, or after today when that has passed."""


def make_link(line: Line, *, at: datetime) -> str:
    """A new address of one task, for its owner of now; earlier ones keep working until they expire."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    expires_on = max(line.due_on, timezone.localdate(at)) + OPEN_AFTER
    TaskLink.objects.create(
        task=line.task, email=line.task.owner_email, token_hash=token_hash(token), made_at=at, expires_on=expires_on
    )
    return f"{settings.UITZICHT.base_url}/task/{token}/"


def link_behind(token: str, *, on: date) -> TaskLink | None:
    """The link with its task and departure; None when unknown, expired, of somebody else by now, of a closed checklist,
    or after a death."""
    return (
        TaskLink.objects.filter(fits("task__"), token_hash=token_hash(token), expires_on__gte=on)
        .filter(email=F("task__owner_email"))
        .filter(task__checklist__closed_at=None)
        .exclude(task__checklist__departure__kind=Kind.DEATH)
        .select_related("task__checklist__departure__person")
        .first()
    )
