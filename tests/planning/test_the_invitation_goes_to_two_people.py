import email
import re
import socket
from email import policy as email_policy

import icalendar
import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.utils import timezone

from tests.cast import NOW, TODAY
from tests.departures.cases import BY, register, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import departure_behind
from uitzicht.departures.models import PersonalLink
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.services import send_invitation
from uitzicht.privacy.policies import decide_policy


class Postbox:
    """What a real SMTP server took in."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        parsed = email.message_from_bytes(envelope.content, policy=email_policy.default)
        self.mails.append((envelope.rcpt_tos, parsed))
        return "250 kept"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def postbox(settings):
    box = Postbox()
    port = free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield box
    server.stop()


def calendar_in(message):
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    assert len(parts) == 1
    return icalendar.Calendar.from_ical(parts[0].get_content()), parts[0]


def event_of(message):
    return next(iter(calendar_in(message)[0].walk("VEVENT")))


def text_of(message):
    return message.get_body(("plain",)).get_content()


def test_a_real_server_gets_two_mails_and_none_for_the_manager(cast, postbox):
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    receivers = [address for to, _ in postbox.mails for address in to]
    assert receivers == ["sofie@example.org", "bram@havenlicht.example"]
    everything = " ".join(message.as_string() for _, message in postbox.mails)
    assert cast.line_manager.work_email not in everything
    assert "Els Maes" not in everything


def test_the_calendar_file_is_a_request_that_calendars_understand(cast, postbox):
    appointment = schedule(register(cast.leaver), cast)
    send_invitation(appointment, by=BY, at=NOW)
    for _, message in postbox.mails:
        calendar, part = calendar_in(message)
        assert part.get_content_type() == "text/calendar"
        assert part.get_param("method") == "REQUEST"
        assert calendar["METHOD"] == "REQUEST"
        event = event_of(message)
        assert str(event["UID"]).startswith(str(appointment.pk))
        assert (event["SEQUENCE"], str(event["STATUS"]), str(event["CLASS"])) == (0, "CONFIRMED", "PRIVATE")
        assert event.decoded("DTSTART") == appointment.starts_at
        assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
        assert event.decoded("DTEND") == appointment.ends_at
        assert str(event["LOCATION"]) == "Kamer Vuurtoren"


def test_the_calendar_says_nothing_about_leaving(cast, postbox):
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    for _, message in postbox.mails:
        event = event_of(message)
        words = f"{event['SUMMARY']} {event['DESCRIPTION']} {message['Subject']}".lower()
        assert not re.search(r"exit|vertrek|ontslag|opzeg|laatste", words)
        assert "/my/" not in str(event)


def test_the_interviewer_never_learns_the_private_address(cast, postbox):
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    to_interviewer = postbox.mails[1][1]
    assert "sofie@example.org" not in to_interviewer.as_string()
    assert "sofie@example.org" not in str(event_of(to_interviewer).to_ical())
    attendees = {str(a) for a in event_of(to_interviewer)["ATTENDEE"]}
    assert attendees == {"mailto:bram@havenlicht.example", f"mailto:{cast.leaver.work_email}"}


def test_the_mail_explains_and_its_link_opens_the_own_pages(cast, postbox):
    departure = register(cast.leaver)
    send_invitation(schedule(departure, cast), by=BY, at=NOW)
    text = text_of(postbox.mails[0][1])
    for words in ("vertrouwelijk", "minstens 5 mensen", "anoniem verwerkt", "12 maanden", "hoeft niet", "de vragen"):
        assert words in text
    token = re.search(r"/my/([\w-]+)/", text).group(1)
    assert departure_behind(token, on=TODAY) == departure
    assert "/my/" not in text_of(postbox.mails[1][1])


def test_the_settings_in_force_stand_in_the_mail(cast):
    decide_policy(by=BY, at=NOW, reason="test", k=8, k_sensitive=12, retention_notes_months=6)
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    assert "minstens 8 mensen" in mail.outbox[0].body
    assert "6 maanden" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("Beste Sofie", "donderdag 19 maart om 14:00", "waarom je gaat")),
        ("fr", ("Bonjour Sofie", "jeudi 19 mars à 14:00", "pourquoi vous partez")),
        ("en", ("Dear Sofie", "Thursday 19 March at 14:00", "why you are leaving")),
        ("de", ("Guten Tag Sofie", "Donnerstag, 19. März um 14:00", "warum Sie gehen")),
    ],
)
def test_everybody_is_written_to_in_their_own_language(cast, monkeypatch, language, words):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, tz=None: TODAY if value is None else _day(value))
    cast.leaver.language = language
    cast.leaver.save()
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    assert all(text in mail.outbox[0].body for text in words)
    assert "Beste Bram Nijs" in mail.outbox[1].body


def _day(value):
    return timezone.localtime(value).date()


@pytest.mark.parametrize("kind", ["dismissal", "retirement", "end_of_fixed_term", "mutual_agreement", "other"])
def test_only_who_resigned_is_asked_why(cast, kind):
    send_invitation(schedule(register(cast.leaver, kind=kind), cast), by=BY, at=NOW)
    assert "waarom je gaat" not in mail.outbox[0].body


def test_without_a_private_address_the_work_address_is_used(cast):
    cast.leaver.private_email = ""
    cast.leaver.save()
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    assert mail.outbox[0].to == [cast.leaver.work_email]


def test_without_any_address_it_is_refused_and_the_appointment_stands(cast):
    cast.leaver.private_email = cast.leaver.work_email = ""
    cast.leaver.save()
    appointment = schedule(register(cast.leaver), cast)
    with pytest.raises(Refusal) as refusal:
        send_invitation(appointment, by=BY, at=NOW)
    assert refusal.value.code == "planning.no_address"
    appointment.refresh_from_db()
    assert appointment.invited_at is None
    assert appointment.departure.stage == Stage.PLANNED


def test_a_server_that_does_not_answer_is_a_clear_refusal_and_can_be_tried_again(cast, settings):
    appointment = schedule(register(cast.leaver), cast)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()  # nobody listens there
    with pytest.raises(Refusal) as refusal:
        send_invitation(appointment, by=BY, at=NOW)
    assert refusal.value.code == "planning.mail_failed"
    appointment.refresh_from_db()
    assert appointment.invited_at is None
    assert not PersonalLink.objects.exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_invitation(appointment, by=BY, at=NOW)
    assert len(mail.outbox) == 2


def test_replies_go_to_who_invited(cast):
    send_invitation(schedule(register(cast.leaver), cast), by=BY, at=NOW)
    assert mail.outbox[0].reply_to == ["noor@havenlicht.example"]
    assert mail.outbox[0].body.rstrip().endswith("Noor Verlinden")


def test_after_a_death_nothing_leaves(cast):
    appointment = schedule(register(cast.leaver), cast)
    appointment.departure.kind = "death"
    with pytest.raises(Refusal) as refusal:
        send_invitation(appointment, by=BY, at=NOW)
    assert refusal.value.code == "planning.after_death"
    assert not mail.outbox
