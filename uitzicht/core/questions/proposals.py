"""Proposals: the question asked otherwise, in its own language."""

import re

from uitzicht.core.questions.text import words
from uitzicht.core.questions.vocabulary import Language, Phrases, Topic


def without(text: str, start: int, end: int, language: Language) -> str | None:
    """The text without these words; None when they cannot simply go (nothing follows, or an article leans on them)."""
    before, after = text[:start].rstrip(), text[end:].lstrip(" ,")
    if not re.match(r"\w", after) or before.endswith("'"):
        return None
    before = re.sub(r",$", "", before)
    left = f"{before} {after}" if before else after
    for pattern, mended in language.tidy:
        left = re.sub(pattern, mended, left)
    return capitalised(left)


def about(text: str, start: int, end: int, language: Language) -> str | None:
    """The neutral question about the first subject named outside ``start`` to ``end``; None when none is known."""
    outside = (word.form for word in words(text) if word.end <= start or word.start >= end)
    return next((known.question for word in outside if (known := topic_of(word, language))), None)


def instead(text: str, start: int, end: int, phrases: Phrases, language: Language) -> str:
    """What to propose for words that are a fault in themselves."""
    if not phrases.proposal and (left := without(text, start, end, language)):
        return left
    if phrases.topical and (question := about(text, start, end, language)):
        return question
    return phrases.proposal or language.advice.plain.format(words=text[start:end])


def topic_of(word: str, language: Language) -> Topic | None:
    """The subject that a word names, if it is known."""
    bare = re.sub(r"^(?:[cdjlmnst]|qu)'", "", word, flags=re.IGNORECASE)
    return next((known for known in language.topics if known.words.fullmatch(bare)), None)


def capitalised(text: str) -> str:
    """With a capital first letter, and no blanks around."""
    text = text.strip()
    return text[:1].upper() + text[1:]


def question(text: str, language: Language) -> str:
    """A piece of a question as a question of its own."""
    return capitalised(text).rstrip(" \u00a0\u202f.?!,;:") + language.advice.mark
