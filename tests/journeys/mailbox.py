"""A real SMTP server in the test process, and the mails that reached it."""

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.journeys.installation import free_port
from tests.journeys.judging import Calendar


class Mailbox:
    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.server = Controller(self, hostname="127.0.0.1", port=free_port())

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.server.port}"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        mail = message_from_bytes(bytes(envelope.original_content or b""), policy=policy.default)
        self.mails.append((envelope.rcpt_tos, mail))
        return "250 OK"

    @property
    def receivers(self) -> set[str]:
        """Everybody who got anything, as the envelopes say it."""
        return {address for addresses, _ in self.mails for address in addresses}

    def all_to(self, address: str) -> list[EmailMessage]:
        """The oldest first."""
        return [mail for addresses, mail in self.mails if address in addresses]

    def to(self, address: str) -> EmailMessage:
        """The only mail to an address."""
        found = self.all_to(address)
        assert len(found) == 1, f"{len(found)} mails to {address}; there are mails to {self.receivers}"
        return found[0]


@contextmanager
def delivering() -> Iterator[Mailbox]:
    """A mail server as long as it is needed."""
    mailbox = Mailbox()
    mailbox.server.start()
    try:
        yield mailbox
    finally:
        mailbox.server.stop()


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(preferencelist=("plain",))
    return str(body.get_content()) if body else ""


def calendar_of(mail: EmailMessage) -> str:
    """The calendar file that comes with a mail."""
    found = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert found, "no text/calendar in this mail"
    return str(found[0].get_content())


def calendar_behind(mailbox: Mailbox, address: str) -> Calendar:
    """The calendar of somebody who opened every mail that came to an address."""
    calendar = Calendar()
    for mail in mailbox.all_to(address):
        calendar.take(calendar_of(mail))
    return calendar
