from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import BRAM, NOON
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview
from uitzicht.questionnaires.codebook import load_codebook

SignedIn = Callable[[str], Client]
FIRST, SECOND, THIRD = (group.reasons[0] for group in load_codebook().groups[:3])


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def test_only_reasons_of_the_codebook_are_taken(interview: Interview) -> None:
    with pytest.raises(Refusal) as refused:
        services.save_reasons(interview, [{"reason": "weather.rain", "force": "push"}], revision=0, by=BRAM, at=NOON)
    assert refused.value.code == "interview.unknown_reason"
    assert queries.read_sheet(interview).reasons == []


def test_reasons_are_chosen_and_ordered_without_script(client: Client, interview: Interview) -> None:
    address = reverse("reasons", args=[interview.pk])
    sent = {"revision": "0", "reason.1": SECOND.code, "force.1": "personal", "reason.3": FIRST.code, "go": "next"}
    response = client.post(address, sent)
    assert response["Location"].startswith(reverse("talk_part", args=[interview.pk, "leaving"]))
    interview.refresh_from_db()
    assert queries.read_sheet(interview).reasons == [
        {"reason": SECOND.code, "force": "personal"},
        {"reason": FIRST.code, "force": FIRST.force},
    ]
    assert (
        client.post(address, sent | {"go": "stay", "in": "fr", "revision": "1"})["Location"] == f"{address}?language=fr"
    )
    page = client.get(address).content.decode()
    assert f'value="{SECOND.code}" data-force="{SECOND.force}"' in page
    assert FIRST.labels["nl"] in page


def test_an_older_order_gets_the_newer_one_back(client: Client, interview: Interview) -> None:
    address = reverse("save_reasons", args=[interview.pk])
    assert client.post(address, {"revision": 0, "reason.1": FIRST.code}).json() == {"revision": 1}
    refused = client.post(address, {"revision": 0, "reason.1": THIRD.code})
    assert refused.status_code == 409
    assert refused.json()["current"] == [{"reason": FIRST.code, "force": FIRST.force}]
    page = client.post(reverse("reasons", args=[interview.pk]), {"revision": 0, "reason.1": THIRD.code})
    assert page.status_code == 409
    assert FIRST.labels["en"].capitalize() in page.content.decode()


def test_the_leaving_part_leads_through_the_reasons(client: Client, interview: Interview) -> None:
    part = reverse("talk_part", args=[interview.pk, "leaving"])
    steps = client.get(part).context["steps"]
    number = next(step.number for step in steps if step.kind == "reasons")
    forth = client.post(part, {"question": str(number - 1), "go": "next"})
    back = client.post(part, {"question": str(number + 1), "go": "previous"})
    assert forth["Location"] == back["Location"] == reverse("reasons", args=[interview.pk])
