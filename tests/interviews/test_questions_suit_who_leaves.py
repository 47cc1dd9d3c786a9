"""The questions of a talk are worded for people who leave in this way; what does not concern them is not asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.world import BY, leaving, planned
from uitzicht.interviews import services as interviews
from uitzicht.interviews.queries import asked_of
from uitzicht.questionnaires import content
from uitzicht.questionnaires.queries import items_of
from uitzicht.questionnaires.services import publish_version


@pytest.mark.parametrize(
    ("kind", "audience"), [("resignation", ""), ("retirement", "pensioner"), ("end_of_fixed_term", "temporary")]
)
def test_each_audience_has_its_own(cast: Cast, kind: str, audience: str) -> None:
    at = timezone.now()
    version = publish_version(content.latest(), by=BY, at=at)
    departure = leaving(cast.leaver, on=timezone.localdate(at) + timedelta(days=30), at=at, kind=kind)
    talk = interviews.open_interview(planned(departure, cast.interviewer, at=at), by=BY, at=at)
    asked = asked_of(talk, "nl")
    assert asked == items_of(version, "nl", audience)
    everybody = items_of(version, "nl")
    assert (asked == everybody) is (audience == "")
