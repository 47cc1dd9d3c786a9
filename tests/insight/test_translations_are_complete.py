"""Every text of insight and reports is there in nl, fr and de, with the same placeholders."""

import re
from pathlib import Path

import polib
import pytest

import uitzicht

PACKAGE = Path(uitzicht.__file__).parent
PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)s")


def entries(room: str, language: str) -> dict[tuple[str, str], polib.POEntry]:
    path = PACKAGE / room / "locale" / language / "LC_MESSAGES" / "django.po"
    return {(entry.msgctxt or "", entry.msgid): entry for entry in polib.pofile(str(path))}


@pytest.mark.parametrize("room", ["insight", "reports"])
@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_translation_keeps_the_placeholders(room: str, language: str) -> None:
    """Of a plural the last form keeps those of the plural; "once" needs no number, so the first may lack one."""
    for entry in entries(room, language).values():
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        wanted = placeholders(entry.msgid_plural or entry.msgid)
        assert placeholders(texts[-1]) == wanted, entry.msgid
        assert all(placeholders(text) <= wanted | placeholders(entry.msgid) for text in texts), entry.msgid


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("room", ["insight", "reports"])
def test_the_three_languages_have_the_same_texts(room: str) -> None:
    nl, fr, de = (set(entries(room, language)) for language in ("nl", "fr", "de"))
    assert nl == fr == de


@pytest.mark.parametrize("room", ["insight", "reports"])
@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_a_percent_sign_stands_after_a_no_break_space(room: str, language: str) -> None:
    for entry in entries(room, language).values():
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            assert not re.search(r"[ }\d]%(?!\()", text), text
