from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import NOW, Cast
from tests.questionnaires.conftest import BY, item, reword, text
from uitzicht.questionnaires import queries, services
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.vocabulary import Status

SignedIn = Callable[[str], Client]
EDITING = (
    "/questionnaires/3/items/content.variety/",
    "/questionnaires/3/parts/content/",
    "/questionnaires/3/parts/content/add/",
    "/questionnaires/3/publish/",
    "/questionnaires/3/delete/",
    "/questionnaires/2/retire/",
)
READING = ("/questionnaires/", "/questionnaires/3/", "/questionnaires/3/missing/", "/questionnaires/3/preview/")


def fields(version: QuestionnaireVersion, key: str, **changes: str) -> dict[str, str]:
    stored = text(version, key)
    sent = {"question": stored.question, "probes": "\r\n".join(stored.probes), "revision": str(stored.revision)}
    return sent | changes


@pytest.mark.parametrize("who", ["hr_lead", "guardian", "admin", "interviewer"])
@pytest.mark.parametrize("address", READING)
def test_they_are_read_by_whoever_works_with_them(
    draft: QuestionnaireVersion, signed_in: SignedIn, who: str, address: str
) -> None:
    assert signed_in(who).get(address).status_code == 200


@pytest.mark.parametrize("address", [*READING, *EDITING])
@pytest.mark.parametrize("who", ["leader", "outsider"])
def test_nobody_else_finds_them(draft: QuestionnaireVersion, signed_in: SignedIn, who: str, address: str) -> None:
    assert signed_in(who).get(address).status_code == 404


@pytest.mark.parametrize("address", EDITING)
def test_only_the_hr_lead_edits(draft: QuestionnaireVersion, signed_in: SignedIn, address: str) -> None:
    assert signed_in("hr_lead").get(address).status_code == 200
    assert [signed_in(who).get(address).status_code for who in ("guardian", "admin", "interviewer")] == [404] * 3


@pytest.mark.parametrize("who", ["guardian", "interviewer"])
def test_readers_see_no_way_to_change_anything(draft: QuestionnaireVersion, signed_in: SignedIn, who: str) -> None:
    page = signed_in(who).get("/questionnaires/3/").content.decode()
    assert "Take out" not in page
    assert "/publish/" not in page
    assert "/items/" not in page


def test_a_draft_is_begun_from_the_list(published: QuestionnaireVersion, signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").post("/questionnaires/draft/", {"source": "2"})
    assert answer.headers["Location"] == "/questionnaires/3/"
    draft = queries.draft()
    assert draft
    assert draft.drafted_by.startswith("Noor")


def test_a_wording_is_saved_in_the_language_of_the_page(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    address = "/questionnaires/3/items/content.variety/?language=nl"
    sent = fields(draft, "content.variety", question="Hoe zag een week eruit?", probes="Wat nog?\r\n\r\nWanneer?")
    assert signed_in("hr_lead").post(address, sent).status_code == 302
    assert text(draft, "content.variety").question == "Hoe zag een week eruit?"
    assert text(draft, "content.variety").probes == ["Wat nog?", "Wanneer?"]


def test_too_many_probes_come_back_with_the_text(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    sent = fields(draft, "content.variety", question="Nieuw?", probes="a?\nb?\nc?\nd?\ne?")
    answer = signed_in("hr_lead").post("/questionnaires/3/items/content.variety/?language=nl", sent)
    assert answer.status_code == 422
    assert "At most 4 lines." in answer.content.decode()
    assert "Nieuw?" in answer.content.decode()


def test_both_texts_are_shown_when_somebody_was_first(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    mine = fields(draft, "content.variety", question="Mijn woorden?")
    reword(draft, "content.variety", wording=Wording(Said("Andermans woorden?")))
    client, address = signed_in("hr_lead"), "/questionnaires/3/items/content.variety/?language=nl"
    answer = client.post(address, mine)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Mijn woorden?" in page
    assert "Andermans woorden?" in page
    assert 'name="revision" value="1"' in page
    assert text(draft, "content.variety").question == "Andermans woorden?"
    assert client.post(address, mine | {"revision": "1"}).status_code == 302
    assert text(draft, "content.variety").question == "Mijn woorden?"


def test_a_part_shows_both_texts_too(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    texts = {"title": "Andermans titel", "script": "Zeg dit.", "hint": ""}
    services.change_part(draft, "terms", "nl", texts, minutes=8, revision=0, by=BY, at=NOW)
    sent = {"title": "Mijn titel", "script": "Zeg dat.", "hint": "", "minutes": "8", "revision": "0"}
    answer = signed_in("hr_lead").post("/questionnaires/3/parts/terms/?language=nl", sent)
    assert answer.status_code == 409
    assert all(title in answer.content.decode() for title in ("Andermans titel", "Mijn titel"))


def test_the_place_is_marked_and_the_proposal_can_be_used(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client, address = signed_in("hr_lead"), "/questionnaires/3/items/content.variety/?language=nl"
    client.post(address, fields(draft, "content.variety", question="Vond je de werkdruk te hoog?"))
    page = client.get(address)
    (found,) = [one for one in page.context["noticed"] if str(one.finding.kind) == "closed"]
    assert f"<mark>{found.finding.excerpt}</mark>" in page.content.decode()
    assert str(found.explanation) in page.content.decode()
    assert f'name="use" value="{found.id}"' in page.content.decode()
    client.post(address, fields(draft, "content.variety", question="Vond je de werkdruk te hoog?", use=found.id))
    assert text(draft, "content.variety").question == found.finding.proposal


def test_a_reason_keeps_the_wording(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client, address = signed_in("hr_lead"), "/questionnaires/3/items/content.variety/?language=nl"
    client.post(address, fields(draft, "content.variety", question="Vond je de werkdruk te hoog?"))
    reasons = {f"reason.{one.id}": "zo hoort het" for one in client.get(address).context["noticed"]}
    client.post(address, fields(draft, "content.variety", **reasons))
    page = client.get("/questionnaires/3/").content.decode()
    assert "zo hoort het" in page
    assert "things are missing" not in page


def test_a_published_version_answers_with_the_rule(published: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client, address = signed_in("hr_lead"), "/questionnaires/2/items/content.variety/"
    assert client.get(address).headers["Location"] == "/questionnaires/2/#content.variety"
    answer = client.post(f"{address}?language=nl", fields(published, "content.variety", question="Anders?"))
    assert answer.status_code == 422
    assert "Version 2 is published and no longer changes" in answer.content.decode()


def test_a_question_of_ones_own_is_added(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    sent = {"name": "Fiets", "type": "choice", "question": "Wat koos je?", "choices": "stalling\nbuiten"}
    answer = signed_in("hr_lead").post("/questionnaires/3/parts/terms/add/?language=nl", sent)
    assert answer.headers["Location"] == "/questionnaires/3/items/terms.own_fiets/?language=nl"
    page = signed_in("hr_lead").get("/questionnaires/3/?language=nl").content.decode()
    assert "your own, compares with no other organisation" in page


@pytest.mark.parametrize(
    ("kind", "choices", "message"),
    [
        ("open", "ja", "An open question has no answers"),
        ("score", "goed", "Write two lines"),
        ("choice", "goed", "Write at least two answers"),
    ],
)
def test_answers_that_do_not_fit_come_back(
    draft: QuestionnaireVersion, signed_in: SignedIn, kind: str, choices: str, message: str
) -> None:
    sent = {"name": "Fiets", "type": kind, "question": "Wat koos je?", "choices": choices}
    answer = signed_in("hr_lead").post("/questionnaires/3/parts/terms/add/", sent)
    assert answer.status_code == 422
    assert message in answer.content.decode()


def test_questions_are_arranged_and_that_is_undone(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    client.post("/questionnaires/3/arrange/", {"item": "terms.pay", "do": "out"})
    assert not draft.items.filter(key="terms.pay").exists()
    change = client.get("/questionnaires/3/").context["last"].pk
    client.post("/questionnaires/3/undo/", {"change": change})
    assert draft.items.filter(key="terms.pay").exists()
    client.post("/questionnaires/3/arrange/", {"item": "terms.pay", "do": "down"})
    assert item(draft, "terms.pay").position == item(draft, "terms.benefits").position + 1


def test_what_was_taken_out_is_offered_to_come_back(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    client.post("/questionnaires/3/arrange/", {"item": "terms.pay", "do": "out"})
    assert "1 question of Uitzicht is not asked here" in client.get("/questionnaires/3/").content.decode()
    answer = client.post("/questionnaires/3/arrange/", {"item": "terms.pay", "do": "back"})
    assert answer.headers["Location"] == "/questionnaires/3/#terms.pay"
    assert draft.items.filter(key="terms.pay").exists()
    assert client.post("/questionnaires/3/arrange/", {"item": "terms.bonus", "do": "back"}).status_code == 404


def test_who_is_asked_is_saved(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    sent = {"do": "asked", "asked_revision": "0", "not_asked": ["pensioner"]}
    assert signed_in("hr_lead").post("/questionnaires/3/items/terms.pay/", sent).status_code == 302
    assert item(draft, "terms.pay").not_asked == ["pensioner"]


def test_what_is_missing_leads_to_its_place(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    reword(draft, "terms.pay", "fr", wording=Wording(Said("")))
    page = signed_in("hr_lead").get("/questionnaires/3/missing/").content.decode()
    assert "/questionnaires/3/items/terms.pay/?language=fr" in page
    answer = signed_in("hr_lead").post("/questionnaires/3/publish/")
    assert answer.status_code == 422


def test_publishing_and_retiring_ask_first(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    assert "No difference" in client.get("/questionnaires/3/publish/").content.decode()
    client.post("/questionnaires/3/publish/")
    draft.refresh_from_db()
    assert draft.status == Status.PUBLISHED
    assert "version 2" in client.get("/questionnaires/3/retire/").content.decode()
    client.post("/questionnaires/3/retire/")
    draft.refresh_from_db()
    assert draft.status == Status.RETIRED


def test_a_draft_is_deleted_after_asking(draft: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    assert client.get("/questionnaires/3/delete/").status_code == 200
    client.post("/questionnaires/3/delete/")
    assert queries.draft() is None


def test_the_preview_shows_what_each_of_both_reads(published: QuestionnaireVersion, signed_in: SignedIn) -> None:
    client = signed_in("interviewer")
    part, question = queries.parts_of(published, "fr")[1], queries.items_of(published, "fr")[1]
    spoken = client.get("/questionnaires/2/preview/?as=interviewer&language=fr").content.decode()
    assert part.hint in spoken
    assert question.probes[1] in spoken
    read = client.get("/questionnaires/2/preview/?as=leaver&language=fr").content.decode()
    assert question.text in read
    assert part.hint not in read
    assert question.probes[1] not in read


def test_the_preview_leaves_out_what_an_audience_is_not_asked(
    published: QuestionnaireVersion, signed_in: SignedIn
) -> None:
    skipped = next(one.text for one in queries.items_of(published, "nl") if one.key == "leaving.differences")
    client, address = signed_in("guardian"), "/questionnaires/2/preview/?language=nl"
    assert skipped in client.get(address).content.decode()
    assert skipped not in client.get(f"{address}&audience=pensioner").content.decode()


@pytest.mark.parametrize("who", ["hr_lead", "guardian", "interviewer"])
def test_the_guide_is_a_download(published: QuestionnaireVersion, signed_in: SignedIn, who: str) -> None:
    answer = signed_in(who).get("/questionnaires/2/guide-de.pdf?audience=pensioner")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert 'filename="guide-v2-de-pensioner.pdf"' in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"%PDF")


def test_there_is_no_guide_for_an_administrator_or_in_another_language(
    published: QuestionnaireVersion, signed_in: SignedIn
) -> None:
    assert signed_in("admin").get("/questionnaires/2/guide-de.pdf").status_code == 404
    assert signed_in("hr_lead").get("/questionnaires/2/guide-es.pdf").status_code == 404


def test_the_list_asks_as_little_of_many_versions_as_of_one(
    cast: Cast,
    draft: QuestionnaireVersion,
    signed_in: SignedIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in("hr_lead")
    with django_assert_max_num_queries(12) as few:
        client.get("/questionnaires/")
    for _again in range(3):
        services.publish_draft(draft, by=BY, at=NOW)
        draft = services.start_draft(draft, by=BY, at=NOW)
    with django_assert_max_num_queries(len(few)):
        client.get("/questionnaires/")


def test_the_page_of_a_version_asks_as_little_of_many_changes_as_of_none(
    draft: QuestionnaireVersion, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("hr_lead")
    reword(draft, "terms.pay", wording=Wording(Said("Hoe was het?")))
    with django_assert_max_num_queries(25) as few:
        client.get("/questionnaires/3/")
    for number in range(4):
        reword(draft, "terms.pay", wording=Wording(Said(f"Hoe was dag {number}?")))
    with django_assert_max_num_queries(len(few)):
        client.get("/questionnaires/3/")
