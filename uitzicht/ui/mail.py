"""Mail as every room writes and sends it: a text whose first line is the subject, and one connection for many."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from smtplib import SMTPException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from uitzicht.core.refusal import Refusal


def subject_and_body(text: str) -> tuple[str, str]:
    """Of a rendered template: its first line, an empty one, and what is said."""
    subject, _blank, body = text.strip().partition("\n\n")
    return " ".join(line.strip() for line in subject.splitlines()), body.strip() + "\n"


@contextmanager
def mail_server(unreachable: Callable[[Exception], Refusal]) -> Iterator[BaseEmailBackend]:
    """An open connection. Raises what ``unreachable`` makes of the fault when the server is not there."""
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as problem:
        raise unreachable(problem) from problem
    try:
        yield connection
    finally:
        connection.close()
