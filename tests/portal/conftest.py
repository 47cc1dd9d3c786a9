"""Sofie's own pages, as tests of the portal need them."""

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.departures.cases import BY, register_from_today, schedule
from tests.portal.alone import Alone, behind_a_new_link
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version


@pytest.fixture
def sofie(cast: Cast) -> Alone:
    """She leaves in a month, talks with Bram before, and her link is open in a browser, in English."""
    publish_version(content.load(1), by=BY, at=timezone.now())
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    return behind_a_new_link(departure)
