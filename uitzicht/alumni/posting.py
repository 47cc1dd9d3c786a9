"""One connection to the mail server for many mails; one refused address keeps nobody else from theirs."""

from collections.abc import Iterator
from contextlib import contextmanager
from smtplib import SMTPException, SMTPServerDisconnected

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal


@contextmanager
def mail_server() -> Iterator[BaseEmailBackend]:
    """A Refusal when it cannot be reached."""
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as problem:
        raise unreachable(problem) from problem
    try:
        yield connection
    finally:
        connection.close()


def taken(connection: BaseEmailBackend, mail: EmailMessage) -> bool:
    """Whether the server took it. A Refusal when the server is gone."""
    try:
        return bool(connection.send_messages([mail]))
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
