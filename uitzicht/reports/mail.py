"""The mail that tells of a report: which one and where, never what it says."""

from smtplib import SMTPException
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.published import published
from uitzicht.insight.words import long_date
from uitzicht.people.models import User
from uitzicht.release.queries import Released
from uitzicht.reports.models import Standing
from uitzicht.ui.mail import subject_and_body


def tell(standing: Standing, user: User, released: Released) -> None:
    """One mail in the language of the reader. Refuses when the mail server does not take it."""
    with translation.override(user.language):
        context = {
            "name": user.name,
            "report": standing.get_kind_display(),
            "unit": published(released).label(standing.unit) if standing.unit else "",
            "released_on": long_date(released.released_on),
            "number": released.number,
            "link": link(standing, released),
            "organisation": settings.UITZICHT.organisation,
        }
        text = render_to_string(f"reports/mail/{user.language}/standing.txt", context)
    subject, body = subject_and_body(text)
    message = EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email])
    try:
        message.send()
    except (SMTPException, OSError) as problem:
        raise Refusal(
            "report.mail_failed",
            _("The mail was not sent: the mail server did not take it ({problem})."),
            problem=type(problem).__name__,
        ) from problem


def link(standing: Standing, released: Released) -> str:
    """The address of the report, for who signs in."""
    path = reverse("report_file", args=[standing.kind, released.number, standing.form])
    asked = {"language": standing.language} | ({"unit": standing.unit} if standing.unit else {})
    return f"{settings.UITZICHT.base_url}{path}?{urlencode(asked)}"
