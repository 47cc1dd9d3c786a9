"""The interviewer's page of the summary, and the button at the table."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.interviews.afterwards import BESIDE, TEXT, held_today
from tests.interviews.setting import BRAM, NOON, talking
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return held_today(cast)


@pytest.fixture
def bram(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def address(interview: Interview, name: str = "summary") -> str:
    return reverse(name, args=[interview.pk])


def kept(interview: Interview) -> str:
    return queries.read_summary(Interview.objects.get(pk=interview.pk)).text


def test_the_page_shows_text_and_state_and_leaves_a_line(interview: Interview, bram: Client) -> None:
    answer = bram.get(address(interview))
    page = answer.content.decode()
    assert TEXT in page
    assert "Not sent yet: Sofie cannot read it yet." in page
    assert "no-store" in answer["Cache-Control"]
    assert AuditEntry.objects.get(action="summary.opened").by == BRAM


@pytest.mark.parametrize("who", ["second_interviewer", "hr_lead", "leader", "guardian", "admin", "outsider"])
def test_nobody_else_finds_it(interview: Interview, signed_in: SignedIn, who: str) -> None:
    client = signed_in(who)
    assert client.get(address(interview)).status_code == 404
    assert client.post(address(interview), {"go": "send"}).status_code == 404
    assert client.post(address(interview, "confirm_at_table")).status_code == 404
    assert not mail.outbox


def test_mended_and_sent_in_one_go(interview: Interview, bram: Client) -> None:
    sent = {"text": "Zo is het\r\nbeter gezegd.", "revision": 1, "go": "send"}
    page = bram.post(address(interview), sent, follow=True).content.decode()
    assert kept(interview) == "Zo is het\nbeter gezegd."
    assert len(mail.outbox) == 1
    assert "Written by Bram Nijs; the text no longer changes." in page
    assert "Nothing is written beside it." in page


def test_what_cannot_be_sent_is_kept_and_says_what_to_do(interview: Interview, bram: Client) -> None:
    person = interview.departure.person
    person.private_email = person.work_email = ""
    person.save()
    answer = bram.post(address(interview), {"text": "Beter gezegd.", "revision": 1, "go": "send"})
    assert answer.status_code == 422
    assert "there is no e-mail address of Sofie" in answer.content.decode()
    assert kept(interview) == "Beter gezegd."


def test_a_newer_text_stands_beside_and_nothing_is_sent(interview: Interview, bram: Client) -> None:
    services.mend_summary(interview, "Uit een ander venster.", revision=1, by=BRAM, at=NOON)
    answer = bram.post(address(interview), {"text": "Het mijne.", "revision": 1, "go": "send"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Uit een ander venster." in page
    assert "Het mijne." in page
    assert not mail.outbox
    bram.post(address(interview), {"text": "Het mijne.", "revision": 2, "go": "save"})
    assert kept(interview) == "Het mijne."


def test_confirmed_at_the_table_afterwards(interview: Interview, bram: Client) -> None:
    page = bram.post(address(interview), {"text": TEXT, "revision": 1, "go": "table"}, follow=True).content.decode()
    assert "Confirmed at the table on" in page
    assert "Send it again" not in page


def test_the_page_shows_what_the_leaver_says_beside_it(interview: Interview, bram: Client) -> None:
    services.send_summary(interview, by=BRAM, at=interview.finished_at)
    services.correct_summary(interview, BESIDE, by="leaver", at=interview.finished_at)
    page = bram.get(address(interview)).content.decode()
    assert BESIDE in page
    assert "Sofie wrote something beside it and has not confirmed it." in page
    bram.post(address(interview), {"go": "send"})
    assert len(mail.outbox) == 2


def test_during_the_talk_the_button_confirms_the_text_of_that_moment(cast: Cast, bram: Client) -> None:
    interview = talking(cast)
    sent = {"summary": TEXT, "summary_revision": 0}
    answer = bram.post(address(interview, "confirm_at_table"), sent)
    assert answer["Location"] == address(interview, "finish")
    interview.refresh_from_db()
    assert (kept(interview), interview.summary_confirmed_where) == (TEXT, "table")


def test_a_text_that_cannot_be_read_is_never_confirmed(cast: Cast, bram: Client) -> None:
    interview = talking(cast)
    bram.post(address(interview, "confirm_at_table"), {"summary": TEXT, "summary_revision": ""})
    interview.refresh_from_db()
    assert interview.summary_confirmed_at is None


def test_before_the_talk_is_over_the_page_leads_back_to_it(cast: Cast, bram: Client) -> None:
    interview = talking(cast)
    assert bram.get(address(interview))["Location"] == address(interview, "talk")


def test_the_list_says_where_each_summary_stands(interview: Interview, bram: Client) -> None:
    page = bram.get(reverse("interviews")).content.decode()
    assert address(interview) in page
    assert "not sent yet" in page


def test_while_it_is_mended_the_page_saves_by_itself(interview: Interview, bram: Client) -> None:
    script = {"headers": {"Accept": "application/json"}}
    first = bram.post(address(interview), {"text": "Beter gezegd.", "revision": 1}, **script)
    assert (first.status_code, first.json()) == (200, {"revision": 2})
    late = bram.post(address(interview), {"text": "Uit een ander venster.", "revision": 1}, **script)
    assert (late.status_code, late.json()["current"], late.json()["revision"]) == (409, "Beter gezegd.", 2)
    assert bram.post(address(interview), {"text": "x", "revision": "?"}, **script).status_code == 400
    services.send_summary(interview, by=BRAM, at=interview.finished_at)
    refused = bram.post(address(interview), {"text": "Anders.", "revision": 2}, **script)
    assert (refused.status_code, refused.json()["code"]) == (422, "interview.summary_fixed")
    assert kept(interview) == "Beter gezegd."
