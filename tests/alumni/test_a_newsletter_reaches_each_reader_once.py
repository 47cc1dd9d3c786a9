from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from tests.alumni.cases import BY, confirmed, left, link_in_last_mail, sent_letter
from tests.journeys.mailbox import delivering, text_of
from uitzicht.alumni import services
from uitzicht.alumni.models import Delivery, Newsletter
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry

TEXTS = {
    "nl": {"subject": "Nieuws van de haven", "text": "De kade is vernieuwd."},
    "fr": {"subject": "Des nouvelles du port", "text": "Le quai est neuf."},
}


class CountingBackend(EmailBackend):
    opened = 0

    def open(self):
        type(self).opened += 1


class PickyBackend(EmailBackend):
    def send_messages(self, messages):
        if "een@post.example" in messages[0].to:
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)


class FaintingBackend(EmailBackend):
    """Gone with the second mail, and back the next time."""

    taken = 0

    def send_messages(self, messages):
        type(self).taken += 1
        if type(self).taken == 2:
            raise SMTPServerDisconnected
        return super().send_messages(messages)


@pytest.fixture
def readers(cast):
    """One reads Dutch, one French, one wants openings only, one nothing."""
    wishes = {"een": ("news",), "deux": ("news", "openings"), "drie": ("openings",), "vier": ()}
    for name, interests in wishes.items():
        person = cast.another_person(first_name=name.capitalize(), language="fr" if name == "deux" else "nl")
        confirmed(left(person), *interests, email=f"{name}@post.example")
    mail.outbox.clear()


def written(interest="news", texts=TEXTS):
    return services.write_newsletter(None, interest=interest, texts=texts, by=BY, at=timezone.now())


def send(newsletter, **values):
    return services.send(newsletter, by=BY, at=timezone.now(), **values)


def receivers():
    return sorted(message.to[0] for message in mail.outbox)


def test_it_goes_to_those_with_that_interest_and_to_nobody_else(readers):
    assert send(written()) == 2
    assert receivers() == ["deux@post.example", "een@post.example"]


def test_each_reads_their_own_language_or_the_one_of_the_organisation(readers):
    send(written())
    by_receiver = {message.to[0]: message for message in mail.outbox}
    assert by_receiver["een@post.example"].subject == "Nieuws van de haven"
    assert "Beste Een" in by_receiver["een@post.example"].body
    assert by_receiver["deux@post.example"].subject == "Des nouvelles du port"
    assert "Bonjour Deux" in by_receiver["deux@post.example"].body
    mail.outbox.clear()
    send(written(texts={"nl": TEXTS["nl"]}))
    assert {message.subject for message in mail.outbox} == {"Nieuws van de haven"}


def test_every_mail_holds_a_link_of_its_own_and_one_click_to_stop(readers):
    send(written())
    links = {message.body.split("/alumni/me/")[1].split("/")[0] for message in mail.outbox}
    stops = {message.extra_headers["List-Unsubscribe"] for message in mail.outbox}
    assert len(links) == len(stops) == 2
    assert Client().get(link_in_last_mail()).status_code == 200
    assert {message.reply_to[0] for message in mail.outbox} == {"noor@havenlicht.example"}


def test_a_second_time_mails_nobody_twice(readers):
    newsletter = written()
    assert [send(newsletter), send(newsletter), services.send_rest(by="the night", at=timezone.now())] == [2, 0, 0]
    assert AuditEntry.objects.filter(action="alumni.newsletter_sent").count() == 1
    newsletter.refresh_from_db()
    assert newsletter.mailed == 2


def test_a_first_part_goes_at_once_and_the_rest_in_the_night(readers):
    newsletter = written()
    assert send(newsletter, most=1) == 1
    assert services.send_rest(by="the night", at=timezone.now()) == 1
    assert receivers() == ["deux@post.example", "een@post.example"]


def test_who_joins_after_it_was_sent_gets_the_next_one(readers, cast):
    newsletter = written()
    send(newsletter)
    confirmed(left(cast.colleague), "news", email="laat@post.example")
    assert send(newsletter) == 0


def test_one_connection_carries_them_all(readers, settings):
    settings.EMAIL_BACKEND = f"{__name__}.CountingBackend"
    send(written())
    assert CountingBackend.opened == 1


def test_one_refused_address_keeps_nobody_else_from_theirs(readers, settings):
    settings.EMAIL_BACKEND = f"{__name__}.PickyBackend"
    newsletter = written()
    assert send(newsletter) == 1
    assert receivers() == ["deux@post.example"]
    assert Delivery.objects.filter(refused=True).count() == 1
    assert send(newsletter) == 0


def test_a_server_that_goes_away_halfway_leaves_the_rest_for_later(readers, cast, settings):
    confirmed(left(cast.colleague), "news", email="laat@post.example")
    mail.outbox.clear()
    settings.EMAIL_BACKEND = f"{__name__}.FaintingBackend"
    newsletter = written()
    with pytest.raises(Refusal) as refusal:
        send(newsletter)
    assert refusal.value.code == "alumni.mail_failed"
    assert send(newsletter) == 1
    assert len(receivers()) == len(set(receivers())) == 2, (
        "what was lost on the way is not tried again: perhaps it arrived"
    )


def test_a_kill_between_mark_and_mail_mails_nobody_twice(readers, monkeypatch):
    newsletter = written()

    def killed(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(EmailBackend, "send_messages", killed)
    with pytest.raises(KeyboardInterrupt):
        send(newsletter)
    monkeypatch.undo()
    assert send(newsletter) == 1


def test_it_changes_no_more_when_it_was_sent(readers):
    newsletter = written()
    services.write_newsletter(newsletter, interest="news", texts={"nl": TEXTS["nl"]}, by=BY, at=timezone.now())
    send(newsletter)
    with pytest.raises(Refusal) as refusal:
        services.write_newsletter(newsletter, interest="news", texts=TEXTS, by=BY, at=timezone.now())
    assert refusal.value.code == "alumni.newsletter_sent"


def test_without_a_text_in_the_language_of_the_organisation_nothing_is_kept(readers):
    with pytest.raises(Refusal) as refusal:
        written(texts={"fr": TEXTS["fr"]})
    assert refusal.value.code == "alumni.newsletter_empty"
    assert not Newsletter.objects.exists()


def test_openings_stand_below_a_newsletter_about_openings_only(readers, cast):
    today = timezone.localdate()
    services.set_opening(
        None,
        title="Kraanman",
        text="Met zicht op zee.",
        link="https://werk.example/kraan",
        unit=cast.techniek,
        from_on=today,
        until_on=None,
        by=BY,
        at=timezone.now(),
    )
    send(written("openings"))
    assert all("Kraanman, Techniek" in message.body for message in mail.outbox)
    mail.outbox.clear()
    send(written("news"))
    assert not any("Kraanman" in message.body for message in mail.outbox)


def test_a_letter_tells_what_was_changed_to_who_asked_to_hear_it(cast):
    confirmed(left(cast.leaver), "telling")
    confirmed(left(cast.colleague), "news", email="jan@post.example")
    mail.outbox.clear()
    newsletter = sent_letter(
        {"nl": {"subject": "Jullie zeiden, wij deden", "text": "Lees maar."}}, by=BY, at=timezone.now()
    )
    assert receivers() == ["sofie.thuis@post.example"]
    assert newsletter.interest == "telling"


def test_the_trail_holds_no_receiver(readers):
    send(written())
    assert not [line for line in AuditEntry.objects.all() if "post.example" in f"{line.detail}{line.subject}{line.by}"]


def test_a_real_mail_server_gets_one_mail_for_each_reader(readers, settings):
    with delivering() as mailbox:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mailbox.server.port
        newsletter = written()
        assert [send(newsletter), send(newsletter)] == [2, 0]
        message = mailbox.to("een@post.example")
        assert mailbox.receivers == {"een@post.example", "deux@post.example"}
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["From"].startswith("Havenlicht <")
    assert "De kade is vernieuwd." in text_of(message)
    assert "deux@post.example" not in str(message)
