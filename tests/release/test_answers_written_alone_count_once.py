"""Who answered alone counts like who spoke; who did both is one person."""

from datetime import date, timedelta

import pytest

from tests import survey
from tests.cast import Cast
from tests.release.alone import wrote, wrote_alone
from tests.release.leavers import DAY, LEFT, noon, release, spoke
from tests.world import BY, leaving, planned
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import services as interviews
from uitzicht.portal.models import HandedIn
from uitzicht.privacy import release_key
from uitzicht.release import facts
from uitzicht.release.models import Member, Release
from uitzicht.release.proposal import propose
from uitzicht.release.rules import LONGEST_WAIT


def test_who_had_no_conversation_is_in_the_bundle(house: Cast) -> None:
    alone = wrote_alone(house, 5)
    made = release(DAY)
    assert [bundle.size for bundle in made.bundles.all()] == [5]
    assert set(Member.objects.values_list("handle", flat=True)) == {f"own:{one.pk}" for one in alone}


def test_who_wrote_and_who_spoke_close_a_bundle_together(house: Cast) -> None:
    wrote_alone(house, 2)
    spoke(house, 3)
    assert [bundle.size for bundle in release(DAY).bundles.all()] == [5]


def test_who_did_both_is_one_person(house: Cast) -> None:
    held = spoke(house, 5, scores=(1,))
    wrote(held[0].departure, score=5, reason=survey.codes()[4])
    made = release(DAY)
    assert [bundle.size for bundle in made.bundles.all()] == [5]
    assert Member.objects.count() == 5


def test_closed_answers_are_those_written_alone_and_reasons_those_of_the_conversation(house: Cast) -> None:
    held = spoke(house, 1, scores=(1,))[0]
    wrote(held.departure, score=5, reason=survey.codes()[4])
    handle = f"interview:{held.pk}"
    answers = facts.answers_of({handle})[handle]
    assert answers["satisfaction.content"] == 5
    assert answers["reasons"] == [survey.codes()[0]]
    assert answers["written_main_reason"] == "other"


def test_a_conversation_that_is_still_to_come_is_waited_for_but_not_for_ever(house: Cast) -> None:
    at = noon(LEFT - timedelta(days=25))
    departure = leaving(house.leaver, on=LEFT, at=at)
    planned(departure, house.interviewer, at=at)
    wrote(departure, score=3, reason=survey.codes()[0])
    handle = f"own:{departure.pk}"
    assert handle not in propose(DAY).respondents
    assert handle not in propose(LEFT + LONGEST_WAIT).respondents
    assert handle in propose(LEFT + LONGEST_WAIT + timedelta(days=1)).respondents


def test_a_conversation_that_is_coded_later_than_that_opens_no_second_place(house: Cast) -> None:
    alone = wrote_alone(house, 4)
    at = noon(LEFT - timedelta(days=25))
    departure = leaving(house.leaver, on=LEFT, at=at)
    talk = interviews.open_interview(planned(departure, house.interviewer, at=at), by=BY, at=at)
    wrote(departure, score=3, reason=survey.codes()[0])
    day = LEFT + LONGEST_WAIT + timedelta(days=1)
    release(day)
    assert Member.objects.count() == len(alone) + 1
    interviews.finish_interview(talk, by=BY, at=noon(day))
    from uitzicht.coding.services import finish_coding

    finish_coding(talk, by=BY, at=noon(day))
    assert not propose(day + timedelta(days=1)).respondents


def test_before_the_last_day_worked_nobody_is_in(house: Cast) -> None:
    wrote_alone(house, 5)
    assert not propose(LEFT).respondents


def test_what_was_taken_back_is_used_nowhere(house: Cast) -> None:
    held = spoke(house, 1, scores=(1,))[0]
    wrote(held.departure, score=5, reason=survey.codes()[4])
    HandedIn.objects.all().delete()
    handle = f"interview:{held.pk}"
    assert facts.answers_of({handle})[handle]["satisfaction.content"] == 1


def test_what_is_past_its_retention_period_is_not_waited_for(house: Cast) -> None:
    wrote_alone(house, 5)
    kept_until = date(2028, 1, 31)  # the last end of a month within two years after LEFT
    assert len(propose(kept_until).respondents) == 5
    assert not propose(kept_until + timedelta(days=1)).respondents


def test_without_the_release_key_nothing_is_opened_and_nothing_is_frozen(
    house: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote_alone(house, 5)
    monkeypatch.delenv(release_key.VARIABLE)
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert refused.value.code == "release.key_missing"
    assert not Release.objects.exists()
