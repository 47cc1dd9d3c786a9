import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.alumni.cases import (
    ADDRESS,
    BY,
    confirmed,
    left,
    link_in_last_mail,
    on,
    own_page,
    sent_letter,
    stop_link_in_last_mail,
)
from uitzicht.alumni import services
from uitzicht.alumni.models import Delivery, Member, MemberLink, Referral
from uitzicht.departures.consents import consents_of
from uitzicht.departures.links import make_link
from uitzicht.departures.models import Consent
from uitzicht.people.models import Position
from uitzicht.privacy.models import AuditEntry

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def departure(cast):
    return left(cast.leaver, days=5)


@pytest.fixture
def member(departure):
    return confirmed(departure, "news")


def nothing_is_left(departure):
    assert not Member.objects.exists()
    assert not MemberLink.objects.exists()
    assert not Delivery.objects.exists()
    assert consents_of(departure) == set()
    assert Consent.objects.get().withdrawn_at
    (line,) = AuditEntry.objects.filter(action="alumni.left")
    assert (line.subject, line.detail) == ("", {"count": 1})
    return True


def a_page_of(member):
    sent_letter({"nl": {"subject": "Nieuws", "text": "Hallo"}}, interest="news", by=BY, at=timezone.now())
    return own_page(link_in_last_mail())


def test_leaving_asks_once_and_takes_one_click(member, departure):
    browser = a_page_of(member)
    assert browser.get("/alumni/me/leave/").status_code == 200
    assert Member.objects.exists()
    response = browser.post("/alumni/me/leave/", follow=True)
    assert response.redirect_chain == [("/alumni/me/gone/", 302)]
    assert nothing_is_left(departure)
    assert browser.get("/alumni/me/").status_code == 404


def test_one_click_in_a_mail_is_enough_also_for_a_mail_service(member, departure):
    message = mail.outbox[-1]
    address = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address == stop_link_in_last_mail()
    assert Client().get(address).status_code == 200
    assert Member.objects.exists(), "a scanner that follows links stops nothing"
    service = Client(enforce_csrf_checks=True)
    assert service.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert nothing_is_left(departure)
    assert service.post(address).status_code == 404


def test_taking_the_consent_back_on_the_own_pages_erases_as_well(member, departure):
    browser = Client()
    browser.post(make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000"))
    browser.post(reverse("my_consents"), {"purpose": "alumni"})
    assert nothing_is_left(departure)


def test_erasing_everything_on_the_own_pages_takes_it_along(member, departure):
    browser = Client()
    browser.post(make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000"))
    browser.post("/my/erase/", {"confirmed": "on"})
    assert not Member.objects.exists()
    assert not Consent.objects.exists()


def test_leaving_forgets_by_whom_a_referral_was_and_keeps_the_count(member, departure, cast):
    today = timezone.localdate()
    services.set_referral(None, on=today, by_person=cast.leaver, unit=None, hired_on=None, by=BY, at=timezone.now())
    services.set_referral(None, on=today, by_person=cast.colleague, unit=None, hired_on=None, by=BY, at=timezone.now())
    services.leave(member, by="alumnus", at=timezone.now())
    assert Referral.objects.get(by_person=None).by_alumnus
    assert Referral.objects.filter(by_person=cast.colleague).count() == 1


def test_leaving_twice_changes_nothing(member):
    for _ in range(2):
        services.leave(member, by="alumnus", at=timezone.now())
    assert AuditEntry.objects.filter(action="alumni.left").count() == 1


def test_who_comes_back_to_work_is_erased_in_the_night(member, departure, cast):
    today = timezone.localdate()
    Position.objects.filter(person=cast.leaver).update(valid_to=departure.ends_on + timedelta(days=1))
    Position.objects.create(person=cast.leaver, unit=cast.techniek, valid_from=today)
    assert services.remind(on=today + timedelta(days=800), at=on(today), by="the night") == 0
    assert services.end_over(by="the night", at=on(today)) == 1
    assert nothing_is_left(departure)


def test_a_consent_that_went_otherwise_is_found_in_the_night(member, departure):
    Consent.objects.update(withdrawn_at=timezone.now())
    assert services.end_over(by="the night", at=timezone.now()) == 1
    assert nothing_is_left(departure)


def test_who_stays_is_not_touched(member):
    assert services.end_over(by="the night", at=timezone.now()) == 0
    assert Member.objects.exists()


@pytest.mark.skipif("postgres" in os.environ.get("UITZICHT_DATABASE_URL", ""), reason="looks into files of SQLite")
def test_no_byte_of_it_is_left_on_the_disk(tmp_path):
    file = tmp_path / "alumni.sqlite3"
    environment = os.environ | {
        "UITZICHT_DATABASE_URL": f"sqlite:///{file}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.alumni.on_disk", file],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {
        "address in the clear": False,
        "telephone": False,
        "sealed row": True,
        "member": False,
        "after leaving": False,
    }


def test_the_address_stands_nowhere_in_the_clear(member):
    assert ADDRESS.encode() not in bytes(member.sealed)
