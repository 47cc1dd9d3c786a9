"""A departure with its checklist, and the links that its mails hold."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.message import Message
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.departures.cases import BY, register, register_from_today
from uitzicht.core.refusal import Refusal
from uitzicht.offboarding.models import Checklist, Task
from uitzicht.offboarding.services import name_desk, start_checklist

DESKS = {
    "hr": ("HR", "hr@havenlicht.example"),
    "it": ("IT-helpdesk", "it@havenlicht.example"),
    "payroll": ("Loonadministratie", "loon@havenlicht.example"),
    "facilities": ("Facility", "facility@havenlicht.example"),
}


def desks(*, at: datetime = NOW) -> None:
    for role, (name, email) in DESKS.items():
        name_desk(role, name=name, email=email, by=BY, at=at)


def begun(cast: Cast, *, at: datetime = NOW, **changes: Any) -> Checklist:
    """Sofie's checklist, every desk filled; last day worked Thursday 26 March 2026."""
    desks(at=at)
    return start_checklist(register(cast.leaver, at=at, **changes), by=BY, at=at)


def from_today(cast: Cast, **changes: Any) -> Checklist:
    """The same, seen from the real today, for tests that walk through pages."""
    now = timezone.now()
    desks(at=now)
    return start_checklist(register_from_today(cast.leaver, **changes), by=BY, at=now)


def task(checklist: Checklist, code: str) -> Task:
    return checklist.tasks.get(template__code=code)


def codes(checklist: Checklist) -> list[str]:
    return list(checklist.tasks.values_list("template__code", flat=True))


def links(message: Message | Any) -> list[str]:
    """The addresses of tasks in a mail, without the host."""
    return re.findall(r"https?://[^/\s]+(/task/[^\s]+)", str(message.body))


def mails_to(address: str) -> list[Any]:
    return [message for message in mail.outbox if address in message.to]


@contextmanager
def refused(code: str) -> Iterator[None]:
    """What happens inside is refused, with this code."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    assert "{" not in str(caught.value)
