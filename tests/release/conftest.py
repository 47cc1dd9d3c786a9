"""A house in which conversations can be held: the cast and a published questionnaire."""

import pytest

from tests.cast import NOW, Cast
from tests.world import BY
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version


@pytest.fixture
def house(cast: Cast) -> Cast:
    publish_version(content.load(1), by=BY, at=NOW)
    return cast
