from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import register_from_today, schedule
from uitzicht.departures.links import make_link
from uitzicht.departures.models import PersonalLink
from uitzicht.departures.vocabulary import Stage
from uitzicht.privacy.knocking import MISSES_A_MINUTE
from uitzicht.privacy.models import AuditEntry

HOME = "/my/"


@pytest.fixture
def departure(cast):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    return departure


@pytest.fixture
def address(departure):
    return new_address(departure)


@pytest.fixture
def inside(address):
    browser = Client()
    browser.post(address)
    return browser


def new_address(departure):
    return make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000")


def opened():
    return AuditEntry.objects.filter(action="portal.opened")


def test_the_door_says_nothing_personal_and_uses_nothing(address):
    browser = Client()
    page = browser.get(address)
    assert page.status_code == 200
    assert b"Havenlicht" in page.content
    assert b"Sofie" not in page.content
    assert "my" not in browser.cookies
    assert not opened()


def test_opening_the_door_puts_the_secret_in_a_cookie_and_in_no_address(address):
    browser = Client()
    response = browser.post(address)
    assert (response.status_code, response["Location"]) == (302, HOME)
    cookie = browser.cookies["my"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (HOME, True, "Lax")
    page = browser.get(HOME)
    assert "Dag Sofie" in page.content.decode()
    assert cookie.value not in page.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_address_with_the_token_is_told_to_nobody(address, method):
    assert getattr(Client(), method)(address)["Referrer-Policy"] == "strict-origin"


def test_an_opened_link_opens_again(address):
    assert {Client().post(address).status_code for _ in range(2)} == {302}


def test_the_first_opening_of_each_link_is_in_the_audit_trail(departure, address):
    for _ in range(2):
        Client().post(address)
    Client().post(new_address(departure))
    assert [(entry.by, entry.subject) for entry in opened()] == [("leaver", f"departure:{departure.pk}")] * 2


def test_unknown_and_expired_and_no_link_look_the_same(address):
    unknown = Client().get(reverse("my_door", args=["unknown"]))
    PersonalLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    expired, posted, none = Client().get(address), Client().post(address), Client().get(HOME)
    assert {page.status_code for page in (unknown, expired, posted, none)} == {404}
    assert len({without_token(page) for page in (unknown, expired, posted, none)}) == 1
    assert b"Sofie" not in expired.content


def without_token(page):
    text = page.content.decode()
    start = text.index('name="csrfmiddlewaretoken" value="')
    return text[:start] + text[text.index(">", start) :]


def test_pages_close_with_their_link(inside):
    assert inside.get(HOME).status_code == 200
    PersonalLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert inside.get(HOME).status_code == 404


@pytest.mark.parametrize("change", [{"kind": "death"}, {"stage": Stage.CANCELLED}])
def test_after_a_death_or_a_cancellation_everything_is_closed(departure, address, inside, change):
    type(departure).objects.update(**change)
    assert Client().get(address).status_code == 404
    assert inside.get(HOME).status_code == 404


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Bonjour Sofie"), ("en", "Hello Sofie"), ("de", "Guten Tag Sofie"), ("xx", "Dag Sofie")],
)
def test_the_language_can_be_switched_and_stays(inside, language, text):
    assert text in inside.get(HOME, {"language": language}).content.decode()
    again = inside.get(HOME)
    assert text in again.content.decode()
    assert again["Content-Language"] == (language if language != "xx" else "nl")


def test_nothing_is_kept_by_a_cache(inside):
    for name in ("my_pages", "my_promise", "my_appointment", "my_consents", "my_summary", "my_code"):
        assert "no-store" in inside.get(reverse(name))["Cache-Control"], name


def test_whoever_leaves_is_out_and_what_was_written_stays(inside):
    assert inside.get(reverse("my_leave")).status_code == 405
    assert inside.post(reverse("my_leave")).status_code == 200
    assert inside.get(HOME).status_code == 404


def test_every_page_says_how_to_leave_it(inside):
    for name in ("my_pages", "my_promise", "my_appointment", "my_consents", "my_summary", "my_code"):
        assert reverse("my_leave") in inside.get(reverse(name)).content.decode(), name


def test_the_appointment_can_be_put_in_a_calendar(departure, inside):
    response = inside.get(reverse("my_calendar"))
    calendar = icalendar.Calendar.from_ical(response.content)
    event = next(iter(calendar.walk("VEVENT")))
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert event.decoded("DTSTART") == departure.appointment.starts_at
    assert "attachment" in response["Content-Disposition"]


def test_without_an_appointment_there_is_no_calendar_file(cast):
    browser = Client()
    browser.post(new_address(register_from_today(cast.colleague)))
    assert browser.get(HOME).status_code == 200
    assert browser.get(reverse("my_calendar")).status_code == 404


def test_guessing_is_slowed_down(address):
    guesser, leaver = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    for number in range(MISSES_A_MINUTE - 1):
        assert guesser.get(reverse("my_door", args=[f"guess-{number}"])).status_code == 404
    assert guesser.get(reverse("my_door", args=["one-more"])).status_code == 429
    assert guesser.post(address).status_code == 429
    assert leaver.post(address).status_code == 302


def test_guessing_with_a_cookie_is_slowed_down_too(db):
    guesser = Client()
    for number in range(MISSES_A_MINUTE - 1):
        guesser.cookies["my"] = f"guess-{number}"
        assert guesser.get(HOME).status_code == 404
    assert guesser.get(HOME).status_code == 429


def test_a_leaver_who_reads_often_is_never_slowed_down(inside):
    assert {inside.get(HOME).status_code for _ in range(MISSES_A_MINUTE + 5)} == {200}


def test_a_language_chosen_at_the_door_stays_inside(address):
    browser = Client()
    assert "Ouvrir mes pages" in browser.get(address, {"language": "fr"}).content.decode()
    browser.post(address)
    assert "Bonjour Sofie" in browser.get(HOME).content.decode()
