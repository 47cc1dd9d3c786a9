import json
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.alumni.cases import (
    ADDRESS,
    BY,
    confirmed,
    joined,
    left,
    link_in_last_mail,
    own_page,
    sent_letter,
    stop_link_in_last_mail,
    token_in_last_mail,
)
from uitzicht.alumni import services
from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.models import Member, MemberLink
from uitzicht.departures.links import make_link
from uitzicht.privacy.knocking import MISSES_A_MINUTE

SAID = {"interests": ["news", "openings"], "language": "fr", "phone": "0470 1", "profile": "", "would_return": "yes"}


@pytest.fixture
def departure(cast):
    return left(cast.leaver)


@pytest.fixture
def browser(departure):
    """Just confirmed; the page is open."""
    joined(departure)
    return own_page(link_in_last_mail())


def member():
    return Member.objects.get()


def test_nothing_is_chosen_beforehand(browser):
    assert member().interests == []
    page = browser.get("/alumni/me/").content.decode()
    assert page.count('name="interests"') == 4
    assert not re.search(r'name="interests"[^>]*checked', page)
    assert re.search(r'name="would_return" value=""[^>]*checked', page)


def test_what_is_chosen_is_kept_and_shown(browser):
    assert browser.post("/alumni/me/", SAID).status_code == 302
    kept = member()
    assert (kept.interests, kept.language, kept.would_return, kept.would_recommend) == (
        ["news", "openings"],
        "fr",
        "yes",
        "",
    )
    assert contact_of(kept).phone == "0470 1"
    page = browser.get("/alumni/me/").content.decode()
    assert "Bonjour Sofie" in page, "the page follows the language that was chosen"
    for text in (ADDRESS, "0470 1", "Sofie Martens", "Kade Noord"):
        assert text in page


def test_what_was_told_can_be_taken_back(browser):
    browser.post("/alumni/me/", SAID | {"would_recommend": "no"})
    browser.post("/alumni/me/", {"language": "nl"})
    kept = member()
    assert (kept.interests, kept.would_recommend, kept.would_return, contact_of(kept).phone) == ([], "", "", "")


@pytest.mark.parametrize("wrong", [{"interests": ["secrets"]}, {"language": "xx"}, {"profile": "javascript:alert(1)"}])
def test_something_that_is_not_offered_changes_nothing(browser, wrong):
    assert browser.post("/alumni/me/", SAID | wrong).status_code == 422
    assert member().interests == []


def test_a_new_address_holds_when_it_is_confirmed(browser):
    browser.post("/alumni/me/address/", {"email": "nieuw@post.example"})
    assert mail.outbox[-1].to == ["nieuw@post.example"]
    assert contact_of(member()).email == ADDRESS
    Client().get(link_in_last_mail())
    assert contact_of(member()).email == ADDRESS
    other = own_page(link_in_last_mail())
    assert contact_of(member()).email == "nieuw@post.example"
    assert "nieuw@post.example" in other.get("/alumni/me/").content.decode()


def test_a_link_to_the_old_address_opens_nothing_after_it(browser):
    assert browser.get("/alumni/me/").status_code == 200
    browser.post("/alumni/me/address/", {"email": "nieuw@post.example"})
    own_page(link_in_last_mail())
    assert browser.get("/alumni/me/").status_code == 404


def test_of_two_new_addresses_the_last_one_counts(browser):
    browser.post("/alumni/me/address/", {"email": "een@post.example"})
    first = link_in_last_mail()
    browser.post("/alumni/me/address/", {"email": "twee@post.example"})
    assert Client().post(first).status_code == 404
    own_page(link_in_last_mail())
    assert contact_of(member()).email == "twee@post.example"


def test_the_address_that_holds_already_is_not_asked_again(browser):
    mails = len(mail.outbox)
    browser.post("/alumni/me/address/", {"email": ADDRESS.upper()})
    assert len(mail.outbox) == mails


def test_a_work_address_is_refused(browser, cast):
    assert browser.post("/alumni/me/address/", {"email": cast.leaver.work_email}).status_code == 422
    assert contact_of(member()).new_email == ""


def test_everything_that_is_kept_can_be_taken_along(browser):
    browser.post("/alumni/me/", SAID)
    response = browser.get("/alumni/me/data/")
    assert "attachment" in response["Content-Disposition"]
    held = json.loads(response.content)
    assert held["email"] == ADDRESS
    assert held["interests"] == ["news", "openings"]
    assert held["would_return"] == "yes"
    fields = {field.name for field in Member._meta.fields} - {"id", "departure", "sealed", "wrapped_key", "questions"}
    assert fields - set(held) == {"holds_on"}, "a field that is kept and not told"
    assert held["address_held_on"] == timezone.localdate().isoformat()


def test_opening_a_link_uses_nothing_and_a_click_puts_the_secret_in_a_cookie_of_these_pages_only(departure):
    kept = confirmed(departure, "news")
    sent_letter({"nl": {"subject": "Nieuws", "text": "Hallo"}}, interest="news", by=BY, at=timezone.now())
    Member.objects.update(holds_on=timezone.localdate() - timedelta(days=100))
    page = Client().get(link_in_last_mail())
    assert "Sofie" not in page.content.decode()
    assert "alumni" not in page.cookies
    kept.refresh_from_db()
    assert kept.holds_on < timezone.localdate()
    response = Client().post(link_in_last_mail())
    cookie = response.cookies["alumni"]
    assert (cookie["path"], cookie["samesite"], bool(cookie["httponly"])) == ("/alumni/me/", "Lax", True)
    kept.refresh_from_db()
    assert kept.holds_on == timezone.localdate()


@pytest.mark.parametrize("page", ["", "address/", "data/", "leave/"])
def test_without_a_link_every_page_is_the_same_closed_one(departure, page):
    method = "post" if page == "address/" else "get"
    response = getattr(Client(), method)(f"/alumni/me/{page}")
    assert response.status_code == 404
    assert response.content == Client().get("/alumni/me/unknown/").content


def test_an_expired_link_looks_like_an_unknown_one(departure):
    joined(departure)
    MemberLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    response = Client().get(link_in_last_mail())
    assert response.status_code == 404
    assert response.content == Client().get("/alumni/me/unknown/").content


def test_the_link_that_stops_opens_no_page(departure):
    confirmed(departure)
    token = stop_link_in_last_mail().split("/")[3]
    assert Client().post(f"/alumni/me/{token}/").status_code == 404


def test_guessing_is_slowed_down_for_the_guesser_only(departure):
    joined(departure)
    guesser, other = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    answers = [guesser.get(f"/alumni/me/guess-{number}/").status_code for number in range(MISSES_A_MINUTE)]
    assert set(answers[:-1]) == {404}
    assert guesser.get(link_in_last_mail()).status_code == 429
    assert other.get(link_in_last_mail()).status_code == 200


def test_no_form_is_taken_from_another_site(departure):
    joined(departure)
    assert Client(enforce_csrf_checks=True).post(link_in_last_mail()).status_code == 403


def test_nothing_is_kept_by_a_cache_and_no_page_holds_the_secret(browser):
    for address in ("/alumni/me/", "/alumni/me/leave/", "/alumni/me/data/"):
        response = browser.get(address)
        assert "no-store" in response["Cache-Control"], address
        assert token_in_last_mail() not in response.content.decode()


def test_the_page_can_be_closed_on_a_device_that_is_shared(browser):
    assert browser.post("/alumni/me/shut/").status_code == 200
    assert browser.get("/alumni/me/").status_code == 404
    assert Member.objects.exists()


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Dag Sofie"), ("fr", "Bonjour Sofie"), ("en", "Hello Sofie"), ("de", "Guten Tag Sofie")],
)
def test_it_speaks_four_languages(browser, language, text):
    assert text in browser.get("/alumni/me/", {"language": language}).content.decode()


def test_openings_are_shown_to_who_chose_them(browser, cast):
    today = timezone.localdate()
    values = {"text": "", "link": "", "unit": cast.techniek, "by": BY, "at": timezone.now()}
    services.set_opening(None, title="Technicus", from_on=today, until_on=today, **values)
    services.set_opening(None, title="Verlopen", from_on=today - timedelta(9), until_on=today - timedelta(1), **values)
    services.set_opening(None, title="Later", from_on=today + timedelta(1), until_on=None, **values)
    assert "Technicus" not in browser.get("/alumni/me/").content.decode()
    browser.post("/alumni/me/", {"language": "nl", "interests": ["openings"]})
    page = browser.get("/alumni/me/").content.decode()
    assert "Technicus" in page
    assert "Verlopen" not in page
    assert "Later" not in page


def test_a_page_takes_few_statements(browser, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        browser.get("/alumni/me/")


def test_the_leavers_own_data_tell_it_as_well(cast):
    departure = left(cast.leaver, days=5)
    confirmed(departure, "news", phone="0470 1", would_return="perhaps")
    sofie = Client()
    sofie.post(make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000"))
    page = sofie.get("/my/data/", {"language": "en"}).content.decode()
    for text in (ADDRESS, "0470 1", "news of the organisation", "might come back"):
        assert text in page
    assert sofie.get("/my/data.json").json()["staying_in_touch"]["email"] == ADDRESS
