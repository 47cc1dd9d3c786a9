"""A text as sentences, clauses and words that know their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A full stop after a single letter ("z. B.") or before a small letter ("bv. licht") ends nothing.
_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\b\w)\.+|[?!…]+|\n|$)(?=\s+[^\sa-zà-öø-ÿ]|\s*$)", re.MULTILINE)
_CLAUSE = re.compile(r"[^,;:()–—]+")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """``start`` and ``end`` are places in the text; ``clauses`` are places of what stands between commas, colons and
    brackets. ``asks``: it ends in a question mark; ``tells``: it ends in another mark; a title does neither."""

    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]
    words: tuple[Word, ...]
    asks: bool
    tells: bool


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that has straight apostrophes."""
    spans = (_trimmed(text, m.start(), m.end()) for m in _SENTENCE.finditer(text))
    return [_sentence(text, start, end) for start, end in spans if start < end]


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words between two places; a hyphen or apostrophe inside a word belongs to it."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return (Word(match.group(), match.start(), match.end()) for match in found)


def straight(text: str) -> str:
    """The same text, equally long, with straight apostrophes."""
    return text.replace("’", "'")


def _sentence(text: str, start: int, end: int) -> Sentence:
    last = text[end - 1]
    spans = (_trimmed(text, m.start(), m.end()) for m in _CLAUSE.finditer(text, start, end))
    return Sentence(
        start, end, tuple(s for s in spans if s[0] < s[1]), tuple(words(text, start, end)), last == "?", last in ".!…"
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
