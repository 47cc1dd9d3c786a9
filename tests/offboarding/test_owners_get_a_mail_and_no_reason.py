from datetime import datetime, time, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.urls import reverse

from tests.cast import NOW
from tests.departures.cases import BRUSSELS, BY
from tests.offboarding.cases import begun, from_today, links, mails_to, refused, task
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding.models import Task, TaskLink
from uitzicht.offboarding.reminders import remind_owners
from uitzicht.offboarding.services import ask_owners, finish_task, name_successor
from uitzicht.offboarding.services.tasks import Asked
from uitzicht.people.models import Person


def at(year, month, day):
    return datetime.combine(datetime(year, month, day), time(3), BRUSSELS)


def test_nobody_is_mailed_before_hr_asks(cast):
    begun(cast)
    remind_owners(by="nightly", at=at(2026, 3, 26))
    assert mail.outbox == []


def test_each_owner_gets_one_mail_with_a_link_for_each_task(cast):
    checklist = begun(cast)
    assert ask_owners(checklist, by=BY, at=NOW) == Asked(5, ())
    assert len(mail.outbox) == 5
    (manager,) = mails_to(cast.line_manager.work_email)
    assert len(links(manager)) == checklist.tasks.filter(owner_role="manager").count()
    assert manager.body.startswith("Beste Els,")
    assert "donderdag 26 maart" in manager.body
    assert manager.reply_to == ["noor@havenlicht.example"]
    assert manager.body.rstrip().endswith("Noor Verlinden")


def test_one_task_follows_the_model_mail(cast):
    checklist = begun(cast)
    name_successor(checklist, "Jan Peeters", cast.colleague.work_email, by=BY, at=NOW)
    ask_owners(checklist, by=BY, at=NOW)
    (message,) = mails_to(cast.colleague.work_email)
    name = task(checklist, "hand-over-talk").names["nl"]
    assert message.subject == f"Taak bij het vertrek van Sofie Martens: {name}"
    assert "Graag klaar uiterlijk op maandag 23 maart." in message.body
    assert len(links(message)) == 1


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "werkt"), ("fr", "travaille"), ("en", "works"), ("de", "arbeitet")]
)
def test_a_mail_speaks_the_language_of_the_owner(cast, language, word):
    Person.objects.filter(pk=cast.line_manager.pk).update(language=language)
    checklist = begun(cast)
    ask_owners(checklist, by=BY, at=NOW)
    remind_owners(by="nightly", at=at(2026, 3, 13))
    asked, *reminders = mails_to(cast.line_manager.work_email)
    assert reminders
    for message in (asked, *reminders):
        assert word in message.body
        assert task(checklist, "farewell-plan").names[language] in message.body
        assert "{" not in message.body + message.subject


@pytest.mark.parametrize("kind", [Kind.DISMISSAL, Kind.RESIGNATION, Kind.RETIREMENT, Kind.MUTUAL_AGREEMENT])
def test_no_mail_says_why_somebody_leaves(cast, kind):
    ask_owners(begun(cast, kind=kind), by=BY, at=NOW)
    said = " ".join(f"{message.subject} {message.body}" for message in mail.outbox if "hr@" not in message.to[0])
    assert not [word for word in ("ontslag", "opgezegd", "pensioen", "onderling", "resign") if word in said.lower()]


def test_who_was_asked_is_not_asked_again(cast):
    checklist = begun(cast)
    ask_owners(checklist, by=BY, at=NOW)
    assert ask_owners(checklist, by=BY, at=NOW) == Asked(0, ())


@pytest.fixture
def helpdesk_refused(monkeypatch):
    """The mail server takes every address but that of the helpdesk."""
    send = EmailMessage.send

    def refuse(message, *args):
        if message.to == ["it@havenlicht.example"]:
            raise SMTPRecipientsRefused({"it@havenlicht.example": (550, b"unknown")})
        return send(message, *args)

    monkeypatch.setattr(EmailMessage, "send", refuse)


@pytest.mark.usefixtures("helpdesk_refused")
def test_an_address_that_fails_keeps_nobody_else_from_theirs(cast, monkeypatch):
    checklist = begun(cast)
    assert ask_owners(checklist, by=BY, at=NOW) == Asked(4, ("IT-helpdesk",))
    assert task(checklist, "property-it").asked_at is None
    assert TaskLink.objects.filter(email="it@havenlicht.example").count() == 0
    monkeypatch.undo()
    assert ask_owners(checklist, by=BY, at=NOW) == Asked(1, ())


@pytest.mark.usefixtures("helpdesk_refused")
def test_the_page_says_whom_no_mail_reached(cast, signed_in):
    checklist = from_today(cast)
    answer = signed_in("hr_lead").post(reverse("checklist_ask", args=[checklist.departure_id]), follow=True)
    page = answer.content.decode()
    assert "4 colleagues got a mail" in page
    assert "The mail to IT-helpdesk was not sent" in page


def test_after_a_death_nothing_is_mailed(cast):
    checklist = begun(cast)
    ask_owners(checklist, by=BY, at=NOW)
    mail.outbox.clear()
    Departure.objects.update(kind=Kind.DEATH)
    checklist.refresh_from_db()
    with refused("checklist.after_death"):
        ask_owners(checklist, by=BY, at=NOW)
    assert remind_owners(by="nightly", at=at(2026, 3, 26)) == 0
    assert mail.outbox == []


def test_after_a_cancellation_nobody_is_reminded(cast):
    ask_owners(begun(cast), by=BY, at=NOW)
    mail.outbox.clear()
    Departure.objects.update(stage=Stage.CANCELLED)
    assert remind_owners(by="nightly", at=at(2026, 3, 26)) == 0


def test_reminders_come_three_days_before_and_on_the_day_and_never_twice(cast):
    """The laptop comes back on Thursday 26 March."""
    checklist = begun(cast)
    Task.objects.exclude(pk=task(checklist, "property-it").pk).update(owner_email="")
    ask_owners(checklist, by=BY, at=NOW)
    sent = []
    for days in range(25):
        for _run in range(2):
            mail.outbox.clear()
            if remind_owners(by="nightly", at=NOW + timedelta(days=days)):
                sent.append((NOW + timedelta(days=days)).date().isoformat())
                assert mail.outbox[0].subject.startswith("Herinnering: taak bij het vertrek van Sofie Martens:")
                assert mail.outbox[0].body.rstrip().endswith("Havenlicht")
    assert sent == ["2026-03-23", "2026-03-26"]


def test_a_night_that_was_missed_is_made_up_for_once(cast):
    checklist = begun(cast)
    Task.objects.exclude(pk=task(checklist, "property-it").pk).update(owner_email="")
    ask_owners(checklist, by=BY, at=NOW)
    mail.outbox.clear()
    assert remind_owners(by="nightly", at=at(2026, 3, 28)) == 1
    assert remind_owners(by="nightly", at=at(2026, 3, 29)) == 0


def test_who_has_to_wait_or_is_done_is_not_reminded(cast):
    checklist = begun(cast)
    Task.objects.exclude(template__code__in=("property-it", "property-check")).update(owner_email="")
    ask_owners(checklist, by=BY, at=NOW)
    finish_task(task(checklist, "property-it"), by=BY, at=NOW)
    assert remind_owners(by="nightly", at=at(2026, 3, 30)) == 0  # facilities still has the badge to take
    finish_task(task(checklist, "property-facilities"), by=BY, at=NOW)
    assert remind_owners(by="nightly", at=at(2026, 3, 30)) == 1
