import pytest

from tests.cast import NOW
from tests.questionnaires.conftest import BY, item
from uitzicht.core.refusal import Refusal
from uitzicht.questionnaires import content, queries, services
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.rules import NewerWording

TEXTS = {"title": "Loon", "script": "Nu over je loon.", "hint": "Luister."}


def order(version: QuestionnaireVersion, part: str) -> list[str]:
    return [one.key.split(".")[1] for one in queries.items_of(version, "nl") if one.part == part]


def test_a_question_moves_one_place(draft: QuestionnaireVersion) -> None:
    assert order(draft, "inclusion") == ["safe", "at_home", "valued", "experience"]
    assert services.move_item(item(draft, "inclusion.at_home"), up=True, by=BY, at=NOW)
    assert order(draft, "inclusion") == ["at_home", "safe", "valued", "experience"]


def test_it_never_leaves_its_part(draft: QuestionnaireVersion) -> None:
    assert not services.move_item(item(draft, "inclusion.safe"), up=True, by=BY, at=NOW)
    assert not services.move_item(item(draft, "inclusion.experience"), up=False, by=BY, at=NOW)
    assert order(draft, "inclusion") == ["safe", "at_home", "valued", "experience"]


def test_a_question_is_taken_out_of_the_draft_only(
    published: QuestionnaireVersion, draft: QuestionnaireVersion
) -> None:
    services.take_out(item(draft, "inclusion.valued"), by=BY, at=NOW)
    assert "valued" not in order(draft, "inclusion")
    assert "valued" in order(published, "inclusion")


def test_the_question_that_the_reasons_follow_stays(draft: QuestionnaireVersion) -> None:
    main = item(draft, "leaving.main_reason")
    with pytest.raises(Refusal) as refused:
        services.take_out(main, by=BY, at=NOW)
    assert refused.value.code == "questionnaire.essential"
    with pytest.raises(Refusal):
        services.change_asked(main, ["pensioner"], revision=0, by=BY, at=NOW)


def test_a_question_is_left_out_for_an_audience(draft: QuestionnaireVersion) -> None:
    assert services.change_asked(item(draft, "terms.pay"), ["pensioner"], revision=0, by=BY, at=NOW)
    assert "pay" not in [one.key.split(".")[1] for one in queries.items_of(draft, "nl", "pensioner")]
    assert "pay" in order(draft, "terms")


def test_who_is_asked_is_not_decided_over_somebody_elses_head(draft: QuestionnaireVersion) -> None:
    services.change_asked(item(draft, "terms.pay"), ["pensioner"], revision=0, by=BY, at=NOW)
    with pytest.raises(Refusal) as refused:
        services.change_asked(item(draft, "terms.pay"), [], revision=0, by=BY, at=NOW)
    assert refused.value.code == "questionnaire.changed_meanwhile"


def test_a_part_says_something_else_in_one_language(draft: QuestionnaireVersion) -> None:
    services.change_part(draft, "terms", "nl", TEXTS, minutes=9, revision=0, by=BY, at=NOW)
    draft.refresh_from_db()
    parts = {part.key: part for part in queries.parts_of(draft, "nl")}
    assert (parts["terms"].title, parts["terms"].minutes) == ("Loon", 9)
    assert next(part for part in queries.parts_of(draft, "de") if part.key == "terms").title != "Loon"


def test_two_people_do_not_write_over_each_others_part(draft: QuestionnaireVersion) -> None:
    services.change_part(draft, "terms", "nl", TEXTS, minutes=9, revision=0, by=BY, at=NOW)
    with pytest.raises(NewerWording) as newer:
        services.change_part(draft, "terms", "nl", TEXTS | {"title": "Geld"}, minutes=9, revision=0, by=BY, at=NOW)
    assert newer.value.current["title"] == "Loon"
    services.change_part(draft, "content", "nl", TEXTS, minutes=8, revision=0, by=BY, at=NOW)


def test_a_question_that_ships_comes_back_under_its_own_key(draft: QuestionnaireVersion) -> None:
    services.take_out(item(draft, "inclusion.safe"), by=BY, at=NOW)
    ships = next(one for one in content.latest().items if one.key == "inclusion.safe")
    services.bring_back(draft, ships, by=BY, at=NOW)
    assert order(draft, "inclusion") == ["at_home", "valued", "experience", "safe"]
    with pytest.raises(Refusal) as refused:
        services.bring_back(draft, ships, by=BY, at=NOW)
    assert refused.value.code == "questionnaire.item_present"
