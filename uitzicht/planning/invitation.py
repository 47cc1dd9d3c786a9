"""Mail about an appointment: to the leaver and the interviewer, never to a manager."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import make_link
from uitzicht.departures.vocabulary import VOLUNTARY, Kind
from uitzicht.people.models import Person, User
from uitzicht.planning.calendar_file import CANCEL, PUBLISH, REQUEST, calendar_file
from uitzicht.planning.models import Appointment, PlaceKind
from uitzicht.privacy.policies import policy_in_force
from uitzicht.ui.mail import subject_and_body
from uitzicht.ui.templatetags.ui import clock, day


@dataclass(frozen=True, slots=True)
class Reader:
    """One of the two, as a mail and its calendar file address them. ``other``: (name, address) of the other one."""

    name: str
    address: str
    language: str
    other: tuple[str, str]


def leaver_of(appointment: Appointment) -> Reader:
    """By the private address where it is known: a work calendar may be open to the manager."""
    person, interviewer = appointment.departure.person, appointment.interviewer
    address = person.private_email or person.work_email
    return Reader(person.name, address, person.language, (interviewer.name, interviewer.email))


def interviewer_of(appointment: Appointment, user: User) -> Reader:
    """The interviewer never learns a private address."""
    person = appointment.departure.person
    return Reader(user.name, user.email, user.language, (person.name, person.work_email))


def ensure_address(person: Person) -> None:
    if not (person.private_email or person.work_email):
        raise Refusal(
            "planning.no_address",
            _(
                "The invitation was not sent: there is no e-mail address of {name}. The appointment stands. "
                "Add an address in the staff list, then send the invitation."
            ),
            name=person.name,
        )


def invite(appointment: Appointment, *, as_proposed: bool, by: str, at: datetime) -> None:
    """Both invitations in one go; sent again they replace the earlier ones in every calendar."""
    words = "proposal_accepted" if as_proposed else "invitation"
    link = make_link(appointment.departure, at=at)
    leaver, interviewer = leaver_of(appointment), interviewer_of(appointment, appointment.interviewer)
    _send(
        [
            _mail(words, appointment, leaver, method=REQUEST, by=by, at=at, link=link),
            _mail("interviewer_invitation", appointment, interviewer, method=REQUEST, by=by, at=at),
        ]
    )


def call_off(appointment: Appointment, invited: User, *, by: str, at: datetime) -> None:
    """Tell who was invited; after a death the interviewer only."""
    interviewer, leaver = interviewer_of(appointment, invited), leaver_of(appointment)
    mails = [_mail("interviewer_cancellation", appointment, interviewer, method=CANCEL, by=by, at=at)]
    if appointment.departure.kind != Kind.DEATH and leaver.address:
        link = make_link(appointment.departure, at=at)
        mails.append(_mail("cancellation", appointment, leaver, method=CANCEL, by=by, at=at, link=link))
    _send(mails)


def tell_it_stays(appointment: Appointment, *, by: str, at: datetime) -> None:
    """The leaver asked for another moment, and none could be found; their calendar keeps what it holds."""
    ensure_address(appointment.departure.person)
    link = make_link(appointment.departure, at=at)
    _send([_mail("appointment_stays", appointment, leaver_of(appointment), method=REQUEST, by=by, at=at, link=link)])


def tell_former_interviewer(appointment: Appointment, former: User, *, by: str, at: datetime) -> None:
    """Somebody else took over: it leaves the calendar of the former one."""
    reader = interviewer_of(appointment, former)
    _send([_mail("interviewer_cancellation", appointment, reader, method=CANCEL, by=by, at=at)])


def remind(appointment: Appointment, *, by: str, at: datetime) -> None:
    """The leaver, the working day before. Refuses without an address."""
    _write("reminder", appointment, by=by, at=at)


def ask_again(appointment: Appointment, *, by: str, at: datetime) -> None:
    """The leaver, once, after a conversation that did not take place. Refuses without an address."""
    _write("missed", appointment, by=by, at=at)


def calendar_to_keep(appointment: Appointment, *, at: datetime) -> bytes:
    """What the leaver can download: the same event, in the language in force, without a question to answer."""
    return _calendar(appointment, leaver_of(appointment), method=PUBLISH, at=at)


def calendar_of_interviewer(appointment: Appointment, *, at: datetime) -> bytes:
    """The same event for the interviewer's own calendar; nobody in it is asked to answer."""
    reader = interviewer_of(appointment, appointment.interviewer)
    with translation.override(reader.language):
        return _calendar(appointment, reader, method=None, at=at)


def _calendar(appointment: Appointment, reader: Reader, *, method: str | None, at: datetime) -> bytes:
    people = [(reader.name, reader.address), reader.other] if method else []
    text = gettext("A confidential conversation of about {minutes} minutes.")
    return calendar_file(
        appointment,
        method=method,
        summary=gettext("Conversation with {name}").format(name=reader.other[0]),
        description=text.format(minutes=appointment.minutes),
        attendees=[(name, address) for name, address in people if address],
        at=at,
    )


def _write(name: str, appointment: Appointment, *, by: str, at: datetime) -> None:
    """A mail to the leaver about what stands in their calendar already."""
    ensure_address(appointment.departure.person)
    link = make_link(appointment.departure, at=at)
    _send([_letter(name, appointment, leaver_of(appointment), by=by, at=at, link=link)])


def _letter(
    name: str, appointment: Appointment, reader: Reader, *, by: str, at: datetime, link: str = ""
) -> EmailMultiAlternatives:
    _, reply_to = parseaddr(by)
    with translation.override(reader.language):
        context = _context(appointment, reader, at) | {"sender": _signer(by), "link": link}
        text = render_to_string(f"planning/mail/{reader.language}/{name}.txt", context)
    subject, body = subject_and_body(text)
    mail = EmailMultiAlternatives(subject, body, settings.DEFAULT_FROM_EMAIL, [reader.address])
    if "@" in reply_to:
        mail.reply_to = [reply_to]
    return mail


def _mail(
    name: str, appointment: Appointment, reader: Reader, *, method: str, by: str, at: datetime, link: str = ""
) -> EmailMultiAlternatives:
    mail = _letter(name, appointment, reader, by=by, at=at, link=link)
    with translation.override(reader.language):
        calendar = _calendar(appointment, reader, method=method, at=at)
    mail.attach_alternative(calendar.decode(), f"text/calendar; method={method}")
    mail.attach("appointment.ics", calendar, "application/ics")
    return mail


def _signer(by: str) -> str:
    """Whose name stands below: the organisation's where the leaver acted alone, or the night did."""
    name, address = parseaddr(by)
    return name or address if "@" in address else settings.UITZICHT.organisation


def _context(appointment: Appointment, reader: Reader, at: datetime) -> dict[str, object]:
    departure, policy = appointment.departure, policy_in_force()
    months = policy.retention_notes_months
    return {
        "first_name": departure.person.first_name,
        "reader": reader,
        "leaver": departure.person.name,
        "interviewer": appointment.interviewer.name,
        "organisation": settings.UITZICHT.organisation,
        "date": day(appointment.starts_at),
        "time": clock(appointment.starts_at),
        "minutes": appointment.minutes,
        "place": appointment.place,
        "video": appointment.place_kind == PlaceKind.VIDEO,
        "moved": appointment.sequence > 0,
        "voluntary": departure.kind in VOLUNTARY,
        "latest_day": day(departure.latest_on),
        "still_possible": departure.latest_on is not None and departure.latest_on > timezone.localdate(at),
        "k": policy.k,
        "retention_notes": ngettext("{count} month", "{count} months", months).format(count=months),
        "base_url": settings.UITZICHT.base_url,
        "departure": departure,
    }


def _send(mails: list[EmailMultiAlternatives]) -> None:
    """All of them over one connection; a refusal that says what to do when the server does not take them."""
    try:
        get_connection().send_messages(mails)
    except (SMTPException, OSError) as problem:
        raise Refusal(
            "planning.mail_failed",
            _(
                "The mail was not sent: the mail server did not take it ({problem}). The rest is kept. "
                "Try again later, or ask an administrator to look at the mail settings."
            ),
            problem=type(problem).__name__,
        ) from problem
