"""Mails to former colleagues: from the organisation, each with a link to the own page and one that stops everything."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.links import address_of, new_link, stop_address
from uitzicht.alumni.models import Member, Newsletter, Opening
from uitzicht.alumni.rules import ends_on
from uitzicht.alumni.vocabulary import LinkKind
from uitzicht.ui.mail import subject_and_body
from uitzicht.ui.templatetags.ui import day

_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")


def confirmation(member: Member, *, at: datetime) -> EmailMessage:
    """Asks whether the address is theirs: the first one, or the new one that they typed on their page."""
    contact = contact_of(member)
    context = {"new": bool(contact.new_email), "again": member.questions > 0}
    to = contact.new_email or contact.email
    return _compose("confirm", member, context, to=to, kind=LinkKind.ADDRESS, at=at)


def question(member: Member, *, at: datetime) -> EmailMessage:
    """The yearly one, as ``member`` stands after marking it."""
    on = timezone.localdate(at)
    with translation.override(member.language):
        context = {"last": member.questions > 1, "ends_on": day(ends_on(on))}
    return _compose("question", member, context, to=contact_of(member).email, kind=LinkKind.PAGE, at=at)


def issue(newsletter: Newsletter, member: Member, openings: Sequence[Opening], *, at: datetime) -> EmailMessage:
    """A newsletter to one member, in their language."""
    written = text_for(newsletter, member.language)
    context = {**written, "openings": openings}
    mail = _compose("newsletter", member, context, to=contact_of(member).email, kind=LinkKind.PAGE, at=at)
    mail.reply_to = _ADDRESS.findall(parseaddr(newsletter.written_by)[1])
    return mail


def text_for(newsletter: Newsletter, language: str) -> dict[str, str]:
    """``subject`` and ``text`` in a language, or in the one of the organisation."""
    texts = newsletter.texts
    written = texts.get(language) or texts.get(settings.LANGUAGE_CODE) or next(iter(texts.values()))
    return {"subject": written["subject"], "text": written["text"]}


def sample(newsletter: Newsletter, language: str, openings: Sequence[Opening]) -> str:
    """The body as a member reads it, with an invented first name and no link that works."""
    context = {**text_for(newsletter, language), "openings": openings}
    return _written(
        "newsletter", language, {**context, **_signed("Sofie", address_of("…"), address_of("…") + "stop/")}
    )[1]


def _compose(
    name: str, member: Member, context: Mapping[str, object], *, to: str, kind: LinkKind, at: datetime
) -> EmailMessage:
    stop = stop_address(member)
    signed = _signed(member.departure.person.first_name, address_of(new_link(member, kind, at=at)), stop)
    subject, body = _written(name, member.language, {**context, **signed})
    return EmailMessage(
        subject,
        body,
        from_email=formataddr((settings.UITZICHT.organisation, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        to=[to],
        headers={
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _signed(first_name: str, link: str, stop: str) -> dict[str, object]:
    return {
        "first_name": first_name,
        "organisation": settings.UITZICHT.organisation,
        "link": link,
        "stop_link": stop,
    }


def _written(name: str, language: str, context: dict[str, object]) -> tuple[str, str]:
    """Subject and body."""
    with translation.override(language):
        text = render_to_string(f"alumni/mail/{language}/{name}.txt", context)
    return subject_and_body(text)
