from datetime import datetime

import pytest

from tests.cast import NOW


@pytest.fixture
def at() -> datetime:
    return NOW
