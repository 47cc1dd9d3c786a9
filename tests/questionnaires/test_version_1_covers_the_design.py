"""What the questionnaire that ships must cover, with keys that stay."""

import pytest

from uitzicht.questionnaires import vocabulary
from uitzicht.questionnaires.content import MINUTES, Item, load
from uitzicht.questionnaires.vocabulary import Area, ItemType
from uitzicht.questionnaires.wording import LANGUAGES

KEYS = {
    "opening": ["path"],
    "content": ["variety", "complexity", "learning", "improve", "satisfaction", "change"],
    "conditions": ["surroundings", "means", "improve", "satisfaction", "change"],
    "relations": ["colleagues", "manager", "other_units", "improve", "satisfaction", "change"],
    "terms": [
        "pay",
        "benefits",
        "working_time",
        "flexibility",
        "prospects",
        "improve",
        "satisfaction",
        "change",
    ],
    "organisation": ["task_division", "clarity", "assignment", "improve", "satisfaction", "change"],
    "leaving": [
        "led_to",
        "more",
        "main_reason",
        "differences",
        "event",
        "event_when",
        "event_where",
        "event_expected",
        "search",
        "offer",
        "avoidable",
    ],
    "inclusion": ["safe", "at_home", "valued", "experience"],
    "closing": ["pleasure", "recommend", "add", "ask"],
    "goodbye": [],
}

ITEMS: dict[str, Item] = {item.key: item for item in load(1).items}


def test_the_keys_are_stable() -> None:
    assert {part.key: [item.key.split(".", 1)[1] for item in part.items] for part in load(1).parts} == KEYS


def test_the_parts_come_in_the_order_of_the_conversation() -> None:
    assert [part.key for part in load(1).parts] == vocabulary.Part.values


def test_the_planned_minutes_make_an_hour() -> None:
    assert sum(part.minutes for part in load(1).parts) == MINUTES == 60


@pytest.mark.parametrize("area", Area.values)
def test_every_area_has_a_satisfaction_score_and_keep_or_improve(area: str) -> None:
    assert ITEMS[f"{area}.satisfaction"].answer.choices == ("1", "2", "3", "4", "5")
    assert ITEMS[f"{area}.change"].answer.choices == ("keep", "improve")


@pytest.mark.parametrize("feeling", ["safe", "at_home", "valued"])
def test_a_feeling_is_a_score(feeling: str) -> None:
    assert ITEMS[f"inclusion.{feeling}"].answer.type == ItemType.SCORE


def test_recommending_is_a_scale_from_0_to_10() -> None:
    answer = ITEMS["closing.recommend"].answer
    assert answer.type == ItemType.SCALE
    assert answer.choices == tuple(str(point) for point in range(11))


def test_avoidable_is_yes_partly_or_no() -> None:
    assert ITEMS["leaving.avoidable"].answer.choices == ("yes", "partly", "no")


def test_every_text_is_there_in_every_language() -> None:
    for part in load(1).parts:
        for words in (part.title, part.script, part.hint):
            assert set(words) == set(LANGUAGES)
    for item in ITEMS.values():
        assert set(item.question) == set(item.probes) == set(LANGUAGES)
        assert all(set(label) == set(LANGUAGES) for label in item.answer.labels.values())
        assert item.answer.type != ItemType.OPEN or 2 <= len(item.probes["nl"]) <= 4


def test_the_opening_names_both_words_of_the_promise() -> None:
    script = load(1).parts[0].script
    words = {
        "nl": ("vertrouwelijk", "anoniem verwerkt"),
        "fr": ("confidentiel", "traités anonymement"),
        "en": ("confidential", "anonymously processed"),
        "de": ("vertraulich", "anonym ausgewertet"),
    }
    assert all(word in script[language] for language in LANGUAGES for word in words[language])
