from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from uitzicht.coding import queries
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def test_answers_in_words_stand_one_by_one_beside_their_themes(client: Client, finished: Interview) -> None:
    page = client.get(reverse("code", args=[finished.pk]))
    assert [row.question.key for row in page.context["rows"]] == ["content.variety", "leaving.led_to"]
    assert page.context["groups"][0].code == "content"
    leaving = client.get(reverse("code", args=[finished.pk]), {"item": "leaving.led_to"})
    assert leaving.context["groups"][0].code == "beyond"
    assert AuditEntry.objects.filter(action="interview.opened", subject=f"interview:{finished.pk}").count() == 2


def test_the_journey_from_first_answer_to_done(client: Client, finished: Interview) -> None:
    address = reverse("code", args=[finished.pk])
    sent = {
        "item": "content.variety",
        "after": "leaving.led_to",
        "theme.content.variety": "positive",
        "theme.career": "",
    }
    response = client.post(address, sent)
    assert response["Location"] == f"{address}?item=leaving.led_to"
    assert queries.coded_themes(finished) == {
        "content.variety": [{"theme": "content.variety", "sentiment": "positive"}]
    }
    assert client.get(address).context["row"].question.key == "leaving.led_to"
    client.post(address, {"item": "leaving.led_to"})
    decided = client.get(address)
    assert decided.context["left"] == 0
    assert "After the last day worked the themes are fixed" in decided.content.decode()
    assert client.post(address, {"go": "finish"})["Location"] == reverse("interviews")
    finished.refresh_from_db()
    assert finished.status == "coded"
    assert "disabled" in client.get(address).content.decode()


def test_an_open_conversation_goes_back_to_the_talk(client: Client, interview: Interview) -> None:
    assert client.get(reverse("code", args=[interview.pk]))["Location"] == reverse("talk", args=[interview.pk])


@pytest.mark.parametrize("who", ["second_interviewer", "hr_lead", "leader", "guardian", "admin", "outsider"])
def test_nobody_else_finds_the_themes(finished: Interview, signed_in: SignedIn, who: str) -> None:
    other, address = signed_in(who), reverse("code", args=[finished.pk])
    assert [other.get(address).status_code, other.post(address, {"go": "finish"}).status_code] == [404, 404]
    finished.refresh_from_db()
    assert finished.status == "finished"
