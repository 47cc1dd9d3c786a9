"""The mail of a follow-up: to the private address and no other, from the system and not from a person."""

import re
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import npgettext

from uitzicht.followups.links import link_with, stop_link
from uitzicht.followups.models import FollowUp
from uitzicht.followups.rules import MINUTES, MOST_REMINDERS, months_between
from uitzicht.privacy.policies import policy_in_force
from uitzicht.ui.mail import subject_and_body
from uitzicht.ui.templatetags.ui import day

_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")


def compose(follow_up: FollowUp, *, token: str) -> EmailMessage:
    """The first mail or a reminder, as ``follow_up`` stands after marking it. ``token``: "" when something was begun: the
    link behind which it stands, of the mail of ``link_sent_at``, keeps working."""
    person = follow_up.departure.person
    name = "reminder" if follow_up.reminders else "first"
    with translation.override(person.language):
        context = _context(follow_up, token)
        text = render_to_string(f"followups/mail/{person.language}/{name}.txt", context)
    subject, body = subject_and_body(text)
    return EmailMessage(
        subject,
        body,
        from_email=_sender(),
        to=[person.private_email],
        reply_to=_replies_go_to(),
        headers={
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{stop_link(follow_up.pk)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _context(follow_up: FollowUp, token: str) -> dict[str, object]:
    months = months_between(follow_up.departure.ends_on, follow_up.due_on)
    return {
        "first_name": follow_up.departure.person.first_name,
        "organisation": settings.UITZICHT.organisation,
        "months": npgettext("ago", "{count} month", "{count} months", months).format(count=months),
        "minutes": MINUTES,
        "k": policy_in_force().k,
        "link": link_with(token) if token else "",
        "link_sent_on": day(follow_up.link_sent_at),
        "stop_link": stop_link(follow_up.pk),
        "last": follow_up.reminders == MOST_REMINDERS,
    }


def _sender() -> str:
    return formataddr((settings.UITZICHT.organisation, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))


def _replies_go_to() -> list[str]:
    """The guardian, where the settings hold an address; never HR."""
    return _ADDRESS.findall(policy_in_force().guardian_contact)[:1]
