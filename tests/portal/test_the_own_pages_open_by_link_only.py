from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY, register_from_today, schedule
from uitzicht.departures.links import make_link
from uitzicht.departures.models import PersonalLink
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.portal.knocking import MISSES_A_MINUTE
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version


@pytest.fixture
def departure(cast):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    return departure


@pytest.fixture
def address(departure):
    return make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000")


def test_the_page_tells_when_where_with_whom_and_that_it_is_voluntary(address):
    page = Client().get(address).content.decode()
    for text in ("Dag Sofie", "Kamer Vuurtoren", "Bram Nijs", "vrijwillig", "vertrouwelijk"):
        assert text in page


def test_the_questions_stand_by_part(address):
    publish_version(content.load(1), by=BY, at=timezone.now())
    parts = Client().get(address).context["parts"]
    assert [part.title for part in parts][1] == "Arbeidsinhoud"
    assert all(part.questions for part in parts)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Bonjour Sofie"), ("en", "Hello Sofie"), ("de", "Guten Tag Sofie"), ("xx", "Dag Sofie")],
)
def test_the_language_can_be_switched(address, language, text):
    response = Client().get(address, {"language": language})
    assert text in response.content.decode()
    assert response["Content-Language"] == (language if language != "xx" else "nl")


def test_every_opening_is_in_the_audit_trail(departure, address):
    Client().get(address)
    entry = AuditEntry.objects.first()
    assert (entry.action, entry.by, entry.subject) == ("portal.opened", "leaver", f"departure:{departure.pk}")


def test_unknown_and_expired_look_the_same(address):
    unknown = Client().get(reverse("my_pages", args=["unknown"]))
    PersonalLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    expired = Client().get(address)
    assert unknown.status_code == expired.status_code == 404
    assert unknown.content == expired.content
    assert b"Sofie" not in expired.content


def test_nothing_is_kept_by_a_cache_or_told_to_another_site(address):
    response = Client().get(address)
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


def test_only_reading_is_possible(address):
    assert Client().post(address).status_code == 405


def test_the_appointment_can_be_put_in_a_calendar(departure, address):
    response = Client().get(f"{address}appointment.ics")
    calendar = icalendar.Calendar.from_ical(response.content)
    event = next(iter(calendar.walk("VEVENT")))
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert event.decoded("DTSTART") == departure.appointment.starts_at
    assert "attachment" in response["Content-Disposition"]


def test_without_an_appointment_there_is_no_calendar_file(cast):
    link = make_link(register_from_today(cast.colleague), at=timezone.now()).removeprefix("http://127.0.0.1:8000")
    assert Client().get(link).status_code == 200
    assert Client().get(f"{link}appointment.ics").status_code == 404


def test_after_the_conversation_only_thanks_and_the_promise_remain(departure, address):
    advance(departure, Stage.HELD, by=BY, at=timezone.now())
    response = Client().get(address)
    assert "Bedankt voor het gesprek" in response.content.decode()
    assert "Kamer Vuurtoren" not in response.content.decode()
    assert len(response.context["clauses"]) == 8


def test_who_declined_reads_that_it_is_fine(cast):
    departure = register_from_today(cast.colleague)
    advance(departure, Stage.DECLINED, by=BY, at=timezone.now())
    link = make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000")
    assert "liever geen gesprek" in Client().get(link).content.decode()


def test_guessing_is_slowed_down(address):
    guesser, leaver = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    for number in range(MISSES_A_MINUTE):
        assert guesser.get(reverse("my_pages", args=[f"guess-{number}"])).status_code == 404
    assert guesser.get(reverse("my_pages", args=["one-more"])).status_code == 429
    assert leaver.get(address).status_code == 200


def test_a_leaver_who_reads_often_is_never_slowed_down(address):
    browser = Client()
    assert {browser.get(address).status_code for _ in range(MISSES_A_MINUTE + 5)} == {200}


def test_the_page_takes_few_statements(address, django_assert_max_num_queries):
    publish_version(content.load(1), by=BY, at=timezone.now())
    with django_assert_max_num_queries(10):
        Client().get(address)
