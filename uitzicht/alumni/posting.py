"""Many mails to former colleagues over one connection; one refused address keeps nobody else from theirs."""

from contextlib import AbstractContextManager
from smtplib import SMTPException, SMTPServerDisconnected

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.ui import mail


def mail_server() -> AbstractContextManager[BaseEmailBackend]:
    """A Refusal when it cannot be reached."""
    return mail.mail_server(unreachable)


def taken(connection: BaseEmailBackend, message: EmailMessage) -> bool:
    """Whether the server took it. A Refusal when the server is gone."""
    try:
        return bool(connection.send_messages([message]))
    except (SMTPServerDisconnected, OSError) as problem:
        if isinstance(problem, SMTPException) and not isinstance(problem, SMTPServerDisconnected):
            return False
        raise unreachable(problem) from problem


def unreachable(problem: Exception) -> Refusal:
    message = _(
        "The mail was not sent: the mail server cannot be reached ({problem}). Nothing is lost. Try again later, or ask an "
        "administrator to look at the mail settings."
    )
    return Refusal("alumni.mail_failed", message, problem=type(problem).__name__)
