"""Mail to owners of tasks: one mail for one colleague, with a link for each task. Never why somebody leaves."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import parseaddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.offboarding.links import make_link
from uitzicht.offboarding.queries import Line, language_and_name
from uitzicht.ui.mail import subject_and_body
from uitzicht.ui.templatetags.ui import day


def ask(departure: Departure, lines: Sequence[Line], *, by: str, at: datetime) -> None:
    """Ask the owner of these tasks, who is the same for all of them."""
    _send("task", departure, lines, by=by, at=at)


def remind(departure: Departure, lines: Sequence[Line], *, by: str, at: datetime) -> None:
    _send("reminder", departure, lines, by=by, at=at)


def _send(name: str, departure: Departure, lines: Sequence[Line], *, by: str, at: datetime) -> None:
    task = lines[0].task
    language, colleague = language_and_name(task.owner_email, task.owner_name)
    language = language or settings.LANGUAGE_CODE
    with translation.override(language):
        context = {
            "colleague": colleague,
            "leaver_name": departure.person.name,
            "last_day_worked": day(departure.last_day_worked_on),
            "gone": departure.last_day_worked_on < timezone.localdate(at),
            "tasks": [(line.task.name, day(line.due_on), make_link(line, at=at)) for line in lines],
            "count": len(lines),
            "task": task.name,
            "sender": _signer(by),
        }
        text = render_to_string(f"offboarding/mail/{language}/{name}.txt", context)
    subject, body = subject_and_body(text)
    reply_to = parseaddr(by)[1]
    mail = EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [task.owner_email])
    if "@" in reply_to:
        mail.reply_to = [reply_to]
    try:
        mail.send()
    except (SMTPException, OSError) as problem:
        raise Refusal(
            "checklist.mail_failed",
            _(
                "The mail was not sent: the mail server did not take it ({problem}). Try again later, or ask an "
                "administrator to look at the mail settings."
            ),
            problem=type(problem).__name__,
        ) from problem


def _signer(by: str) -> str:
    """A person signs with their name; the job of the night with the organisation's."""
    name, address = parseaddr(by)
    return name if name and "@" in address else settings.UITZICHT.organisation
