"""What happens around a release: corrections, erasing, a unit that moves, somebody who leaves twice, a higher k."""

from datetime import timedelta

from tests.cast import NOW, Cast
from tests.release.alone import wrote
from tests.release.leavers import DAY, LEFT, QUARTER, months_later, noon, release, spoke
from tests.survey import codes
from tests.world import BY, held_and_coded, leaving
from uitzicht.interviews.services.erasing import erase_answers
from uitzicht.privacy.policies import decide_policy
from uitzicht.release.models import Bundle, Member, Release, WaitingPerson
from uitzicht.release.proposal import propose

NEXT = months_later(DAY, QUARTER)
AFTER_NEXT = months_later(NEXT, QUARTER)


def test_a_conversation_corrected_after_a_release_enters_no_second_bundle(house: Cast) -> None:
    corrected = spoke(house, 5)[0]
    first = release(DAY)
    corrected.reasons_revision += 1
    corrected.save()
    spoke(house, 5, left_on=LEFT.replace(month=3))
    release(NEXT)
    assert Member.objects.filter(handle=f"interview:{corrected.pk}").count() == 1
    assert Release.objects.get(number=1).document == first.document


def test_whoever_hands_in_after_their_conversation_was_released_is_not_counted_again(house: Cast) -> None:
    held = spoke(house, 5)[0]
    release(DAY)
    wrote(held.departure, score=2, reason=codes()[0])
    spoke(house, 5, left_on=LEFT.replace(month=3))
    release(NEXT)
    assert Member.objects.filter(handle=f"own:{held.departure.pk}").count() == 0


def test_somebody_waiting_whose_unit_moves_waits_on_in_the_unit(house: Cast) -> None:
    spoke(house, 3, unit=house.techniek)
    spoke(house, 5)
    release(DAY)
    house.techniek.parent = house.kade_noord.parent
    house.techniek.save()
    spoke(house, 2, unit=house.techniek, left_on=LEFT.replace(month=3))
    release(NEXT)
    assert Bundle.objects.get(release__number=2).unit == house.techniek
    assert not WaitingPerson.objects.exists()


def test_somebody_who_leaves_twice_is_two_respondents_in_two_departures(house: Cast) -> None:
    first = spoke(house, 5)[0]
    release(DAY)
    person = first.departure.person
    later = LEFT.replace(month=5, day=22)
    at = noon(later - timedelta(days=25))
    back = leaving(person, on=later, at=at)
    again = held_and_coded(back, first.interviewer, at=at, score=3, reason=codes()[0])
    spoke(house, 4, left_on=later)
    release(NEXT)
    handles = set(Member.objects.values_list("handle", flat=True))
    assert {f"interview:{first.pk}", f"interview:{again.pk}"} <= handles
    assert len(handles) == 10


def test_somebody_who_stands_twice_in_a_bundle_hides_once(house: Cast) -> None:
    first = spoke(house, 4)[0]
    later = LEFT.replace(month=5, day=22)
    at = noon(later - timedelta(days=25))
    held_and_coded(
        leaving(first.departure.person, on=later, at=at), first.interviewer, at=at, score=3, reason=codes()[0]
    )
    assert propose(NEXT).closing.bundles == ()
    spoke(house, 1, left_on=later)
    assert [(bundle.size, bundle.others) for bundle in propose(NEXT).closing.bundles] == [(6, 5)]
    assert release(NEXT).audit["opened"] == 0


def test_a_higher_k_holds_for_whoever_waits_and_leaves_closed_bundles_alone(house: Cast) -> None:
    spoke(house, 5)
    spoke(house, 4, unit=house.techniek)
    release(DAY)
    decide_policy(by=BY, at=NOW, reason="kleine teams", k=7)
    spoke(house, 2, unit=house.techniek, left_on=LEFT.replace(month=3))
    assert [bundle.size for bundle in propose(NEXT).closing.bundles] == []
    spoke(house, 1, unit=house.techniek, left_on=LEFT.replace(month=3))
    assert [bundle.size for bundle in propose(NEXT).closing.bundles] == [7]
    assert Bundle.objects.get().size == 5


def test_a_bundle_belongs_to_the_year_of_its_release(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    assert Bundle.objects.get().period == str(DAY.year)


def test_somebody_erased_while_they_wait_is_in_no_bundle(house: Cast) -> None:
    gone, *_ = spoke(house, 4)
    spoke(house, 5, unit=house.techniek)
    release(DAY)
    erase_answers(gone, on=NEXT)
    assert sum(wait.people for wait in propose(NEXT).waits()) == 3
