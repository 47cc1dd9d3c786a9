from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import BRAM, NOON
from uitzicht.coding import services
from uitzicht.coding.codebook import load_codebook
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries
from uitzicht.interviews.models import Interview

SignedIn = Callable[[str], Client]
FIRST, SECOND, THIRD = (group.reasons[0] for group in load_codebook().groups[:3])


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def test_only_reasons_of_the_codebook_are_taken(interview: Interview) -> None:
    with pytest.raises(Refusal) as refused:
        services.save_reasons(interview, [{"reason": "weather.rain", "force": "push"}], revision=0, by=BRAM, at=NOON)
    assert refused.value.code == "coding.unknown_reason"


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


@pytest.mark.parametrize("who", ["second_interviewer", "hr_lead", "leader", "guardian", "admin", "outsider"])
def test_nobody_else_finds_the_reasons_or_the_themes(interview: Interview, signed_in: SignedIn, who: str) -> None:
    client = signed_in(who)
    addresses = [reverse(name, args=[interview.pk]) for name in ("reasons", "save_reasons", "code")]
    assert [client.post(address, {"revision": 0}).status_code for address in addresses] == [404] * 3
    assert client.get(addresses[0]).status_code == 404
