"""Questions with and without faults, written for these tests."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("nl", "fr", "en", "de")


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def good() -> list[tuple[str, str]]:
    """Language and question, without any fault."""
    first = [(language, text) for language in LANGUAGES for text in _read(language)["good"]]
    return first + [(language, text) for language in LANGUAGES for text in _read("later")[language]["good"]]


def bad() -> list[tuple[str, str, str, str]]:
    """Language, kind of fault, its place, question."""
    return [
        (language, kind, place, text)
        for language in LANGUAGES
        for kind, rows in _read(language)["bad"].items()
        for place, text in rows
    ]


def bad_somewhere() -> list[tuple[str, str, str]]:
    """Language, kind of fault, question."""
    return [(language, kind, text) for language in LANGUAGES for kind, text in _read("later")[language]["bad"]]
