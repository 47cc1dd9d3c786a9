"""A choice is told with its subject and with what people would do, never as a bare label, also when it is a band."""

import pytest
from django.utils import translation

from tests.insight.documents import a_document, a_release
from uitzicht.core.statistics.shares import wilson
from uitzicht.insight import phrases, sentences
from uitzicht.insight.cells import Above, Below, Exact, Range, Shown
from uitzicht.insight.labels import area_in_sentence
from uitzicht.insight.menu import select
from uitzicht.insight.phrases import Phrases
from uitzicht.insight.published import published
from uitzicht.insight.stories import experience
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

NBSP = "\u00a0"
AREAS = ("content", "conditions", "relations", "terms", "organisation")
LANGUAGES = ("nl", "fr", "en", "de")


def told(language: str, shown: Shown, area: str, *, keep: bool = False) -> str:
    with translation.override(language):
        pattern = phrases.would_keep() if keep else phrases.would_improve()
        return _told(shown, pattern, topic=area_in_sentence(area, area))


def _told(shown: Shown, pattern: Phrases, **name: str) -> str:
    item = Item("x", "the bare label", shown)
    if isinstance(shown, Exact):
        item = Item("x", "the bare label", shown, share=shown.value / 75, interval=wilson(int(shown.value), 75))
    group = FigureGroup("1", "Havenlicht", Kind.ALL, "change.x", "x", Exact(75), (item,))
    return sentences.share_of(group, "x", pattern, "x", **name)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Tussen 32 en 47 van de 75 mensen zouden de arbeidsverhoudingen zo houden."),
        ("fr", "Entre 32 et 47 personnes sur 75 garderaient ainsi les relations au travail."),
        ("en", "Between 32 and 47 of 75 people would keep the working relationships as is."),
        ("de", "Zwischen 32 und 47 von 75 Personen würden die Arbeitsbeziehungen so lassen."),
    ],
)
def test_a_banded_choice_names_the_area_it_is_about(language: str, said: str) -> None:
    assert told(language, Range(32, 47), "relations", keep=True) == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Below(3), "Minder dan 3 van de 75 mensen zouden de arbeidsinhoud verbeteren."),
        (Range(0, 4), "Minder dan 5 van de 75 mensen zouden de arbeidsinhoud verbeteren."),
        (Above(72), "Meer dan 72 van de 75 mensen zouden de arbeidsinhoud verbeteren."),
    ],
)
def test_each_end_of_the_scale_has_its_own_words(shown: Shown, said: str) -> None:
    assert told("nl", shown, "content") == said


@pytest.mark.parametrize(
    ("language", "area", "said"),
    [
        ("nl", "organisation", "zouden er 47 de arbeidsorganisatie verbeteren"),
        ("fr", "organisation", "47 amélioreraient l'organisation du travail"),
        ("en", "organisation", "47 would improve the work organisation"),
        ("de", "content", "würden 47 den Arbeitsinhalt verbessern"),
    ],
)
def test_an_exact_choice_has_the_article_of_its_area(language: str, area: str, said: str) -> None:
    assert said in told(language, Exact(47), area)


@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_its_article_in_dutch(area: str) -> None:
    with translation.override("nl"):
        assert area_in_sentence(area, "x").startswith("de arbeids")


@pytest.mark.parametrize(("language", "said"), [("nl", "“bedrijfswagen”"), ("de", "„bedrijfswagen“")])
def test_a_part_that_is_no_area_stands_in_quotation_marks(language: str, said: str) -> None:
    with translation.override(language):
        assert area_in_sentence("car", "bedrijfswagen") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Tussen 4 en 7 van de 75 mensen antwoordden dat hun vertrek vermijdbaar was."),
        ("fr", "Entre 4 et 7 personnes sur 75 ont répondu que leur départ était évitable."),
        ("en", "Between 4 and 7 of 75 people answered that their leaving was avoidable."),
        ("de", "Zwischen 4 und 7 von 75 Personen antworteten, dass ihr Austritt vermeidbar war."),
    ],
)
def test_avoidable_is_answered_and_not_named(language: str, said: str) -> None:
    with translation.override(language):
        assert _told(Range(4, 7), phrases.avoidable()) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", [Exact(40), Below(3), Above(72), Range(4, 7)])
def test_no_choice_is_told_by_its_bare_label(language: str, shown: Shown) -> None:
    with translation.override(language):
        for pattern in (phrases.avoidable(), phrases.would_recommend()):
            assert "the bare label" not in _told(shown, pattern)


def test_the_page_tells_a_banded_choice_with_its_area() -> None:
    made = a_document()
    for column in made["cells"]["change.relations"].values():
        if column["items"]:
            column["items"] = ["4..7", "13..16"]
    of = published(a_release(made))
    reading = Reading(of, select(of, "organisation", {"kind": "resignation"}, None), "nl", None)
    with translation.override("nl"):
        section = next(s for s in experience.sections(reading) if s.key == "change")
        told_whole = " ".join([section.finding, *section.more])
    assert "verbeteren" in told_whole
    assert "zo houden" in told_whole
    assert "noemden" not in told_whole
