"""Nobody but its interviewer opens a conversation; everybody else finds no page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from uitzicht.interviews.models import Answer, Interview
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]
OTHERS = ("second_interviewer", "hr_lead", "leader", "guardian", "admin", "outsider")
READ = ("talk", "reasons", "finish")
WRITE = ("save_answer", "save_reasons", "save_summary", "record_part", "reasons", "on_paper", "finish")


def addresses(interview: Interview) -> list[str]:
    part = reverse("talk_part", args=[interview.pk, "content"])
    return [
        reverse("prepare", args=[interview.departure_id]),
        part,
        *(reverse(name, args=[interview.pk]) for name in READ),
    ]


def test_its_interviewer_opens_every_page(interview: Interview, signed_in: SignedIn) -> None:
    client = signed_in("interviewer")
    assert [client.get(address, follow=True).status_code for address in addresses(interview)] == [200] * 5


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_a_page(interview: Interview, signed_in: SignedIn, who: str) -> None:
    client = signed_in(who)
    before = AuditEntry.objects.count()
    assert [client.get(address).status_code for address in addresses(interview)] == [404] * 5
    assert AuditEntry.objects.filter(action="interview.opened").count() == 0
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_saves_anything(interview: Interview, signed_in: SignedIn, who: str) -> None:
    client = signed_in(who)
    sent = {
        "item": "content.variety",
        "notes": "x",
        "given": "",
        "text": "x",
        "revision": 0,
        "part": "content",
        "seconds": 9,
    }
    codes = [client.post(reverse(name, args=[interview.pk]), sent).status_code for name in WRITE]
    assert codes == [404] * len(WRITE)
    interview.refresh_from_db()
    assert (interview.status, interview.parts, Answer.objects.count()) == ("open", {}, 0)


def test_who_is_not_signed_in_is_asked_to(interview: Interview, signed_in: SignedIn) -> None:
    response = signed_in("").get(reverse("talk", args=[interview.pk]))
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


def test_the_list_holds_own_conversations_only(interview: Interview, signed_in: SignedIn) -> None:
    own = signed_in("interviewer").get(reverse("interviews"))
    other = signed_in("second_interviewer").get(reverse("interviews"))
    assert "Sofie Martens" in own.content.decode()
    assert "Sofie Martens" not in other.content.decode()
