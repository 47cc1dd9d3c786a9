"""Mail around a conversation. What was said never leaves in one: a mail holds a date, a name and a link."""

from collections.abc import Mapping
from datetime import date
from email.utils import formataddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.interviews.models import Interview
from uitzicht.people.models import Person
from uitzicht.ui.mail import subject_and_body
from uitzicht.ui.templatetags.ui import day


def address_of(person: Person) -> str:
    """The private address where it is known, or else the one at work, or ""."""
    return person.private_email or person.work_email


def ask_to_confirm(interview: Interview, *, link: str, until: date) -> None:
    """“Is this right?”, to the leaver, signed by the interviewer."""
    _to_leaver("summary", interview, link=link, until=until)


def remind_of_summary(interview: Interview, *, link: str, until: date) -> None:
    """The same question once more."""
    _to_leaver("summary_reminder", interview, link=link, until=until)


def remind_of_themes(interview: Interview, *, due: date, late: bool) -> None:
    """To the interviewer. The subject names nobody: it shows on a locked screen."""
    interviewer = interview.interviewer
    context = {
        "interviewer": interviewer.name,
        "leaver": interview.departure.person.name,
        "held": interview.finished_at,
        "due": due,
        "late": late,
        "organisation": settings.UITZICHT.organisation,
        "link": f"{settings.UITZICHT.base_url}{reverse('code', args=[interview.pk])}",
    }
    _send(_mail("themes_reminder", interviewer.language, interviewer.email, context))


def _to_leaver(name: str, interview: Interview, *, link: str, until: date) -> None:
    person, interviewer = interview.departure.person, interview.interviewer
    context = {"first_name": person.first_name, "interviewer": interviewer.name, "link": link, "until": until}
    mail = _mail(name, person.language, address_of(person), context)
    mail.reply_to = [formataddr((interviewer.name, interviewer.email))]
    _send(mail)


def _mail(name: str, language: str, address: str, context: Mapping[str, object]) -> EmailMessage:
    with translation.override(language):
        days = {key: day(value) for key, value in context.items() if isinstance(value, date)}
        text = render_to_string(f"interviews/mail/{language}/{name}.txt", {**context, **days})
    subject, body = subject_and_body(text)
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [address])


def _send(mail: EmailMessage) -> None:
    try:
        mail.send()
    except (SMTPException, OSError) as problem:
        message = _(
            "The mail was not sent: the mail server did not take it ({problem}). The text is kept. Try again later, or ask "
            "an administrator to look at the mail settings."
        )
        raise Refusal("interview.mail_failed", message, problem=type(problem).__name__) from problem
