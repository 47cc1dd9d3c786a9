from dataclasses import replace
from datetime import date

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client

from tests.cast import NOW
from uitzicht.demo.mails import mails_in
from uitzicht.demo.models import DemoMarker

BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def _send(folder, *subjects):
    messages = []
    for subject in subjects:
        message = EmailMultiAlternatives(
            subject, "Beste Zoë,\n\ntot dinsdag.", "hr@havenlicht.example", ["zoe@post.example"]
        )
        message.attach_alternative("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "text/calendar; method=REQUEST")
        message.attach("appointment.ics", b"BEGIN:VCALENDAR", "application/ics")
        messages.append(message)
    get_connection(BACKEND, file_path=str(folder)).send_messages(messages)


def test_a_mail_shows_who_what_and_what_is_attached(tmp_path):
    _send(tmp_path, "Een gesprek")
    (mail,) = mails_in(tmp_path)
    assert (mail.sender, mail.to, mail.subject) == ("hr@havenlicht.example", "zoe@post.example", "Een gesprek")
    assert mail.text == "Beste Zoë,\n\ntot dinsdag."
    assert mail.attachments == ("appointment.ics",)


def test_the_newest_mail_comes_first_also_within_one_file(tmp_path):
    _send(tmp_path, "eerste", "tweede")
    assert [mail.subject for mail in mails_in(tmp_path)] == ["tweede", "eerste"]


def test_a_folder_that_is_not_there_holds_no_mail(tmp_path):
    assert mails_in(tmp_path / "mail") == []


@pytest.mark.django_db
def test_the_page_shows_every_mail_and_says_when_there_is_none(tmp_path, settings):
    settings.UITZICHT = replace(settings.UITZICHT, demo=True, home=tmp_path)
    DemoMarker.objects.create(anchor_on=date(2026, 3, 10), made_at=NOW)
    browser = Client(headers={"Accept-Language": "en"})
    assert "No mail yet" in browser.get("/demo/mail/").content.decode()
    _send(tmp_path / "mail", "Een gesprek met Ilse")
    page = browser.get("/demo/mail/").content.decode()
    assert "Een gesprek met Ilse" in page
    assert "appointment.ics" in page
