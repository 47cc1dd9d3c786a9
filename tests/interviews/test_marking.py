"""Themes ticked during the talk, and the first lines of a summary that follow from them."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.interviews.setting import BRAM, NOON
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, sealing, services
from uitzicht.interviews.marking import mark_choices, summary_draft
from uitzicht.interviews.models import Answer, Interview
from uitzicht.interviews.rules import Reason, markable
from uitzicht.questionnaires.codebook import load_codebook

SignedIn = Callable[[str], Client]
ITEM = "content.variety"
MARKS = ["content.variety", "content.learning"]


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def tick(interview: Interview, *marks: str, item: str = ITEM, revision: int = 0) -> int:
    given = {"notes": "", "score": None, "choice": None, "marks": list(marks)}
    return services.save_answer(interview, item, **given, revision=revision, by=BRAM, at=NOON)


def test_ticked_themes_are_sealed_with_the_answer_and_read_back(interview: Interview) -> None:
    tick(interview, *MARKS)
    assert queries.read_sheet(interview).answers[ITEM]["marks"] == MARKS
    assert b"learning" not in bytes(Answer.objects.get(item_key=ITEM).sealed)


def test_an_answer_from_before_there_were_marks_has_none(interview: Interview) -> None:
    older = {"notes": "Vroeger.", "score": None, "choice": None}
    sealed = sealing.seal(interview, older, kind="answer", item_key=ITEM)
    Answer.objects.create(interview=interview, item_key=ITEM, sealed=sealed)
    assert queries.read_sheet(interview).answers[ITEM]["marks"] == []


@pytest.mark.parametrize(
    ("item", "marks"),
    [
        (ITEM, ["terms.pay"]),
        (ITEM, ["content.weather"]),
        (ITEM, ["content.variety", "content.variety"]),
        ("content.satisfaction", ["content.variety"]),
        ("leaving.main_reason", ["content.variety"]),
    ],
)
def test_a_theme_that_the_question_does_not_offer_is_refused(interview: Interview, item: str, marks: list[str]) -> None:
    with pytest.raises(Refusal) as refused:
        tick(interview, *marks, item=item)
    assert refused.value.code == "interview.theme_not_offered"


def test_an_area_offers_its_themes_and_another_part_the_groups_beyond_the_areas() -> None:
    codebook = load_codebook()
    assert set(MARKS) < set(markable("content", codebook))
    assert {code.split(".")[0] for code in markable("content", codebook)} == {"content"}
    assert "career" in markable("leaving", codebook)
    assert "content" not in markable("leaving", codebook)
    assert ("content.learning", "leren") in mark_choices("content", codebook, "nl")


def test_the_page_saves_ticked_themes_while_somebody_types(client: Client, interview: Interview) -> None:
    address = reverse("save_answer", args=[interview.pk])
    client.post(address, {"item": ITEM, "notes": "a", "given": "", "marks": ",".join(MARKS), "revision": 0})
    assert queries.read_sheet(interview).answers[ITEM]["marks"] == MARKS
    newer = client.post(address, {"item": ITEM, "notes": "b", "given": "", "marks": "", "revision": 0}).json()
    assert newer["current"]["marks"] == MARKS


def test_themes_are_ticked_without_script_and_ticking_one_touches_the_part(
    client: Client, interview: Interview
) -> None:
    address = reverse("talk_part", args=[interview.pk, "content"])
    sent = {"question": "1", "go": "next", f"notes.{ITEM}": "", f"revision.{ITEM}": "0", f"marks.{ITEM}": MARKS}
    client.post(address, sent)
    assert queries.read_sheet(interview).answers[ITEM]["marks"] == MARKS
    page = client.get(address)
    assert page.content.decode().count("data-mark>") > page.content.decode().count('value="content.learning" checked')
    assert 'value="content.learning" checked' in page.content.decode()
    assert [row.state for row in page.context["rows"] if row.key == "content"] == ["touched"]


def test_the_draft_has_a_sentence_for_each_theme_and_reason_in_the_language_of_the_leaver(interview: Interview) -> None:
    tick(interview, "content.learning")
    tick(interview, "content.variety", "content.learning", item="content.learning")
    ranked: list[Reason] = [
        {"reason": "career.no_growth", "force": "push"},
        {"reason": "commute.travel_time", "force": "personal"},
    ]
    services.save_reasons(interview, ranked, revision=0, by=BRAM, at=NOON)
    draft = summary_draft(queries.read_sheet(interview), load_codebook(), "en").splitlines()
    assert draft[:2] == ["You talked about variety.", "You talked about learning."]
    assert draft[2].startswith("What weighed most: no room to grow")
    assert len(draft) == 4
    assert "variété" in summary_draft(queries.read_sheet(interview), load_codebook(), "fr")


def test_the_draft_fills_an_empty_summary_and_never_takes_the_place_of_a_text(
    client: Client, interview: Interview
) -> None:
    tick(interview, "content.learning")
    address = reverse("talk_part", args=[interview.pk, "goodbye"])
    assert client.get(address, {"question": "99"}).context["can_draft"]
    sent = {"question": "2", "go": "draft", "summary": "", "summary_revision": "0"}
    assert client.post(address, sent)["Location"].endswith("?question=2")
    interview.refresh_from_db()
    assert "leren" in queries.read_sheet(interview).summary
    written = {"question": "2", "go": "draft", "summary": "Eigen woorden.", "summary_revision": "1"}
    client.post(address, written)
    interview.refresh_from_db()
    assert queries.read_sheet(interview).summary == "Eigen woorden."
    assert not client.get(address).context["can_draft"]


def test_nothing_ticked_and_no_reason_is_no_draft(client: Client, interview: Interview) -> None:
    assert summary_draft(queries.read_sheet(interview), load_codebook(), "nl") == ""
    assert not client.get(reverse("talk_part", args=[interview.pk, "goodbye"])).context["can_draft"]
