"""Themes ticked during the talk are put before their interviewer as a question; they never decide anything."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import BRAM, NOON
from uitzicht.coding import queries
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview

SignedIn = Callable[[str], Client]
ITEM, MARKS = "content.variety", ["content.variety", "content.meaning"]
LABEL = "you marked these during the talk"


@pytest.fixture
def marked(interview: Interview) -> Interview:
    """Two themes ticked with the first answer, and with an answer that has no words at all."""
    for item, notes, revision, marks in (
        (ITEM, "Veel afwisseling.", 1, MARKS),
        ("leaving.main_reason", "", 0, ["career"]),
    ):
        services.save_answer(
            interview, item, notes=notes, score=None, choice=None, marks=marks, revision=revision, by=BRAM, at=NOON
        )
    services.finish_interview(interview, by=BRAM, at=NOON)
    return interview


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def test_they_stand_first_without_a_decision_and_nowhere_else(client: Client, marked: Interview) -> None:
    page = client.get(reverse("code", args=[marked.pk]))
    first, *others = page.context["groups"]
    assert (first.label, {row.code for row in first.themes}) == (LABEL, set(MARKS))
    assert not {row.code for group in others for row in group.themes} & set(MARKS)
    text = page.content.decode()
    assert text.count("required>") == len(MARKS)
    assert f'name="theme.{MARKS[0]}" value="" required>' in text
    assert not queries.coded_themes(marked)


def test_saved_without_choosing_they_are_not_named(client: Client, marked: Interview) -> None:
    client.post(reverse("code", args=[marked.pk]), {"item": ITEM})
    assert queries.coded_themes(marked) == {ITEM: []}


def test_once_decided_they_stand_with_all_others(client: Client, marked: Interview) -> None:
    client.post(reverse("code", args=[marked.pk]), {"item": ITEM, f"theme.{MARKS[0]}": "negative"})
    page = client.get(reverse("code", args=[marked.pk]), {"item": ITEM})
    assert LABEL not in {group.label for group in page.context["groups"]}
    assert "required>" not in page.content.decode()


def test_an_answer_of_marks_alone_can_be_coded_too(client: Client, marked: Interview) -> None:
    page = client.get(reverse("code", args=[marked.pk]), {"item": "leaving.main_reason"})
    assert page.context["row"].question.key == "leaving.main_reason"
    assert "nothing was noted in words" in page.content.decode()
    assert page.context["groups"][0].themes[0].code == "career"
