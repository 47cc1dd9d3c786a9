"""A page without a login tells what happens with an answer, from the settings in force and in four languages."""

import pytest
from django.test import Client
from django.utils import translation

from tests.cast import NOW, Cast
from uitzicht.portal.explanation import limits, way_of_an_answer
from uitzicht.privacy.models import Policy
from uitzicht.privacy.policies import decide_policy

ADDRESS = "/my/protection/"
WAY = ["written", "waits", "bundle", "banded", "attacked", "frozen"]


def _told(code: str, **settings: object) -> str:
    with translation.override("en"):
        return next(" ".join(one.sentences) for one in way_of_an_answer(Policy(**settings)) if one.code == code)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_whole_way_is_told_without_a_placeholder_left(language: str) -> None:
    with translation.override(language):
        chapters = [*way_of_an_answer(Policy(inclusion_card=True)), *limits()]
        assert [chapter.code for chapter in chapters] == [*WAY, "few", "told", "style", "server"]
        texts = [text for chapter in chapters for text in (chapter.title, *chapter.sentences)]
    assert all(text and "{" not in text for text in texts)


@pytest.mark.parametrize(
    ("setting", "value", "chapter", "said"),
    [
        ("k", 8, "bundle", "at least 8 people"),
        ("k_sensitive", 14, "bundle", "at least 14 people"),
        ("patience", 3, "bundle", "After 3 releases"),
        ("patience", 0, "bundle", "Then you count"),
        ("months_between_releases", 1, "frozen", "once a month at most"),
        ("months_between_releases", 4, "frozen", "every 4 months"),
        ("retention_notes_months", 9, "frozen", "9 months"),
        ("retention_answers_months", 30, "frozen", "30 months"),
        ("inclusion_card", True, "written", "unlinked card"),
        ("colluders", 2, "banded", "fewer than 4"),
    ],
)
def test_it_follows_the_settings_in_force(setting: str, value: object, chapter: str, said: str) -> None:
    assert said in _told(chapter, **{setting: value})
    assert said not in _told(chapter)


def test_everybody_reads_it_in_their_own_language(cast: Cast) -> None:
    decide_policy(by="Noor", at=NOW, reason="Careful start.", k=7)
    page = Client().get(ADDRESS, {"language": "fr"}).content.decode()
    assert '<html lang="fr"' in page
    assert "au moins 7 personnes" in page
    assert "/my/promise/" not in page


def test_it_names_nobody(cast: Cast) -> None:
    decide_policy(by="Noor", at=NOW, reason="Contact.", guardian_contact="Ria Smeets, 03 123 45 67")
    assert "Ria Smeets" not in Client().get(ADDRESS).content.decode()


def test_whoever_came_from_the_own_pages_finds_the_way_back(cast: Cast) -> None:
    visitor = Client()
    visitor.cookies["my"] = "a secret"
    assert "/my/promise/" in visitor.get(ADDRESS).content.decode()
