"""Colleagues who came back: a public count of a year, told in one sentence where a release has it."""

import pytest
from django.utils import translation

from tests.insight.documents import ROOT
from tests.insight.staff_documents import counts
from tests.insight.test_turnover_adds_up_and_is_told import figures, reading, told, with_root
from uitzicht.insight.cells import Exact
from uitzicht.insight.stories.section import Section


def turnover_of(returned: int | None, language: str = "en") -> Section:
    more = {} if returned is None else {"returned": returned}
    row = counts(200.0, {"resignation": 20}, **more)
    return told(reading(ROOT, language, turnover=with_root({"2025": row})))["turnover"]


@pytest.mark.parametrize(
    ("returned", "sentence"),
    [
        (0, "Nobody who had worked here before came back in 2025."),
        (1, "1 colleague who had worked here before came back in 2025."),
        (12, "12 colleagues who had worked here before came back in 2025."),
    ],
)
def test_who_came_back_is_said_in_one_sentence(returned: int, sentence: str) -> None:
    assert sentence in turnover_of(returned).more


def test_a_release_that_does_not_count_it_says_nothing() -> None:
    assert "came back" not in " ".join(turnover_of(None).more)


@pytest.mark.parametrize(("language", "word"), [("nl", "terug"), ("fr", "revenus"), ("de", "zurück")])
def test_it_is_told_in_the_language_of_the_reader(language: str, word: str) -> None:
    assert word in " ".join(turnover_of(3, language).more)


def test_the_file_holds_the_same_count() -> None:
    row = counts(200.0, {"resignation": 20}, returned=4)
    with translation.override("en"):
        group = figures(reading(turnover=with_root({"2025": row})))["returned.2025"]
    assert [(item.key, item.shown, item.share) for item in group.items] == [("returned", Exact(4), None)]
