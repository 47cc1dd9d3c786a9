"""A talk that is held on paper and entered afterwards: no clock runs, and no times are kept."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import BRAM, NOON
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def record(interview: Interview, seconds: int, state: str = "") -> dict[str, object]:
    services.record_part(interview, "content", state=state, seconds=seconds, by=BRAM, at=NOON)
    interview.refresh_from_db()
    return dict(interview.parts["content"])


def test_of_a_talk_on_paper_states_are_kept_and_times_are_not(interview: Interview) -> None:
    assert record(interview, 90) == {"state": "", "seconds": 90}
    services.hold_on_paper(interview, True, by=BRAM, at=NOON)
    assert interview.parts["content"]["seconds"] == 0
    assert record(interview, 120, "covered") == {"state": "covered", "seconds": 0}
    services.hold_on_paper(interview, False, by=BRAM, at=NOON)
    assert record(interview, 30)["seconds"] == 30


def test_the_switch_is_on_the_page_and_in_the_trail(client: Client, interview: Interview) -> None:
    address, page = reverse("on_paper", args=[interview.pk]), reverse("talk_part", args=[interview.pk, "content"])
    assert "data-horizon" in client.get(page).content.decode()
    client.post(address, {"on_paper": "yes"})
    client.post(address, {"on_paper": "yes"})
    interview.refresh_from_db()
    assert interview.on_paper
    shown = client.get(page).content.decode()
    assert "data-horizon" not in shown
    assert "data-time=" not in shown
    assert AuditEntry.objects.filter(action="interview.on_paper").count() == 1
    assert client.post(address, {"on_paper": "no", "part": "content"})["Location"] == page
    assert "data-horizon" in client.get(page).content.decode()


def test_a_finished_conversation_no_longer_changes_how_it_was_held(interview: Interview) -> None:
    services.finish_interview(interview, by=BRAM, at=NOON)
    with pytest.raises(Refusal) as refused:
        services.hold_on_paper(interview, True, by=BRAM, at=NOON)
    assert refused.value.code == "interview.finished"


@pytest.mark.parametrize("who", ["second_interviewer", "hr_lead", "guardian"])
def test_nobody_else_finds_the_switch(interview: Interview, signed_in: SignedIn, who: str) -> None:
    assert signed_in(who).post(reverse("on_paper", args=[interview.pk]), {"on_paper": "yes"}).status_code == 404
