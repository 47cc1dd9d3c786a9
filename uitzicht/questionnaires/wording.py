"""Words in every language of the product, read from the data files that ship with it."""

import re
from collections.abc import Mapping
from typing import Any

LANGUAGES = ("nl", "fr", "en", "de")

_FRENCH_SPACE = re.compile(r" (?=[?!;:»])|(?<=«) ")

Words = Mapping[str, str]
"""One text per language code, complete: every code of LANGUAGES and no other."""


def table(raw: object, place: str) -> Mapping[str, Any]:
    """Return `raw` when it is a TOML table; raise ValueError naming `place` when it is not."""
    if not isinstance(raw, dict):
        raise ValueError(f"{place}: expected a table, found {raw!r}")
    return raw


def words(raw: object, place: str) -> Words:
    """Read one text per language; raise ValueError naming `place` and the language at fault."""
    texts = table(raw, place)
    for language in LANGUAGES:
        text = texts.get(language)
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{place}: no text in {language}")
    if unknown := sorted(set(texts) - set(LANGUAGES)):
        raise ValueError(f"{place}: unknown language {', '.join(unknown)}")
    return {language: typeset(texts[language].strip(), language) for language in LANGUAGES}


def typeset(text: str, language: str) -> str:
    """French sets a space before ? ! ; : and inside « »; a line must not break there."""
    return _FRENCH_SPACE.sub("\N{NO-BREAK SPACE}", text) if language == "fr" else text


def ensure_keys(raw: Mapping[str, Any], allowed: set[str], place: str) -> None:
    """Raise ValueError naming `place` when `raw` holds a key that nobody reads, such as a misspelt one."""
    if unknown := sorted(set(raw) - allowed):
        raise ValueError(f"{place}: unknown key {', '.join(unknown)}")
