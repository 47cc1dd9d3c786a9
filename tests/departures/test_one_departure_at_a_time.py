from datetime import timedelta

import pytest

from tests.cast import NOW, TODAY
from tests.world import leaving
from uitzicht.core.refusal import Refusal


def test_a_forgotten_departure_of_before_is_named_instead_of_failing(cast):
    leaving(cast.leaver, on=TODAY - timedelta(days=200), at=NOW - timedelta(days=260))
    with pytest.raises(Refusal) as refused:
        leaving(cast.leaver, on=TODAY + timedelta(days=60), at=NOW)
    assert refused.value.code == "departure.registered_already"
