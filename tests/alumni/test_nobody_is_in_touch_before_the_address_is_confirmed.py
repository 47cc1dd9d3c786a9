from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.alumni.cases import ADDRESS, confirmed, joined, left, link_in_last_mail, on, token_in_last_mail
from uitzicht.alumni import queries, services
from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.models import Member
from uitzicht.core.refusal import Refusal
from uitzicht.departures.consents import consents_of
from uitzicht.departures.links import make_link
from uitzicht.departures.vocabulary import Kind, Purpose
from uitzicht.privacy.models import AuditEntry


class DeadBackend(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


class PickyBackend(EmailBackend):
    def send_messages(self, messages):
        raise SMTPRecipientsRefused({})


@pytest.fixture
def departure(cast):
    return left(cast.leaver, days=5)


@pytest.fixture
def sofie(departure):
    """Her own pages are open on this device."""
    browser = Client(headers={"Accept-Language": "en"})
    browser.post(make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000"))
    return browser


def agree(sofie, **data):
    return sofie.post(reverse("my_consents"), {"purpose": "alumni", "given": "1", **data})


def test_agreeing_on_the_own_pages_mails_one_link_to_the_address_that_was_typed(sofie, departure):
    assert agree(sofie, email=ADDRESS).status_code == 302
    assert [message.to for message in mail.outbox] == [[ADDRESS]]
    assert consents_of(departure) == {Purpose.ALUMNI}
    assert not queries.members(timezone.localdate()).exists()


def test_the_known_private_address_does_when_none_is_typed(sofie):
    agree(sofie)
    assert mail.outbox[-1].to == ["sofie@example.org"]


def test_the_page_says_that_a_mail_waits_and_shows_the_address_masked(sofie):
    agree(sofie, email=ADDRESS)
    page = sofie.get(reverse("my_consents"), {"language": "en"}).content.decode()
    assert "We mailed a link to s…@post.example" in page
    assert ADDRESS not in page


def test_a_work_address_and_none_at_all_are_refused(sofie, departure, cast):
    sofie.get(reverse("my_consents"), {"language": "en"})
    assert "closes when you leave" in agree(sofie, email=cast.leaver.work_email.upper()).content.decode()
    cast.leaver.private_email = ""
    cast.leaver.save()
    agree(sofie)
    assert not Member.objects.exists()
    assert consents_of(departure) == set()
    assert not mail.outbox


def test_opening_the_link_confirms_nothing_and_a_click_does(departure):
    member = joined(departure)
    link = link_in_last_mail()
    page = Client().get(link)
    assert page.status_code == 200
    assert "s…@post.example" in page.content.decode()
    member.refresh_from_db()
    assert member.confirmed_at is None
    browser = Client()
    assert browser.post(link)["Location"] == "/alumni/me/"
    member.refresh_from_db()
    assert member.confirmed_at
    assert ADDRESS in browser.get("/alumni/me/").content.decode()
    assert Client().post(link).status_code == 404, "it works once"


def test_the_link_to_confirm_opens_no_page_by_itself(departure):
    joined(departure)
    browser = Client()
    browser.cookies["alumni"] = token_in_last_mail()
    assert browser.get("/alumni/me/").status_code == 404


def test_without_a_mail_server_nothing_is_agreed_to(sofie, departure, settings):
    settings.EMAIL_BACKEND = f"{__name__}.DeadBackend"
    assert agree(sofie, email=ADDRESS).status_code == 200
    assert not Member.objects.exists()
    assert consents_of(departure) == set()


def test_a_refused_address_waits_and_ends_by_itself(departure, settings):
    settings.EMAIL_BACKEND = f"{__name__}.PickyBackend"
    member = services.join(departure, email=ADDRESS, by="leaver", at=timezone.now())
    assert services.ask_to_confirm(member, at=timezone.now()) is False


def test_one_reminder_follows_after_a_week_and_after_a_month_the_address_is_erased(departure):
    start = timezone.localdate()
    joined(departure, at=on(start))
    sent = [
        day
        for day in range(1, 31)
        if services.remind(on=start + timedelta(days=day), at=on(start + timedelta(days=day)), by="the night")
    ]
    assert sent == [7]
    assert mail.outbox[-1].subject.startswith("Herinnering")
    assert services.end_over(by="the night", at=on(start + timedelta(days=30))) == 0
    assert services.end_over(by="the night", at=on(start + timedelta(days=31))) == 1
    assert not Member.objects.exists()
    assert consents_of(departure) == set()


def test_the_reminder_closes_the_link_of_before(departure):
    start = timezone.localdate()
    joined(departure, at=on(start))
    first = token_in_last_mail()
    services.remind(on=start + timedelta(days=7), at=on(start + timedelta(days=7)), by="the night")
    assert queries.link_behind(first, on=start) is None
    assert queries.link_behind(token_in_last_mail(), on=start)


def test_agreeing_again_with_another_address_asks_there(departure):
    joined(departure)
    member = joined(departure, email="ander@post.example")
    assert contact_of(member).email == "ander@post.example"
    assert mail.outbox[-1].to == ["ander@post.example"]
    assert Member.objects.count() == 1


def test_who_is_confirmed_stays_so_when_they_agree_again(departure):
    confirmed(departure)
    mails = len(mail.outbox)
    assert services.join(departure, email="ander@post.example", by="leaver", at=timezone.now()).confirmed_at
    assert len(mail.outbox) == mails


def test_who_still_works_here_is_no_former_colleague_yet(cast):
    departure = left(cast.leaver, days=-5)
    confirmed(departure)
    assert not queries.members(timezone.localdate()).exists()
    assert queries.members(departure.ends_on + timedelta(days=1)).count() == 1


def test_after_a_death_nobody_joins_and_nobody_is_mailed(cast, departure):
    confirmed(departure, "news")
    departure.kind = Kind.DEATH
    departure.save()
    later = timezone.localdate() + timedelta(days=800)
    assert services.remind(on=later, at=on(later), by="the night") == 0
    assert not queries.members(later).exists()
    with pytest.raises(Refusal) as refusal:
        services.join(departure, email=ADDRESS, by="leaver", at=timezone.now())
    assert refusal.value.code == "alumni.no_departure"
    assert services.end_over(by="the night", at=timezone.now()) == 1


def test_the_trail_names_no_address_and_nobody(departure):
    confirmed(departure, "news")
    lines = [line for line in AuditEntry.objects.all() if line.action.startswith("alumni.")]
    assert [line.action for line in lines[::-1]] == ["alumni.joined", "alumni.confirmed", "alumni.changed"]
    assert {line.subject for line in lines} == {""}
    assert not [line for line in AuditEntry.objects.all() if ADDRESS in f"{line.detail}{line.subject}{line.by}"]
