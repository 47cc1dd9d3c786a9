from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from uitzicht.portal import tablet
from uitzicht.portal.models import TabletCode
from uitzicht.privacy.knocking import MISSES_A_MINUTE
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def code(sofie):
    return sofie.post(reverse("my_code")).context["code"]


def enter(code, browser=None):
    browser = browser or Client()
    return browser.post(reverse("my_enter"), {"code": code}), browser


def test_the_code_is_short_and_made_of_signs_that_nobody_mixes_up(code):
    assert len(code) == 9
    assert set(code) <= set(tablet.ALPHABET) | {"-"}
    assert not set("0O1ILU") & set(tablet.ALPHABET)


def test_looking_at_the_page_makes_no_code(sofie):
    assert sofie.get(reverse("my_code")).context["code"] == ""
    assert not TabletCode.objects.exists()


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", " ")])
def test_it_opens_the_pages_for_an_hour(code, typed):
    response, browser = enter(typed(code))
    assert (response.status_code, response["Location"]) == (302, "/my/")
    assert browser.cookies["my"]["max-age"] == 3600
    assert b"Sofie" in browser.get("/my/").content


def test_it_opens_once(code):
    assert enter(code)[0].status_code == 302
    assert enter(code)[0].status_code == 404


def test_it_opens_for_a_quarter_of_an_hour(code):
    TabletCode.objects.update(expires_at=timezone.now())
    assert enter(code)[0].status_code == 404


def test_it_opens_nothing_when_the_link_has_expired(sofie, code):
    type(sofie.link).objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert enter(code)[0].status_code == 404


@pytest.mark.parametrize("typed", ["", "AAAA-AAAA", "AAAA", "x" * 30])
def test_a_wrong_code_says_so_and_nothing_more(sofie, typed):
    response, browser = enter(typed)
    assert response.status_code == 404
    assert b"code-error" in response.content
    assert b"Sofie" not in response.content
    assert "my" not in browser.cookies


def test_guessing_is_slowed_down(code):
    guesser = Client(REMOTE_ADDR="192.0.2.1")
    for _ in range(MISSES_A_MINUTE):
        enter("AAAA-AAAA", guesser)
    assert enter(code, guesser)[0].status_code == 429
    assert TabletCode.objects.count() == 1


def test_the_table_holds_neither_code_nor_link(sofie, code):
    row = TabletCode.objects.get()
    kept = row.code_hash.encode() + bytes(row.sealed_secret)
    assert code.replace("-", "").encode() not in kept
    assert sofie.secret.encode() not in kept


def test_a_new_code_clears_away_those_that_ran_out(sofie, code):
    TabletCode.objects.update(expires_at=timezone.now())
    sofie.post(reverse("my_code"))
    assert TabletCode.objects.count() == 1


def test_the_trail_says_that_one_was_made_and_not_which(sofie, code):
    entry = AuditEntry.objects.get(action="portal.code_made")
    assert (entry.by, entry.subject, entry.detail) == ("leaver", f"departure:{sofie.departure.pk}", {})
