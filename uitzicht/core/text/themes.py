"""Which themes a text may be about, by the words in it: a proposal for its writer, never a decision.

A sign is a word or a few words. ``*`` at its end or start stands for the rest of a word: "afwissel*" is in "afwisseling",
"*lohn" in "Monatslohn". Capitals and accents make no difference. A sign says what a text speaks of, never how: whether
praise or complaint is left to the writer.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_LETTERS = r"\w*"


@dataclass(frozen=True, slots=True)
class Signs:
    """``patterns``: one for each theme, in the order in which equally good proposals are named."""

    patterns: Mapping[str, re.Pattern[str]]


def read_signs(signs: Mapping[str, Iterable[str]]) -> Signs:
    """The signs of each theme, ready to be looked for; ValueError names a theme without any or an empty sign."""
    return Signs({theme: _pattern(theme, tuple(words)) for theme, words in signs.items()})


def proposed_themes(text: str, signs: Signs, *, most: int) -> list[str]:
    """At most ``most`` themes with a sign in ``text``: those with the most different signs first."""
    plain = _plain(text)
    found = {theme: len(set(pattern.findall(plain))) for theme, pattern in signs.patterns.items()}
    ranked = sorted((theme for theme in found if found[theme]), key=lambda theme: -found[theme])
    return ranked[:most]


def _pattern(theme: str, words: tuple[str, ...]) -> re.Pattern[str]:
    if not words or not all(word.strip("* ") for word in words):
        raise ValueError(f"{theme}: needs signs, each with a letter")
    alternatives = "|".join(_sign(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})\b")


def _sign(word: str) -> str:
    start, end = (_LETTERS if word.startswith("*") else ""), (_LETTERS if word.endswith("*") else "")
    inner = r"\s+".join(re.escape(one) for one in _plain(word.strip("*")).split())
    return f"{start}{inner}{end}"


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )
