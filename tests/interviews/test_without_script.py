"""The talk as plain forms: every step of it works without JavaScript."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import queries
from uitzicht.interviews.models import Interview
from uitzicht.planning.models import Appointment
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def part(interview: Interview, name: str = "content") -> str:
    return reverse("talk_part", args=[interview.pk, name])


def test_preparing_shows_the_career_and_starts_the_talk(client: Client, appointment: Appointment) -> None:
    address = reverse("prepare", args=[appointment.departure_id])
    page = client.get(address).content.decode()
    assert "Terminalplanner" in page
    assert "Terminal / Kade Noord" in page
    client.post(address, {"go": "prepared"})
    appointment.departure.refresh_from_db()
    assert appointment.departure.stage == Stage.PREPARED
    started = client.post(address, {"go": "start"}, follow=True)
    assert started.redirect_chain[-1][0].endswith("/opening/")
    assert AuditEntry.objects.filter(
        action="preparation.opened", subject=f"departure:{appointment.departure_id}"
    ).exists()


def test_a_finished_talk_shows_no_clock(client: Client, interview: Interview) -> None:
    assert "data-horizon" in client.get(part(interview)).content.decode()
    client.post(reverse("finish", args=[interview.pk]))
    for address in (part(interview), reverse("reasons", args=[interview.pk])):
        assert "data-horizon" not in client.get(address).content.decode()


def test_next_saves_and_goes_to_the_following_question(client: Client, interview: Interview) -> None:
    response = client.post(
        part(interview),
        {
            "question": "1",
            "go": "next",
            "notes.content.variety": "Veel\r\nafwisseling",
            "revision.content.variety": "0",
        },
    )
    assert response["Location"] == f"{part(interview)}?question=2"
    assert queries.read_sheet(interview).answers["content.variety"]["notes"] == "Veel\nafwisseling"


def test_the_last_question_leads_to_the_following_part(client: Client, interview: Interview) -> None:
    response = client.post(part(interview), {"question": "5", "go": "next"})
    assert response["Location"] == part(interview, "conditions")
    assert client.post(part(interview), {"question": "1", "go": "previous"})["Location"] == part(interview, "opening")


def test_a_part_is_marked_covered_or_skipped_and_taken_up_again(client: Client, interview: Interview) -> None:
    states = []
    for go in ("covered", "skip", "again"):
        client.post(part(interview), {"question": "1", "go": go})
        interview.refresh_from_db()
        states.append(interview.parts["content"]["state"])
    assert states == ["covered", "skipped", "touched"]


def test_the_part_of_the_reasons_is_covered_or_skipped_from_their_own_page(
    client: Client, interview: Interview
) -> None:
    address = reverse("reasons", args=[interview.pk])
    assert client.post(address, {"revision": "0", "go": "skip"})["Location"] == part(interview, "inclusion")
    interview.refresh_from_db()
    assert interview.parts["leaving"]["state"] == "skipped"
    shown = client.get(address).content.decode()
    assert "skipped" in shown
    assert client.post(address, {"revision": "0", "go": "again"})["Location"] == address
    interview.refresh_from_db()
    assert interview.parts["leaving"]["state"] == "touched"


def test_a_conflict_shows_both_texts_and_saves_mine_only_on_the_second_wish(
    client: Client, interview: Interview
) -> None:
    mine = {"question": "1", "go": "next", "notes.content.variety": "mine", "revision.content.variety": "0"}
    client.post(part(interview), mine | {"notes.content.variety": "theirs"})
    response = client.post(part(interview), mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "mine" in page
    assert "theirs" in page
    assert queries.read_sheet(interview).answers["content.variety"]["notes"] == "theirs"
    again = client.post(part(interview), mine | {"revision.content.variety": "1"})
    assert again.status_code == 302
    assert queries.read_sheet(interview).answers["content.variety"]["notes"] == "mine"


def test_the_questions_can_be_asked_in_another_language(client: Client, interview: Interview) -> None:
    dutch = client.get(part(interview)).content.decode()
    french = client.get(part(interview), {"language": "fr"}).content.decode()
    assert "afwisseling in je taken" in dutch
    assert 'name="in" value="nl"' in dutch  # the page itself is in English
    assert "variété de vos tâches" in french
    moved = client.post(part(interview), {"question": "1", "go": "next", "in": "fr"})
    assert moved["Location"].endswith("?question=2&language=fr")


def test_the_talk_is_taken_up_at_the_first_part_left(client: Client, interview: Interview) -> None:
    for name in ("opening", "content"):
        client.post(part(interview, name), {"go": "covered"})
    assert client.get(reverse("talk", args=[interview.pk]))["Location"] == part(interview, "conditions")


def test_finishing_says_what_is_not_covered_and_then_closes_the_notes(client: Client, interview: Interview) -> None:
    client.post(part(interview), {"go": "covered"})
    address = reverse("finish", args=[interview.pk])
    page = client.get(address)
    uncovered = [row.key for row in page.context["uncovered"]]
    assert "content" not in uncovered
    assert "leaving" in uncovered
    assert client.post(address)["Location"] == reverse("code", args=[interview.pk])
    interview.refresh_from_db()
    assert interview.status == "finished"
    read_only = client.get(part(interview)).content.decode()
    assert "readonly" in read_only
    assert "talk.js" not in read_only
    assert "Remember" not in read_only
    assert "Pause" not in read_only


def test_the_summary_is_the_last_step_and_is_saved_with_the_form(client: Client, interview: Interview) -> None:
    sent = {"question": "2", "go": "next", "summary": "Kort samengevat.", "summary_revision": "0"}
    response = client.post(part(interview, "goodbye"), sent)
    assert response["Location"] == reverse("finish", args=[interview.pk])
    interview.refresh_from_db()
    assert queries.read_sheet(interview).summary == "Kort samengevat."


def test_each_opening_of_a_part_leaves_one_line(client: Client, interview: Interview) -> None:
    client.get(part(interview))
    client.get(part(interview, "terms"))
    assert AuditEntry.objects.filter(action="interview.opened", subject=f"interview:{interview.pk}").count() == 2


@pytest.mark.parametrize("page", ["talk_part", "reasons", "finish"])
def test_the_page_changes_its_language_without_changing_that_of_the_questions(
    client: Client, interview: Interview, page: str
) -> None:
    address = part(interview, "leaving") if page == "talk_part" else reverse(page, args=[interview.pk])
    here = f"{address}?language=fr"
    assert f'name="next" value="{here}"' in client.get(here).content.decode()
    moved = client.post(reverse("set_language"), {"language": "de", "next": here})
    assert moved["Location"] == here
    german = client.get(here)
    assert '<html lang="de">' in german.content.decode()
    assert german.context["asked_in"] == "fr"
