from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import NOON
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview
from uitzicht.interviews.rules import GivenAnswer

SignedIn = Callable[[str], Client]
WRITTEN: dict[str, GivenAnswer] = {
    "content.variety": {"notes": "Elke dag iets anders,\nen dat miste ik later.", "score": None, "choice": None},
    "content.change": {"notes": "", "score": None, "choice": "keep"},
}


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def page(client: Client, interview: Interview, part: str) -> str:
    return client.get(reverse("talk_part", args=[interview.pk, part])).content.decode()


def test_the_words_of_the_leaver_and_their_choice_are_shown_where_they_are_asked(
    client: Client, interview: Interview
) -> None:
    services.keep_preparation(interview.departure, WRITTEN, by="leaver", at=NOON)
    content = page(client, interview, "content")
    assert content.count("Written beforehand") == 2
    assert "Elke dag iets anders,<br>en dat miste ik later." in content
    assert "Written beforehand" not in page(client, interview, "terms")


def test_what_was_written_beforehand_is_never_taken_for_what_was_said(client: Client, interview: Interview) -> None:
    services.keep_preparation(interview.departure, WRITTEN, by="leaver", at=NOON)
    shown = client.get(reverse("talk_part", args=[interview.pk, "content"]))
    assert [row.state for row in shown.context["rows"] if row.key == "content"] == [""]
    assert all(asked.given["notes"] == "" for step in shown.context["steps"] for asked in step.asked)


def test_without_preparation_nothing_stands_there(client: Client, interview: Interview) -> None:
    assert "Written beforehand" not in page(client, interview, "content")
