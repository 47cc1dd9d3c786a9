"""The embargo: nothing of a conversation enters a release before its leaver has gone, nor before it is coded."""

from datetime import timedelta

import pytest

from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, noon, release, spoke
from tests.world import BY, leaving, planned
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import services as interviews
from uitzicht.release.models import Member, Release
from uitzicht.release.proposal import propose
from uitzicht.release.services import make_release


def test_on_the_last_day_worked_nobody_is_in_yet(house: Cast) -> None:
    spoke(house, 5)
    assert not propose(LEFT).respondents
    with pytest.raises(Refusal) as refused:
        release(LEFT)
    assert refused.value.code == "release.too_few"


def test_the_day_after_everybody_is_in(house: Cast) -> None:
    held = spoke(house, 5)
    made = release(DAY)
    assert [bundle.size for bundle in made.bundles.all()] == [5]
    assert set(Member.objects.values_list("handle", flat=True)) == {f"interview:{one.pk}" for one in held}


def test_who_works_one_day_longer_is_left_out(house: Cast) -> None:
    spoke(house, 5)
    later = spoke(house, 5, left_on=LEFT + timedelta(days=3))
    release(DAY)
    assert not Member.objects.filter(handle__in=[f"interview:{one.pk}" for one in later]).exists()


def test_a_conversation_that_is_held_but_not_coded_is_left_out(house: Cast) -> None:
    spoke(house, 5)
    at = noon(LEFT - timedelta(days=25))
    departure = leaving(house.leaver, on=LEFT, at=at)
    talk = interviews.open_interview(planned(departure, house.interviewer, at=at), by=BY, at=at)
    interviews.finish_interview(talk, by=BY, at=at)
    assert f"interview:{talk.pk}" not in propose(DAY).respondents
    release(DAY)
    assert Member.objects.count() == 5


def test_a_release_cannot_be_dated_in_the_future_to_get_round_the_embargo(house: Cast) -> None:
    spoke(house, 5)
    with pytest.raises(Refusal) as refused:
        make_release(by=BY, at=noon(LEFT), on=DAY)
    assert refused.value.code == "release.in_future"
    assert DAY.isoformat() in str(refused.value)
    assert not Release.objects.exists()


def test_the_day_of_a_release_is_that_of_the_house_not_of_greenwich(house: Cast) -> None:
    spoke(house, 5)
    half_past_midnight_in_brussels = noon(LEFT).replace(hour=23, minute=30)
    assert make_release(by=BY, at=half_past_midnight_in_brussels, on=DAY).released_on == DAY
