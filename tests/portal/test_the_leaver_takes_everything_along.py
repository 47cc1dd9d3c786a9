import pytest
from django.test import Client
from django.utils import timezone

from tests.departures.cases import BY
from tests.portal.alone import CANARY, Alone, behind_a_new_link, score, words
from uitzicht.departures.consents import give_consent, withdraw_consent
from uitzicht.departures.links import LEAVER
from uitzicht.departures.vocabulary import Purpose
from uitzicht.interviews import services as interviews
from uitzicht.interviews.services.summary import correct_summary
from uitzicht.planning.models import Avoided, Wish
from uitzicht.privacy.models import AuditEntry

SUMMARY, CORRECTION = "Kanarie-S: twee zinnen.", "Kanarie-C: liever zo."


@pytest.fixture
def known(sofie: Alone, cast) -> Alone:
    """A draft, consents, a wish, and a conversation whose summary was confirmed and corrected."""
    at = timezone.now()
    sofie.answer("content.variety", words(CANARY))
    sofie.answer("content.satisfaction", score(1))
    sofie.reason("terms.pay")
    give_consent(sofie.departure, Purpose.FOLLOW_UP, by=LEAVER, at=at)
    give_consent(sofie.departure, Purpose.QUOTES, by=LEAVER, at=at)
    withdraw_consent(sofie.departure, Purpose.QUOTES, by=LEAVER, at=at)
    Avoided.objects.create(departure=sofie.departure, interviewer=cast.second_interviewer)
    Wish.objects.create(departure=sofie.departure, proposed_at=["2026-12-15T09:00:00+00:00"], asked_at=at)
    interview = interviews.open_interview(sofie.departure.appointment, by=BY, at=at)
    interviews.save_answer(
        interview, "content.variety", notes="Kanarie-N", score=None, choice=None, revision=0, by=BY, at=at
    )
    interviews.save_summary(interview, SUMMARY, revision=0, by=BY, at=at)
    interview.refresh_from_db()
    interviews.confirm_at_table(interview, by=BY, at=at)
    correct_summary(interview, CORRECTION, by=LEAVER, at=at)
    return sofie


@pytest.mark.parametrize("address", ["/my/data/", "/my/data.txt", "/my/data.json"])
def test_all_that_the_link_may_read_is_there(known: Alone, address: str) -> None:
    text = known.get(address).content.decode().replace("&#x27;", "'")
    for piece in ("Martens", "1003", CANARY, SUMMARY, CORRECTION, "Ilse Danckaert", "Bram Nijs", "Kade Noord"):
        assert piece in text


def test_the_notes_of_the_interviewer_are_not_and_the_page_says_whom_to_ask(known: Alone) -> None:
    page = known.get("/my/data/").content.decode()
    assert "Kanarie-N" not in page
    assert "You can ask for a copy" in page


def test_the_machine_reads_the_same_as_stable_keys(known: Alone) -> None:
    response = known.get("/my/data.json")
    data = response.json()
    assert data["draft"]["answers"]["content.satisfaction"] == score(1)
    assert data["draft"]["reasons"] == [{"reason": "terms.pay", "force": "push"}]
    assert [(one["purpose"], bool(one["withdrawn_at"])) for one in data["consents"]] == [
        ("follow_up", False),
        ("quotes", True),
    ]
    assert data["summary"]["correction"] == CORRECTION
    assert set(data["kept"]) == {"notes_until", "answers_until", "pages_until"}
    assert "attachment" in response["Content-Disposition"]
    assert "token" not in response.content.decode()


def test_closed_answers_are_said_in_words(known: Alone) -> None:
    page = known.get("/my/data/").content.decode()
    assert "1, not at all satisfied" in page
    assert "the pay here" in page


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_it_comes_in_the_language_of_the_leaver(known: Alone, language: str) -> None:
    first = known.browser.get("/my/data/", {"language": language}).context["sections"][0].title
    assert first != known.browser.get("/my/data/", {"language": "en"}).context["sections"][0].title


def test_another_link_says_that_it_cannot_open_the_draft(known: Alone) -> None:
    other = behind_a_new_link(known.departure)
    page = other.get("/my/data/").content.decode()
    assert CANARY not in page
    assert "Only that link opens what you wrote there" in page


def test_after_handing_in_only_the_day_is_known(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    sofie.hand_in()
    page = sofie.get("/my/data/").content.decode()
    assert CANARY not in page
    assert "no colleague reads them, and this page cannot open them either" in page
    assert sofie.get("/my/data.json").json()["handed_in_on"] == timezone.localdate().isoformat()


def test_what_was_given_to_the_interviewer_is_there_after_sealing(sofie: Alone) -> None:
    sofie.answer("content.variety", words(CANARY))
    sofie.hand_in(**{"share.content": "interviewer"})
    assert sofie.get("/my/data.json").json()["read_beforehand_by_the_interviewer"]["content.variety"] == words(CANARY)


def test_the_trail_says_that_it_was_taken_and_not_what(known: Alone) -> None:
    known.get("/my/data.txt")
    entry = AuditEntry.objects.get(action="portal.data_taken")
    assert (entry.by, entry.detail) == ("leaver", {})


@pytest.mark.parametrize("address", ["/my/data/", "/my/data.txt", "/my/data.json"])
def test_without_the_link_there_is_nothing(known: Alone, address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 404
    assert CANARY not in answer.content.decode()


def test_no_cache_keeps_it(known: Alone) -> None:
    assert "no-store" in known.get("/my/data.txt")["Cache-Control"]
    assert "no-store" in known.get("/my/data.json")["Cache-Control"]


def test_moments_that_were_proposed_are_said_as_people_say_them(known: Alone) -> None:
    assert "15 December 10:00" in known.get("/my/data/").content.decode()
