"""Open questions are open, nothing leads, and everything can be said in one breath."""

import re

import pytest

from uitzicht.questionnaires.content import Item, Variant, latest
from uitzicht.questionnaires.vocabulary import ItemType
from uitzicht.questionnaires.wording import LANGUAGES

VERSION = latest()  # it says what the versions before say, and more
OPEN = [item for item in VERSION.items if item.answer.type == ItemType.OPEN]
CLOSED = [item for item in VERSION.items if item.answer.type != ItemType.OPEN]

YES_NO_OPENINGS = {
    "nl": "ben bent is was waren zijn heb hebt heeft had hebben kun kan kon kunt mag mocht wil wilde wilt zou moet "
    "moest vond vind voel voelde krijg kreeg werd wordt word doe deed denk ging gaat zie zag ervaarde klopt",
    "fr": "est-ce êtes-vous étiez-vous avez-vous aviez-vous pouvez-vous pouviez-vous voulez-vous vouliez-vous "
    "devez-vous pensez-vous trouvez-vous trouviez-vous souhaitez-vous aimez-vous recevez-vous receviez-vous y a-t-il",
    "en": "are is was were do does did have has had can could may might will would shall should must am isn't don't "
    "didn't wasn't",
    "de": "ist sind war waren haben hatten hat hatte können konnten kann konnte möchten wollen wollten würden wären "
    "hätten sollen sollten müssen mussten dürfen durften finden fanden fühlten gab gibt werden wurden",
}
LEADING = {
    "nl": ("toch", "immers", "vind je niet", "natuurlijk", "waarom"),
    "fr": ("n'est-ce pas", "ne pensez-vous pas", "évidemment", "pourquoi"),
    "en": ("don't you", "isn't it", "of course", "surely", "why"),
    "de": ("nicht wahr", "doch", "natürlich", "warum"),
}
ADDRESS = {
    "nl": r"\b(u|uw|ge|gij)\b",
    "fr": r"\b(tu|te|toi|ton|ta|tes)\b",
    "de": r"\b(du|dich|dir|dein\w*|ihr|euch)\b",
}


def said_in(items: list[Item]) -> list[Item | Variant]:
    """The items, each followed by its wordings for other audiences."""
    return [one for item in items for one in (item, *item.variants.values())]


def open_texts(language: str) -> list[str]:
    """Every open question and probe of the version."""
    return [text for one in said_in(OPEN) for text in (one.question[language], *one.probes[language])]


def spoken_texts(language: str) -> list[str]:
    """Everything that the leaver hears."""
    closed = [one.question[language] for one in said_in(CLOSED)]
    return open_texts(language) + closed + [part.script[language] for part in VERSION.parts]


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?!:])\s+", text) if sentence]


def words_in(text: str) -> int:
    return len([word for word in text.split() if word not in ("?", ":", ";")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_open_question_starts_like_a_yes_or_no_question(language: str) -> None:
    openings = tuple(f"{opening} " for opening in YES_NO_OPENINGS[language].split())
    assert [text for text in open_texts(language) if text.lower().startswith(openings)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_ends_as_a_question(language: str) -> None:
    mark = "\N{NO-BREAK SPACE}?" if language == "fr" else "?"
    questions = open_texts(language) + [one.question[language] for one in said_in(list(VERSION.items))]
    assert [text for text in questions if not text.endswith(mark)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_leads_or_asks_to_justify(language: str) -> None:
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, LEADING[language])) + r")\b")
    questions = open_texts(language) + [one.question[language] for one in said_in(list(VERSION.items))]
    assert [text for text in questions if pattern.search(text.lower())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_open_question_joins_two_topics(language: str) -> None:
    joint = {"nl": " en ", "fr": " et ", "en": " and ", "de": " und "}[language]
    allowed = {"relations.colleagues"}  # German says one word for two genders
    assert [item.key for item in OPEN if item.key not in allowed and joint in item.question[language]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_has_25_words_at_most(language: str) -> None:
    questions = open_texts(language) + [one.question[language] for one in said_in(list(VERSION.items))]
    assert [text for text in questions if words_in(text) > 25] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_leaver_hears_15_words_a_sentence_at_most(language: str) -> None:
    heard = [sentence for text in spoken_texts(language) for sentence in sentences(text)]
    assert [sentence for sentence in heard if words_in(sentence) > 15] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_has_20_words_a_sentence_at_most(language: str) -> None:
    hints = [sentence for part in VERSION.parts for sentence in sentences(part.hint[language])]
    assert [sentence for sentence in hints if words_in(sentence) > 20] == []


@pytest.mark.parametrize("language", ADDRESS)
def test_the_leaver_is_addressed_in_one_way(language: str) -> None:
    said = " ".join(spoken_texts(language))
    assert re.findall(ADDRESS[language], said.lower() if language != "de" else said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_exclamation_mark_and_no_bracket(language: str) -> None:
    assert [text for text in spoken_texts(language) if set("!()") & set(text)] == []
