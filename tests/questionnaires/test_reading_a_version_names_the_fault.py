from pathlib import Path

import pytest

import uitzicht.questionnaires
from uitzicht.questionnaires.content import load, read

TEXT = (Path(uitzicht.questionnaires.__file__).parent / "versions" / "v1.toml").read_text(encoding="utf-8")

FAULTS = {
    "a language is missing": (
        'question.fr = "Comment les tâches étaient-elles réparties dans votre équipe ?"\n',
        "",
        r"organisation\.task_division\.question: no text in fr",
    ),
    "minutes do not make an hour": ("minutes = 9", "minutes = 10", "parts: the minutes sum to 61, expected 60"),
    "a key occurs twice": ('key = "terms.pay"', 'key = "terms.benefits"', r"terms\.benefits: this key occurs twice"),
    "a key lies in another part": ('key = "terms.pay"', 'key = "content.pay"', r"content\.pay: the key of an item"),
    "there is one probe": (
        'probes.nl = ["Wat gebeurde er?", "Wat betekende dat voor jou?"]',
        'probes.nl = ["Wat gebeurde er?"]',
        r"leaving\.event_when\.probes: nl needs 2 to 4 probes",
    ),
    "languages differ in their probes": (
        'probes.de = ["Was geschah?", "Was bedeutete das für Sie?"]',
        'probes.de = ["Was geschah?", "Was bedeutete das für Sie?", "Was noch?"]',
        r"leaving\.event_when\.probes: de needs 2 to 4 probes, as many as",
    ),
    "an answer is unknown": ('answer = "offer"', 'answer = "bid"', r"leaving\.offer: answer 'bid'"),
    "an answer type is unknown": ('type = "scale"', 'type = "stars"', r"answers\.recommend: type is 'stars'"),
    "a score lacks an end": ('labels.5 = { nl = "heel', 'labels.4 = { nl = "heel', r"answers\.satisfaction: a choice"),
    "a part is missing": ('key = "goodbye"', 'key = "farewell"', "parts: expected opening, content"),
    "minutes are no number": ("minutes = 9", 'minutes = "9"', r"leaving\.minutes: expected a whole number"),
    "a key is misspelt": ("question.nl = ", "qestion.nl = ", "unknown key qestion"),
    "a closed item has probes": (
        'answer = "offer"',
        'answer = "offer"\nprobes.nl = ["Welk?", "Wanneer?"]',
        r"leaving\.offer: only an open question has probes",
    ),
}


def test_the_version_that_ships_has_no_fault() -> None:
    assert read(TEXT) == load(1)


@pytest.mark.parametrize(("before", "after", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_with_its_place(before: str, after: str, message: str) -> None:
    assert before in TEXT
    with pytest.raises(ValueError, match=message):
        read(TEXT.replace(before, after, 1))


def test_a_version_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match=r"versions/v999\.toml: there is no such version"):
        load(999)
