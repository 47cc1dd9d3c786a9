"""Reminders, for a job of every night: in the week before an action is due, and once it is overdue. Each once."""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from uitzicht.actions.models import Action
from uitzicht.actions.rules import A_WEEK, reminder
from uitzicht.actions.services.log import hold, record
from uitzicht.actions.vocabulary import PROMISED
from uitzicht.ui.mail import subject_and_body
from uitzicht.ui.templatetags.ui import day

log = logging.getLogger(__name__)


def remind_owners(*, by: str, at: datetime) -> int:
    """One mail for each action; returns how many. An address that fails keeps nobody else from theirs and is tried again the
    next night."""
    near = Action.objects.filter(state__in=PROMISED, due_on__lte=timezone.localdate(at) + A_WEEK)
    sent = 0
    for action in near.filter(overdue_told_at=None, owner__is_active=True):
        try:
            sent += _remind(action, by=by, at=at)
        except (SMTPException, OSError) as problem:
            log.warning("reminder of an action not sent: %s", type(problem).__name__)
    return sent


@transaction.atomic
def _remind(action: Action, *, by: str, at: datetime) -> bool:
    """Judged again under the lock: another run may have sent it in the meantime."""
    held = hold(action)
    which = reminder(
        held.state,
        held.due_on,
        on=timezone.localdate(at),
        reminded=held.reminded_at is not None,
        told=held.overdue_told_at is not None,
    )
    if not which:
        return False
    marked = "overdue_told_at" if which == "overdue" else "reminded_at"
    setattr(held, marked, at)
    held.save(update_fields=[marked])
    record("action.owner_reminded", held, by=by, at=at, why=which)
    _mail(held, which)
    return True


def _mail(action: Action, which: str) -> None:
    """To the work account of the owner, so it names the action; the figure stands on the page only."""
    owner = action.owner
    with translation.override(owner.language):
        context = {
            "first_name": owner.person.first_name if owner.person else owner.name,
            "title": action.title,
            "due_on": day(action.due_on),
            "address": f"{settings.UITZICHT.base_url}{reverse('action', args=[action.pk])}",
            "organisation": settings.UITZICHT.organisation,
        }
        text = render_to_string(f"actions/mail/{owner.language}/{which}.txt", context)
    subject, body = subject_and_body(text)
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [owner.email]).send()
