"""Themes for a leaver's own words: proposed by the words in them, decided by the leaver."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from uitzicht.core.text import Signs, proposed_themes, read_signs
from uitzicht.portal.rules import theme_codes
from uitzicht.portal.writing import Theme, Writing
from uitzicht.questionnaires.codebook import AREAS, Codebook, load_codebook
from uitzicht.questionnaires.queries import Question
from uitzicht.questionnaires.vocabulary import ItemType

MOST = 4
_FILE = Path(__file__).with_name("theme_words.toml")


@dataclass(frozen=True, slots=True)
class Choice:
    """``sentiment``: what the leaver decided before, "" for not named."""

    code: str
    label: str
    sentiment: str


@dataclass(frozen=True, slots=True)
class ThemeChoices:
    """``proposed``: what the words point to, and what was decided before. ``others``: (title, choices) of all the rest,
    the part of the question first."""

    proposed: tuple[Choice, ...]
    others: tuple[tuple[str, tuple[Choice, ...]], ...]


def in_own_words(questions: Sequence[Question], writing: Writing) -> list[Question]:
    """The questions that were answered in words, in order: those that may get themes."""
    answers = writing["answers"]
    return [
        question
        for question in questions
        if question.type == ItemType.OPEN and question.key in answers and answers[question.key]["notes"].strip()
    ]


def theme_choices(
    part: str, text: str, decided: Sequence[Theme] | None, *, languages: Sequence[str], other_label: str
) -> ThemeChoices:
    """``languages``: in which the text may be written, the one to show labels in first."""
    codebook, language = load_codebook(), languages[0]
    sentiments = {one["theme"]: one["sentiment"] for one in decided or ()}
    proposed = _proposed(part, text, languages) if decided is None else []
    first = [*sentiments, *(code for code in proposed if code not in sentiments)]
    groups = sorted(_groups(codebook, language, other_label), key=lambda group: group[0] != _home(part))
    labels = {code: label for _code, _title, themes in groups for code, label in themes}
    return ThemeChoices(
        proposed=tuple(Choice(code, labels[code], sentiments.get(code, "")) for code in first),
        others=tuple(
            (title, tuple(Choice(code, label, "") for code, label in themes if code not in first))
            for _code, title, themes in groups
        ),
    )


@cache
def signs_in(language: str) -> Signs:
    """The words of every theme in one language, read once."""
    words = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return read_signs({code: words[code][language] for code in theme_codes(load_codebook())})


def _proposed(part: str, text: str, languages: Sequence[str]) -> list[str]:
    """In a part about one of the five areas only its own themes; elsewhere all, groups beyond the areas first."""
    found = [
        code for language in dict.fromkeys(languages) for code in proposed_themes(text, signs_in(language), most=99)
    ]
    found = list(dict.fromkeys(found))
    if part in AREAS:
        found = [code for code in found if code.startswith(f"{part}.")]
    else:
        found.sort(key=lambda code: "." in code)
    return found[:MOST]


def _home(part: str) -> str:
    return part if part in AREAS else ""


def _groups(codebook: Codebook, language: str, other_label: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    for area in AREAS:
        themes = [(theme.code, theme.labels[language]) for theme in codebook.themes_of(area)]
        yield area, codebook.reason_label(area, language), themes
    beyond = [(group.code, group.labels[language]) for group in codebook.groups if group.code not in AREAS]
    yield "", other_label, beyond
