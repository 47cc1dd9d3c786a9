"""An unexpected disclosure: what to say, whom to point to, and taking back what was noted."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import BRAM, NOON
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy

SignedIn = Callable[[str], Client]
ITEM = "relations.manager"


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def part(interview: Interview, name: str = "relations") -> str:
    return reverse("talk_part", args=[interview.pk, name])


@pytest.mark.parametrize(("country", "number", "foreign"), [("BE", "1813", "0800-0113"), ("NL", "0800-0113", "1813")])
def test_the_page_points_to_the_people_of_the_house_and_the_lines_of_the_country(
    client: Client, interview: Interview, settings: Any, country: str, number: str, foreign: str
) -> None:

    settings.UITZICHT = dataclasses.replace(settings.UITZICHT, country=country)
    contacts = {"confidant_contact": "Ann Claes, 09 000 00 00", "guardian_contact": "Ria Smeets"}
    decide_policy(by=BRAM, at=NOON, reason="Contact.", **contacts)
    for address in (part(interview), reverse("reasons", args=[interview.pk])):
        page = client.get(address).content.decode()
        assert "Ann Claes, 09 000 00 00" in page
        assert "Ria Smeets" in page
        assert 'href="tel:112"' in page
        assert number in page
        assert foreign not in page


def test_what_to_say_stands_there_in_the_language_of_the_leaver_and_of_the_reader(
    client: Client, interview: Interview
) -> None:
    page = client.get(part(interview), {"language": "fr"}).content.decode()
    assert "C&#x27;est vous qui décidez" in page or "C'est vous qui décidez" in page
    assert "You decide what happens with it." in page


def test_opening_it_asks_nothing_of_the_server(client: Client, interview: Interview) -> None:
    page = client.get(part(interview)).content.decode()
    folded = page[page.index("data-serious>") : page.index("<h2>Remember</h2>")]
    assert 'href="/' not in folded
    assert "action=" not in folded
    assert "fetch" not in folded


def test_what_was_noted_on_a_question_is_taken_back_and_leaves_no_line(client: Client, interview: Interview) -> None:
    address = part(interview)
    items = queries.item_shapes(interview.version)
    first, second = [key for key, shape in items.items() if shape.part == "relations" and shape.kind == "open"][:2]
    for item in (first, second):
        services.save_answer(
            interview,
            item,
            notes="Gehoord.",
            score=None,
            choice=None,
            marks=["relations.trust"],
            revision=0,
            by=BRAM,
            at=NOON,
        )
    before = AuditEntry.objects.count()
    sent = {"question": "1", "go": "take_back"}
    for item in (first, second):
        sent |= {f"notes.{item}": "Gehoord.", f"revision.{item}": "1", f"marks.{item}": "relations.trust"}
    assert client.post(address, sent)["Location"] == f"{address}?question=1"
    answers = queries.read_sheet(interview).answers
    assert answers[first] == {"notes": "", "score": None, "choice": None, "marks": []}
    assert answers[second]["notes"] == "Gehoord."
    assert AuditEntry.objects.count() == before


def test_a_finished_conversation_does_not_offer_it(client: Client, interview: Interview) -> None:
    services.finish_interview(interview, by=BRAM, at=NOON)
    assert "data-serious" not in client.get(part(interview)).content.decode()
