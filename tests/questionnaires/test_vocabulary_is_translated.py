from pathlib import Path

import polib
import pytest
from django.utils import translation

import uitzicht.questionnaires
from uitzicht.questionnaires.vocabulary import Area, ItemType, Part

LOCALE = Path(uitzicht.questionnaires.__file__).parent / "locale"


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_label_has_a_translation(language: str) -> None:
    with translation.override("en"):
        labels = {str(label) for words in (Area, Part, ItemType) for label in words.labels}
    catalogue = polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))
    assert {entry.msgid for entry in catalogue.translated_entries()} >= labels
