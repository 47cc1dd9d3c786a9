from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from tests.followups.cases import (
    BY,
    DUE,
    ENDED,
    link_in_last_mail,
    mailed,
    on,
    planned,
    stop_link_in_last_mail,
    token_in_last_mail,
)
from uitzicht.core.refusal import Refusal
from uitzicht.followups import queries
from uitzicht.followups.questions import follow_up_parts
from uitzicht.followups.services import save_part, send_due
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy


class PickyBackend(EmailBackend):
    """A server that refuses Sofie's address."""

    def send_messages(self, messages):
        if "sofie@example.org" in messages[0].to:
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)


class DeadBackend(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


def send(days=0):
    return send_due(by=BY, at=on(DUE + timedelta(days=days)))


def begin(follow_up):
    """Answers one question behind the link of the last mail."""
    part = follow_up_parts(None, "nl")[0]
    reason = [{"reason": "terms.pay", "force": "push"}]
    at = on(timezone.localdate(follow_up.link_sent_at))
    save_part(follow_up, part, {}, reason, secret=token_in_last_mail(), resume_at=2, at=at)


def test_nothing_is_mailed_before_the_day(cast):
    planned(cast.leaver)
    assert send(-1) == 0


def test_the_first_mail_goes_to_the_private_address_and_no_other(cast):
    mailed(cast.leaver)
    assert [message.recipients() for message in mail.outbox] == [["sofie@example.org"]]


def test_without_a_private_address_nothing_goes_out_and_it_is_counted(cast):
    follow_up = planned(cast.colleague)
    assert send() == 0
    assert not mail.outbox
    assert queries.without_address(DUE) == 1
    follow_up.refresh_from_db()
    assert follow_up.sent_at is None


def test_it_comes_from_the_organisation_and_answers_go_to_the_guardian(cast):
    decide_policy(
        by=BY, at=on(ENDED), reason="New guardian.", guardian_contact="Ria Smeets, ria@havenlicht.example, 09 1"
    )
    mailed(cast.leaver)
    assert mail.outbox[0].from_email.startswith("Havenlicht <")
    assert mail.outbox[0].reply_to == ["ria@havenlicht.example"]


def test_without_an_address_of_the_guardian_answers_go_to_the_mailbox_of_the_system(cast):
    mailed(cast.leaver)
    assert mail.outbox[0].reply_to == []


@pytest.mark.parametrize(
    ("language", "subject", "ago"),
    [
        ("nl", "Hoe kijk je nu terug?", "6 maanden geleden"),
        ("fr", "Quel regard portez-vous aujourd'hui sur votre départ", "il y a 6 mois"),
        ("en", "How do you look back now?", "6 months ago"),
        ("de", "Wie blicken Sie heute zurück?", "vor 6 Monaten"),
    ],
)
def test_it_speaks_the_language_of_who_left(cast, language, subject, ago):
    cast.leaver.language = language
    cast.leaver.save()
    mailed(cast.leaver)
    message = mail.outbox[0]
    assert message.subject.startswith(subject)
    for text in (ago, "Sofie", "Havenlicht", "5", link_in_last_mail(), stop_link_in_last_mail()):
        assert text in message.body
    send(10)
    assert mail.outbox[1].subject != message.subject
    assert mail.outbox[1].body.count("/stop/") == 1


def test_it_is_short(cast):
    mailed(cast.leaver)
    words = [word for word in mail.outbox[0].body.split() if "://" not in word]
    assert len(words) <= 100


def test_two_reminders_follow_and_no_more(cast):
    mailed(cast.leaver)
    assert [day for day in range(1, 70) if send(day)] == [10, 20]
    assert len(mail.outbox) == 3


def test_each_reminder_has_a_link_of_its_own_and_the_old_one_closes(cast):
    mailed(cast.leaver)
    first = token_in_last_mail()
    send(10)
    day = DUE + timedelta(days=10)
    assert token_in_last_mail() != first
    assert queries.follow_up_behind(first, on=day) is None
    assert queries.follow_up_behind(token_in_last_mail(), on=day)


def test_who_began_keeps_the_link_that_opens_what_they_wrote(cast):
    follow_up = mailed(cast.leaver)
    token = token_in_last_mail()
    begin(follow_up)
    send(10)
    assert link_in_last_mail() == ""
    assert "30 september" in mail.outbox[-1].body
    assert queries.follow_up_behind(token, on=DUE + timedelta(days=10))


def test_a_later_reminder_names_the_mail_whose_link_still_works(cast):
    mailed(cast.leaver)
    send(10)
    follow_up = queries.follow_up_behind(token_in_last_mail(), on=DUE + timedelta(days=10))
    begin(follow_up)
    send(20)
    assert link_in_last_mail() == ""
    assert "10 oktober" in mail.outbox[-1].body


def test_a_late_first_mail_is_followed_by_reminders_within_sixty_days_only(cast):
    planned(cast.leaver)
    assert send(45) == 1
    assert [day for day in range(46, 90) if send(day)] == [55]


def test_after_sixty_days_nothing_is_mailed(cast):
    planned(cast.leaver)
    assert send(61) == 0


def test_running_twice_in_a_night_mails_nobody_twice(cast):
    planned(cast.leaver)
    assert [send(), send()] == [1, 0]


def test_a_mail_is_marked_before_it_goes_so_that_a_kill_sends_nobody_two(cast, monkeypatch):
    follow_up = planned(cast.leaver)

    def killed(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(EmailBackend, "send_messages", killed)
    with pytest.raises(KeyboardInterrupt):
        send()
    monkeypatch.undo()
    follow_up.refresh_from_db()
    assert follow_up.sent_at
    assert send() == 0


def test_one_refused_address_does_not_stop_the_others(cast, settings):
    planned(cast.leaver)
    planned(cast.another_person(private_email="someone@example.org"))
    settings.EMAIL_BACKEND = f"{__name__}.PickyBackend"
    assert send() == 1
    assert [message.to for message in mail.outbox] == [["someone@example.org"]]
    line = AuditEntry.objects.get(action="follow_up.not_delivered")
    assert line.detail == {"problem": "SMTPRecipientsRefused"}


def test_a_server_that_cannot_be_reached_loses_nothing(cast, settings):
    planned(cast.leaver)
    settings.EMAIL_BACKEND = f"{__name__}.DeadBackend"
    with pytest.raises(Refusal) as refusal:
        send()
    assert refusal.value.code == "follow_up.mail_failed"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send() == 1


def test_the_trail_names_nobody_who_is_reminded(cast):
    follow_up = mailed(cast.leaver)
    send(10)
    lines = AuditEntry.objects.filter(action="follow_up.sent").order_by("id")
    assert [line.subject for line in lines] == [f"departure:{follow_up.departure_id}", ""]


def test_no_secret_enters_the_trail(cast):
    mailed(cast.leaver)
    token = token_in_last_mail()
    assert not [line for line in AuditEntry.objects.all() if token in str(line.detail) + line.subject]
