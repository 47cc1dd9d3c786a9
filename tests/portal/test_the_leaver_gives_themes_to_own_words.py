import tomllib
from pathlib import Path

import pytest

from tests.portal.alone import Alone, score, sealed, words
from uitzicht.portal import proposing
from uitzicht.portal.rules import theme_codes
from uitzicht.questionnaires.codebook import load_codebook

ADDRESS = "/my/questions/themes/"
LANGUAGES = ("nl", "fr", "en", "de")


@pytest.fixture
def written(sofie: Alone) -> Alone:
    sofie.answer("content.variety", words("Weinig afwisseling, en ik leerde niets nieuws."))
    sofie.answer("content.satisfaction", score(2))
    sofie.answer("leaving.main_reason", words("Mijn loopbaan stond stil en de files waren lang."))
    return sofie


def test_only_words_get_themes_one_answer_a_screen(written: Alone) -> None:
    first = written.get(ADDRESS)
    assert (first.context["number"], first.context["total"]) == (1, 2)
    assert "Weinig afwisseling" in first.content.decode()


def test_themes_of_the_part_are_proposed_and_none_is_decided(written: Alone) -> None:
    choices = written.get(ADDRESS).context["choices"]
    assert {(one.code, one.sentiment) for one in choices.proposed} == {
        ("content.variety", ""),
        ("content.learning", ""),
    }
    assert written.draft["themes"] == {}


def test_elsewhere_groups_beyond_the_areas_come_first(written: Alone) -> None:
    proposed = [one.code for one in written.get(ADDRESS, answer=2).context["choices"].proposed]
    assert proposed[:2] == ["career", "commute"]


def test_what_the_leaver_confirms_is_sealed_with_the_answer(written: Alone) -> None:
    sent = {"item": "content.variety", "theme.content.variety": "negative", "theme.content.learning": "", "go": "next"}
    assert written.post(f"{ADDRESS}?answer=1", **sent)["Location"] == f"{ADDRESS}?answer=2"
    assert written.draft["themes"] == {"content.variety": [{"theme": "content.variety", "sentiment": "negative"}]}
    last = written.post(f"{ADDRESS}?answer=2", item="leaving.main_reason", go="leave")
    assert last["Location"] == "/my/questions/hand-in/"
    written.hand_in()
    assert sealed()[0]["themes"] == {"content.variety": [{"theme": "content.variety", "sentiment": "negative"}]}


def test_none_of_them_is_a_decision_and_leaving_it_is_not(written: Alone) -> None:
    written.post(ADDRESS, item="content.variety", go="next")
    assert written.draft["themes"] == {"content.variety": []}
    written.post(ADDRESS, item="content.variety", go="leave")
    assert written.draft["themes"] == {}


def test_a_theme_of_another_part_can_be_chosen(written: Alone) -> None:
    written.post(ADDRESS, item="content.variety", **{"theme.relations.manager": "neutral"})
    assert written.draft["themes"]["content.variety"] == [{"theme": "relations.manager", "sentiment": "neutral"}]
    assert [one.code for one in written.get(ADDRESS).context["choices"].proposed] == ["relations.manager"]


def test_words_that_are_taken_back_take_their_themes_along(written: Alone) -> None:
    written.post(ADDRESS, item="content.variety", **{"theme.content.variety": "negative"})
    written.answer("content.variety", words(""), revision=1)
    assert written.draft["themes"] == {}
    assert written.post(ADDRESS, item="content.variety", go="next").status_code == 422


def test_without_words_there_is_nothing_to_give_themes_to(sofie: Alone) -> None:
    sofie.answer("content.satisfaction", score(3))
    assert sofie.get(ADDRESS)["Location"] == "/my/questions/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_has_signs_in_every_language(language: str) -> None:
    assert list(proposing.signs_in(language).patterns) == list(theme_codes(load_codebook()))


def test_the_file_of_signs_knows_no_other_theme_or_language() -> None:
    file = Path(proposing.__file__).with_name("theme_words.toml")
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(found) == set(theme_codes(load_codebook()))
    for code, signs in found.items():
        assert set(signs) == set(LANGUAGES), code
        for language, those in signs.items():
            assert len(those) >= 4, (code, language)
            assert len(set(those)) == len(those), (code, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_theme_points_to_it(language: str) -> None:
    """Of the themes of the five areas nearly all are found by their own label; a label may also be a wide word."""
    codebook = load_codebook()
    found = [
        theme.code in proposing._proposed(theme.area, theme.labels[language], (language,)) for theme in codebook.themes
    ]
    assert sum(found) >= 27, [theme.code for theme, hit in zip(codebook.themes, found, strict=True) if not hit]
