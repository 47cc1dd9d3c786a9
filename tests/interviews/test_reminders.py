"""Reminders of the night: themes after five and eight days, a summary after seven; each once, whatever happens."""

from datetime import timedelta

import pytest
from django.core import mail

from tests.cast import Cast
from tests.interviews.afterwards import BESIDE, DAY, TEXT, held
from tests.interviews.setting import BRAM, NOON
from uitzicht.coding import services as coding
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview
from uitzicht.interviews.reminders import remind_to_code, remind_to_confirm
from uitzicht.privacy.models import AuditEntry

NIGHT = "the night"


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return held(cast)


@pytest.fixture
def sent(interview: Interview) -> Interview:
    services.send_summary(interview, by=BRAM, at=NOON)
    mail.outbox.clear()
    return interview


def code_reminders(days: int) -> int:
    return remind_to_code(by=NIGHT, at=NOON + days * DAY)


def confirm_reminders(days: int) -> int:
    return remind_to_confirm(by=NIGHT, at=NOON + days * DAY)


def test_themes_are_asked_for_after_five_and_after_eight_days(interview: Interview) -> None:
    assert [code_reminders(days) for days in (4, 5, 5, 6, 7, 8, 8, 30)] == [0, 1, 0, 0, 0, 1, 0, 0]
    first, second = mail.outbox
    assert first.to == second.to == [interview.interviewer.email]
    assert "dinsdag 24 maart" in first.body
    assert f"/interviews/{interview.pk}/code/" in first.body


def test_nights_that_were_missed_are_made_up_for_with_one_mail(interview: Interview) -> None:
    assert [code_reminders(days) for days in (20, 21)] == [1, 0]


def test_the_subject_names_nobody_and_the_mail_nothing_that_was_said(interview: Interview) -> None:
    code_reminders(5)
    (sent,) = mail.outbox
    assert "Sofie" not in sent.subject
    assert "Kanarie" not in sent.subject + sent.body


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_mail_speaks_the_language_of_the_interviewer(interview: Interview, language: str) -> None:
    interview.interviewer.language = language
    interview.interviewer.save()
    code_reminders(5)
    subjects = {"nl": "Een gesprek wacht", "fr": "Un entretien attend", "en": "A conversation", "de": "Ein Gespräch"}
    assert mail.outbox[0].subject.startswith(subjects[language])
    assert "{" not in mail.outbox[0].body


def test_what_has_its_themes_is_left_alone(interview: Interview) -> None:
    coding.finish_coding(interview, by=BRAM, at=NOON)
    assert code_reminders(8) == 0


def test_a_closed_account_gets_no_mail(interview: Interview) -> None:
    interview.interviewer.is_active = False
    interview.interviewer.save()
    assert code_reminders(8) == 0


def test_the_leaver_is_reminded_once_with_a_fresh_link(sent: Interview) -> None:
    assert [confirm_reminders(days) for days in (6, 7, 7, 13)] == [0, 1, 0, 0]
    (reminder,) = mail.outbox
    assert reminder.to == ["sofie@example.org"]
    assert reminder.subject == "Herinnering: klopt het zo?"
    assert "/my/" in reminder.body
    assert TEXT not in reminder.body
    assert sent.departure.personal_links.count() == 2


@pytest.mark.parametrize("answer", ["confirmed", "corrected"])
def test_whoever_answered_is_not_reminded(sent: Interview, answer: str) -> None:
    if answer == "confirmed":
        services.confirm_summary(sent, by="leaver", at=NOON)
    else:
        services.correct_summary(sent, BESIDE, by="leaver", at=NOON)
    assert confirm_reminders(7) == 0


def test_after_the_last_day_to_confirm_no_reminder_comes(sent: Interview) -> None:
    assert confirm_reminders(15) == 0


def test_after_a_death_no_reminder_comes(sent: Interview) -> None:
    sent.departure.kind = "death"
    sent.departure.save()
    assert confirm_reminders(7) == 0


def test_sent_again_there_may_be_one_reminder_again(sent: Interview) -> None:
    confirm_reminders(7)
    services.send_summary(sent, by=BRAM, at=NOON + 8 * DAY)
    assert [confirm_reminders(days) for days in (14, 15, 16)] == [0, 1, 0]


def test_an_address_that_fails_is_tried_again_and_keeps_nobody_from_theirs(
    cast: Cast, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = mail.EmailMessage.send
    monkeypatch.setattr(mail.EmailMessage, "send", lambda *_: (_ for _ in ()).throw(ConnectionRefusedError()))
    assert code_reminders(5) == 0
    assert not AuditEntry.objects.filter(action="interview.coding_reminded").exists()
    monkeypatch.setattr(mail.EmailMessage, "send", send)
    assert code_reminders(6) == 1


def test_each_reminder_is_in_the_trail(sent: Interview) -> None:
    code_reminders(5)
    remind_to_confirm(by=NIGHT, at=NOON + 7 * DAY + timedelta(hours=1))
    lines = AuditEntry.objects.filter(by=NIGHT).order_by("id")
    assert [(line.action, line.subject) for line in lines] == [
        ("interview.coding_reminded", f"interview:{sent.pk}"),
        ("summary.reminded", f"interview:{sent.pk}"),
    ]
