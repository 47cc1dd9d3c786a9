import pytest
from django.test import Client
from django.utils import timezone

from tests.departures.cases import register_from_today
from tests.portal.alone import CANARY, Alone, behind_a_new_link, choice, score, words
from uitzicht.portal.models import HandedIn
from uitzicht.questionnaires.models import QuestionnaireVersion

SAVE = "/my/questions/save/"


def test_the_overview_shows_every_part_that_makes_sense_alone(sofie: Alone) -> None:
    rows = sofie.get("/my/questions/").context["rows"]
    assert [row.key for row in rows] == [
        *("content", "conditions", "relations", "terms", "organisation", "leaving", "reasons", "inclusion", "closing")
    ]
    assert {row.mark for row in rows} == {""}


def test_before_a_questionnaire_is_published_the_page_says_so(sofie: Alone) -> None:
    QuestionnaireVersion.objects.all().delete()
    page = sofie.get("/my/questions/")
    assert "There are no questions yet" in page.content.decode()
    assert sofie.get("/my/questions/content/").status_code == 404


def test_a_question_that_needs_somebody_to_answer_is_not_asked(sofie: Alone) -> None:
    part = sofie.get("/my/questions/closing/").context["part"]
    assert [question.key for question in part.questions] == ["closing.pleasure", "closing.recommend", "closing.add"]


@pytest.mark.parametrize("part", ["opening", "goodbye", "unheard-of"])
def test_parts_of_a_conversation_are_not_asked(sofie: Alone, part: str) -> None:
    assert sofie.get(f"/my/questions/{part}/").status_code == 404


def test_questions_come_in_the_language_chosen(sofie: Alone) -> None:
    assert "What do you think of the variety in your tasks?" in sofie.get("/my/questions/content/").content.decode()
    french = sofie.get("/my/questions/content/", language="fr").content.decode()
    assert "la variété de vos tâches" in french


def test_without_script_each_step_keeps_the_answer_and_goes_on(sofie: Alone) -> None:
    answer = sofie.post("/my/questions/content/", item="content.variety", notes=CANARY, revision=0, go="next")
    assert (answer.status_code, answer["Location"]) == (302, "/my/questions/content/?question=2")
    assert sofie.draft["answers"]["content.variety"] == words(CANARY)


@pytest.mark.parametrize(
    ("go", "item", "address"),
    [
        ("previous", "content.complexity", "/my/questions/content/?question=1"),
        ("previous", "content.variety", "/my/questions/"),
        ("skip", "content.complexity", "/my/questions/content/?question=3"),
        ("stop", "content.complexity", "/my/questions/"),
        ("next", "content.change", "/my/questions/"),
        ("next", "leaving.avoidable", "/my/questions/reasons/"),
    ],
)
def test_every_way_on_leads_where_it_says(sofie: Alone, go: str, item: str, address: str) -> None:
    part = item.partition(".")[0]
    assert sofie.post(f"/my/questions/{part}/", item=item, notes="", revision=0, go=go)["Location"] == address


def test_no_answer_is_possible_on_each_and_the_part_is_then_done(sofie: Alone) -> None:
    for question in sofie.get("/my/questions/conditions/").context["part"].questions:
        sofie.post("/my/questions/conditions/", item=question.key, given="", revision=0, go="next")
    row = sofie.get("/my/questions/").context["rows"][1]
    assert (row.mark, row.answered) == ("full", 0)


def test_closed_answers_are_kept_as_points_and_choices(sofie: Alone) -> None:
    sofie.post("/my/questions/content/", item="content.satisfaction", given="4", revision=0)
    sofie.post("/my/questions/content/", item="content.change", given="improve", revision=0)
    assert sofie.draft["answers"] == {"content.satisfaction": score(4), "content.change": choice("improve")}
    page = sofie.get("/my/questions/content/", question=5)
    assert page.context["chosen"] == "4"


def test_who_comes_back_goes_on_where_they_were(sofie: Alone) -> None:
    sofie.answer("relations.colleagues", words("fine"))
    assert sofie.get("/my/questions/").context["next"].address == "/my/questions/relations/?question=2"


def test_questions_about_an_event_fall_away_where_there_was_none(sofie: Alone) -> None:
    def asked() -> list[str]:
        return [one.key for one in sofie.get("/my/questions/leaving/").context["part"].questions]

    assert "leaving.event_when" in asked()
    sofie.answer("leaving.event", choice("none"))
    assert not [key for key in asked() if key.startswith("leaving.event_")]


def test_who_goes_with_pension_is_asked_in_the_words_for_them(cast) -> None:
    from uitzicht.questionnaires import content
    from uitzicht.questionnaires.services import publish_version

    publish_version(content.load(2), by="test", at=timezone.now())
    jan = behind_a_new_link(register_from_today(cast.colleague, kind="retirement"))
    keys = [one.key for one in jan.get("/my/questions/leaving/").context["part"].questions]
    assert "leaving.search" not in keys


def test_the_page_saves_while_somebody_types(sofie: Alone) -> None:
    first = sofie.save(item="content.variety", notes="half a sen", given="", revision=0)
    assert (first.status_code, first.json()) == (200, {"revision": 1})
    assert sofie.save(item="content.variety", notes="half a sentence", given="", revision=1).json() == {"revision": 2}
    assert sofie.draft["answers"]["content.variety"] == words("half a sentence")


def test_a_newer_text_from_another_device_comes_back_and_stays(sofie: Alone) -> None:
    sofie.answer("content.variety", words("from the laptop"))
    answer = sofie.save(item="content.variety", notes="from the phone", given="", revision=0)
    assert answer.status_code == 409
    assert answer.json()["current"] == words("from the laptop")
    assert sofie.draft["answers"]["content.variety"] == words("from the laptop")


def test_without_script_both_texts_stand_side_by_side(sofie: Alone) -> None:
    sofie.answer("content.variety", words("from the laptop"))
    sent = {"item": "content.variety", "notes": "from the phone", "go": "next"}
    page = sofie.post("/my/questions/content/", revision=0, **sent)
    assert page.status_code == 409
    for text in ("from the laptop", "from the phone", "Keep mine"):
        assert text in page.content.decode()
    sofie.post("/my/questions/content/", revision=page.context["revision"], **sent)
    assert sofie.draft["answers"]["content.variety"] == words("from the phone")


def test_what_cannot_be_read_is_refused(sofie: Alone) -> None:
    assert sofie.save(notes="no item").status_code == 400
    assert sofie.save(item="content.variety", notes="x" * 50_001, revision=0).status_code == 400
    assert sofie.save(item="content.satisfaction", given="9", revision=0).status_code == 422
    assert sofie.post("/my/questions/content/", item="relations.manager", revision=0).status_code == 404


@pytest.mark.parametrize(
    "address", ["/my/questions/", "/my/questions/content/", "/my/questions/reasons/", "/my/questions/themes/"]
)
def test_without_the_link_there_is_nothing(sofie: Alone, address: str) -> None:
    assert Client().get(address).status_code == 404
    assert Client().post(SAVE, {"item": "content.variety", "notes": CANARY, "revision": 0}).status_code == 404


def test_pages_with_text_are_kept_by_no_cache(sofie: Alone) -> None:
    assert "no-store" in sofie.get("/my/questions/content/")["Cache-Control"]


def test_after_handing_in_the_questions_are_closed(sofie: Alone) -> None:
    HandedIn.objects.create(departure=sofie.departure, on=timezone.localdate())
    assert "Your answers are sealed" in sofie.get("/my/questions/").content.decode()
    assert sofie.get("/my/questions/content/")["Location"] == "/my/questions/"
    assert sofie.save(item="content.variety", notes=CANARY, given="", revision=0).status_code == 422


def test_a_save_takes_few_statements(sofie: Alone, django_assert_max_num_queries) -> None:
    sofie.answer("content.variety", words("warm"))
    with django_assert_max_num_queries(14):
        sofie.save(item="content.learning", notes=CANARY, given="", revision=0)


def test_pages_take_as_many_statements_with_answers_as_without(sofie: Alone, django_assert_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sofie.answer("content.variety", words("warm"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        sofie.get("/my/questions/")
    for item in ("content.learning", "content.improve", "relations.colleagues", "terms.pay"):
        sofie.answer(item, words(CANARY))
    with django_assert_num_queries(len(few)):
        sofie.get("/my/questions/")
