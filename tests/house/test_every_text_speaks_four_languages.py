import polib
import pytest

from tests.house.messages import ROOT, messages_of

ROOMS = sorted(room for room in ROOT.iterdir() if (room / "__init__.py").exists())
LANGUAGES = ("nl", "fr", "de")  # the texts in the code are English


def _catalogue(room, language):
    file = room / "locale" / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(file)) if file.exists() else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_text_of_a_room_is_missing_in_a_language(room, language):
    known = {(entry.msgctxt, entry.msgid) for entry in _catalogue(room, language) if _complete(entry)}
    missing = sorted((str(context or ""), text) for context, text in messages_of(room) - known)
    assert not missing, f"{room.name}/{language} lacks {len(missing)}: {missing[:10]}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_translation_outlives_its_text(room, language):
    used = messages_of(room)
    left = [entry.msgid for entry in _catalogue(room, language) if (entry.msgctxt, entry.msgid) not in used]
    assert not left, f"{room.name}/{language} has translations of texts that are gone: {left[:10]}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_translations_keep_their_placeholders(room, language):
    import re

    marks = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
    for entry in _catalogue(room, language):
        source = set(marks.findall(entry.msgid)) | set(marks.findall(entry.msgid_plural or ""))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert set(marks.findall(text)) <= source, (entry.msgid, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_text_has_one_translation(language):
    """Rooms share one catalogue at run time, so where two disagree the last one read speaks for both. What means something
    else has a context."""
    said = {}
    for room in ROOMS:
        for entry in _catalogue(room, language):
            text = entry.msgstr or tuple(entry.msgstr_plural.values())
            said.setdefault((entry.msgctxt, entry.msgid), {}).setdefault(text, []).append(room.name)
    disagreeing = {text: wordings for text, wordings in said.items() if len(wordings) > 1}
    assert not disagreeing


def _complete(entry):
    if entry.msgid_plural:
        return entry.msgstr_plural and all(entry.msgstr_plural.values())
    return bool(entry.msgstr)
