"""Mails that the product wrote into its folder instead of sending them, as a reader sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

SHOWN = 60
# How Django's file backend ends each message.
_END = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, slots=True)
class Mail:
    sender: str
    to: str
    subject: str
    text: str
    attachments: tuple[str, ...]


def mails_in(folder: Path) -> list[Mail]:
    """The newest ``SHOWN``, newest first; none where no mail was ever written."""
    files = sorted(folder.glob("*.log"), key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
    found: list[Mail] = []
    for file in files:
        found += reversed(list(_read(file.read_bytes())))
        if len(found) >= SHOWN:
            break
    return found[:SHOWN]


def _read(content: bytes) -> Iterator[Mail]:
    for piece in content.replace(b"\r\n", b"\n").split(_END):
        if piece.strip():
            yield _mail(message_from_bytes(piece.lstrip(b"\n"), policy=policy.default))


def _mail(message: EmailMessage) -> Mail:
    body = message.get_body(preferencelist=("plain",))
    names = (part.get_filename() for part in message.walk())
    return Mail(
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=body.get_content().strip() if body else "",
        attachments=tuple(name for name in names if name),
    )
