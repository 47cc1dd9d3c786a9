import pytest

from tests.cast import Cast
from tests.interviews.setting import BRAM, NOON, talking
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview


@pytest.fixture
def interview(cast: Cast) -> Interview:
    """A conversation that has begun, with three answers."""
    interview = talking(cast)
    for item, notes, score in (
        ("content.variety", "Kanarie-551: veel afwisseling.", None),
        ("leaving.led_to", "Geen volgende stap, en ver rijden.", None),
        ("content.satisfaction", "", 4),
    ):
        services.save_answer(interview, item, notes=notes, score=score, choice=None, revision=0, by=BRAM, at=NOON)
    return interview


@pytest.fixture
def finished(interview: Interview) -> Interview:
    services.finish_interview(interview, by=BRAM, at=NOON)
    return interview
