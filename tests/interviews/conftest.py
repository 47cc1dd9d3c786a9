import pytest

from tests.cast import Cast
from tests.interviews.setting import planned, talking
from uitzicht.interviews.models import Interview
from uitzicht.planning.models import Appointment


@pytest.fixture
def appointment(cast: Cast) -> Appointment:
    return planned(cast)


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return talking(cast)
