"""A neutral question gets no finding."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import uitzicht
from tests.core.questions.examples import LANGUAGES, good
from uitzicht.core.questions import check
from uitzicht.core.questions.languages import LANGUAGES as RULES

PUBLISHED = Path(uitzicht.__path__[0]) / "questionnaires" / "versions" / "v1.toml"


@pytest.mark.parametrize(("language", "text"), good())
def test_a_good_question_has_no_finding(language: str, text: str) -> None:
    assert check(text, language) == []


def test_there_are_good_examples_in_each_language() -> None:
    assert all(Counter(language for language, _ in good())[language] >= 40 for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_questionnaire_has_no_finding(language: str) -> None:
    parts = tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))["parts"]
    items = [item for part in parts for item in part.get("items", [])]
    texts = [
        (text, item["answer"] != "open")
        for item in items
        for text in (item["question"][language], *item.get("probes", {}).get(language, ()))
    ]
    assert len(texts) > 100
    assert [f for text, is_closed in texts for f in check(text, language, closed_item=is_closed)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_that_the_check_proposes_are_neutral(language: str) -> None:
    assert [f for topic in RULES[language].topics for f in check(topic.question, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_knows_the_same_subjects_in_each_language(language: str) -> None:
    assert len(RULES[language].topics) == len(RULES["nl"].topics)
