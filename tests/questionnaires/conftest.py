"""A house with the questionnaire that ships published, and a draft of the next."""

import pytest

from tests.cast import NOW
from uitzicht.questionnaires import content, queries
from uitzicht.questionnaires.item_wording import Wording, wording_of
from uitzicht.questionnaires.models import Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.services import change_wording, publish_version, start_draft

BY = "Noor Verlinden <noor@havenlicht.example>"


@pytest.fixture
def published(db: None) -> QuestionnaireVersion:
    return publish_version(content.load(2), by=BY, at=NOW)


@pytest.fixture
def draft(published: QuestionnaireVersion) -> QuestionnaireVersion:
    return start_draft(published, by=BY, at=NOW)


def item(version: QuestionnaireVersion, key: str) -> Item:
    return queries.rows_of(version).get(key=key)


def text(version: QuestionnaireVersion, key: str, language: str = "nl") -> ItemText:
    return ItemText.objects.get(item__version=version, item__key=key, language=language)


def reword(version: QuestionnaireVersion, key: str, language: str = "nl", **options: object) -> bool:
    """Save a wording made from the stored one: ``question``, ``probes``, ``variants`` or ``labels`` of it, or a whole."""
    stored = text(version, key, language)
    wording = options.pop("wording", None) or wording_of(stored)
    assert isinstance(wording, Wording)
    values = {"revision": stored.revision, "reasons": {}, "by": BY, "at": NOW} | options
    return change_wording(item(version, key), language, wording, **values)  # type: ignore[arg-type]
