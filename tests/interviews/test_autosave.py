"""What the page saves while somebody types."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from uitzicht.interviews import queries
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def sent(notes: str, revision: int, item: str = "content.variety", given: str = "") -> dict[str, object]:
    return {"item": item, "notes": notes, "given": given, "revision": revision}


def test_a_save_answers_with_the_new_revision(client: Client, interview: Interview) -> None:
    address = reverse("save_answer", args=[interview.pk])
    assert client.post(address, sent("a", 0)).json() == {"revision": 1}
    assert client.post(address, sent("ab ", 1)).json() == {"revision": 2}
    assert queries.read_sheet(interview).answers["content.variety"]["notes"] == "ab "


def test_a_closed_answer_becomes_a_score_or_a_choice(client: Client, interview: Interview) -> None:
    address = reverse("save_answer", args=[interview.pk])
    client.post(address, sent("", 0, "content.satisfaction", "4"))
    client.post(address, sent("", 0, "content.change", "keep"))
    answers = queries.read_sheet(interview).answers
    assert (answers["content.satisfaction"]["score"], answers["content.change"]["choice"]) == (4, "keep")


def test_an_older_text_gets_the_newer_one_back_and_changes_nothing(client: Client, interview: Interview) -> None:
    address = reverse("save_answer", args=[interview.pk])
    client.post(address, sent("newer", 0))
    response = client.post(address, sent("older", 0))
    assert response.status_code == 409
    answer = response.json()
    assert (answer["code"], answer["revision"], answer["current"]["notes"]) == ("interview.newer_text", 1, "newer")
    assert queries.read_sheet(interview).answers["content.variety"]["notes"] == "newer"


def test_what_cannot_be_read_or_is_not_offered_is_refused(client: Client, interview: Interview) -> None:
    address = reverse("save_answer", args=[interview.pk])
    json = {"Accept": "application/json"}
    assert client.post(address, {"item": "content.variety"}, headers=json).status_code == 400
    refused = client.post(address, sent("", 0, "content.satisfaction", "9"), headers=json)
    assert (refused.status_code, refused.json()["code"]) == (422, "interview.answer_not_offered")


def test_a_save_needs_the_token_of_the_page(interview: Interview, cast: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(interview.interviewer)
    address = reverse("save_answer", args=[interview.pk])
    assert strict.post(address, sent("a", 0)).status_code == 403
    page = strict.get(reverse("talk_part", args=[interview.pk, "content"]))
    token = {"csrfmiddlewaretoken": str(page.context["csrf_token"])}
    assert strict.post(address, sent("a", 0) | token).status_code == 200


def test_the_summary_and_the_time_are_saved_beside_the_answers(client: Client, interview: Interview) -> None:
    summary = client.post(reverse("save_summary", args=[interview.pk]), {"text": "Kort.", "revision": 0})
    time = client.post(reverse("record_part", args=[interview.pk]), {"part": "content", "state": "", "seconds": 75})
    interview.refresh_from_db()
    assert (summary.json(), time.json()) == ({"revision": 1}, {"seconds": 75})
    assert queries.read_sheet(interview).summary == "Kort."
    assert interview.parts == {"content": {"state": "", "seconds": 75}}


def test_a_save_takes_few_statements_and_no_line_in_the_trail(
    client: Client, interview: Interview, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("save_answer", args=[interview.pk])
    client.post(address, sent("warm", 0, "content.learning"))
    lines = AuditEntry.objects.count()
    with django_assert_max_num_queries(9):
        client.post(address, sent("first", 0))
    with django_assert_max_num_queries(8):
        client.post(address, sent("second", 1))
    assert AuditEntry.objects.count() == lines
