"""The last mail: thanks, what happens with the data, what the leaver can still decide. Generated from the settings in force,
like the promise; nobody edits it. To the private address and no other, once.

Marked in a transaction of its own before it goes out, so that a kill in the middle mails nobody twice.
"""

import re
from datetime import datetime
from email.utils import formataddr, parseaddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.consents import consents_of
from uitzicht.departures.links import expiry, make_link
from uitzicht.departures.models import Departure
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Kind, Purpose
from uitzicht.offboarding.farewell.models import FinalMail
from uitzicht.offboarding.farewell.queries import final_mail_due, final_mail_possible
from uitzicht.privacy import audit
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.policies import policy_in_force
from uitzicht.ui.mail import mail_server, subject_and_body
from uitzicht.ui.templatetags.ui import day

_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")


def send_final_mails(*, by: str, at: datetime) -> int:
    """Every last mail that is due; returns how many the mail server took. A refused address does not stop the others. A
    Refusal when the server cannot be reached: what went out is kept, the rest is due again."""
    return sum(_send(departure, by=by, at=at) for departure in list(final_mail_due(at)))


def send_again(departure: Departure, *, by: str, at: datetime) -> bool:
    """Once more to somebody whose mail was refused, at another address perhaps; whether the server took it. What arrived
    is never sent twice."""
    due = final_mail_possible(at).filter(pk=departure.pk).first()
    if due is None:
        return False
    FinalMail.objects.filter(departure=due).exclude(problem="").delete()
    return _send(due, by=by, at=at)


def compose(departure: Departure, *, link: str) -> EmailMessage:
    """In the language of the leaver. ``link``: the address of their own pages."""
    person = departure.person
    with translation.override(person.language):
        context = _context(departure, link)
        text = render_to_string(f"offboarding/mail/{person.language}/final.txt", context)
    title, body = subject_and_body(text)
    return EmailMessage(
        title,
        re.sub(r"\n{3,}", "\n\n", body),
        from_email=formataddr((settings.UITZICHT.organisation, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        to=[person.private_email],
        reply_to=_ADDRESS.findall(policy_in_force().guardian_contact)[:1],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _context(departure: Departure, link: str) -> dict[str, object]:
    policy = policy_in_force()
    follows_up = policy.follow_up_months and Purpose.FOLLOW_UP in consents_of(departure)
    return {
        "first_name": departure.person.first_name,
        "organisation": settings.UITZICHT.organisation,
        "last_day": day(departure.last_day_worked_on),
        "dismissed": departure.kind in (Kind.DISMISSAL, Kind.END_OF_FIXED_TERM),
        "retires": departure.kind == Kind.RETIREMENT,
        "notes_until": day(months_after(departure.ends_on, policy.retention_notes_months)),
        "answers_until": day(months_after(departure.ends_on, policy.retention_answers_months)),
        "pages_until": day(expiry(departure.ends_on)),
        "k": policy.k,
        "follow_up_on": day(months_after(departure.ends_on, policy.follow_up_months)) if follows_up else "",
        "guardian_contact": policy.guardian_contact or settings.DEFAULT_FROM_EMAIL,
        "link": link,
    }


def _send(departure: Departure, *, by: str, at: datetime) -> bool:
    with mail_server(_unreachable) as connection:
        try:
            mail = _mark(departure, by=by, at=at)
            return mail is not None and bool(connection.send_messages([mail]))
        except (SMTPException, OSError, ValueError) as problem:
            _note_refusal(departure, type(problem).__name__, by=by, at=at)
            return False


def _unreachable(problem: Exception) -> Refusal:
    message = _(
        "The last mails were not all sent: the mail server cannot be reached ({problem}). Nothing is lost: the next run "
        "sends the rest."
    )
    return Refusal("farewell.mail_failed", message, problem=type(problem).__name__)


@transaction.atomic
def _mark(departure: Departure, *, by: str, at: datetime) -> EmailMessage | None:
    """The mail with a link of its own, marked as sent; None when another run was faster or it is due no longer."""
    held = Departure.objects.select_for_update(of=("self",)).filter(pk=departure.pk).first()
    if held is None or not final_mail_due(at).filter(pk=held.pk).exists():
        return None
    FinalMail.objects.create(departure=departure, sent_at=at)
    audit.record("farewell.mail_sent", by=by, at=at, subject=subject(departure))
    return compose(departure, link=make_link(departure, at=at))


@transaction.atomic
def _note_refusal(departure: Departure, problem: str, *, by: str, at: datetime) -> None:
    FinalMail.objects.filter(departure=departure).update(problem=problem)
    detail = {"problem": problem}
    audit.record("farewell.mail_not_delivered", by=by, at=at, subject=subject(departure), detail=detail)
