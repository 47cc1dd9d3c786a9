"""Bundles over several releases: nobody twice, strata never mixed, small units wait and then move up."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke
from uitzicht.core.refusal import Refusal
from uitzicht.release.models import Bundle, Member, WaitingPerson
from uitzicht.release.proposal import propose
from uitzicht.release.vocabulary import Stratum

NEXT = months_later(DAY, QUARTER)
AFTER_NEXT = months_later(NEXT, QUARTER)


def places() -> dict[tuple[str, str], int]:
    """Unit and stratum of every bundle, with its size."""
    return {(b.unit.name, b.stratum): b.size for b in Bundle.objects.select_related("unit")}


def waiting() -> Counter[tuple[str, int]]:
    """People waiting, by unit and releases waited."""
    return Counter((one.unit.name, one.waited) for one in WaitingPerson.objects.select_related("unit"))


def test_who_is_in_a_bundle_never_comes_back(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    release(NEXT)
    assert Counter(Member.objects.values_list("bundle__code", flat=True)) == {"1-0001": 5, "2-0001": 5}
    assert Member.objects.values("handle").distinct().count() == 10


def test_the_database_refuses_somebody_in_two_bundles(house: Cast) -> None:
    spoke(house, 5)
    release(DAY)
    member = Member.objects.first()
    assert member is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(bundle=member.bundle, handle=member.handle)


def test_the_database_refuses_a_bundle_below_the_floor(house: Cast) -> None:
    spoke(house, 5)
    made = release(DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Bundle.objects.create(
            code="1-0002", release=made, stratum="other", unit=house.root, size=4, wrapped_key=b"", sealed_totals=b""
        )


def test_resignations_and_other_departures_never_share_a_bundle(house: Cast) -> None:
    spoke(house, 6)
    spoke(house, 3, kind="retirement")
    spoke(house, 2, kind="dismissal")
    release(DAY)
    assert places() == {("Kade Noord", Stratum.RESIGNATION): 6, ("Kade Noord", Stratum.OTHER): 5}
    kinds = dict(Member.objects.values_list("handle", "bundle__stratum"))
    assert Counter(kinds.values()) == {Stratum.RESIGNATION: 6, Stratum.OTHER: 5}


def test_four_of_one_kind_and_four_of_another_make_no_eight(house: Cast) -> None:
    spoke(house, 4)
    spoke(house, 4, kind="retirement")
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert refused.value.code == "release.too_few"
    assert not WaitingPerson.objects.exists()


def test_who_waits_is_in_no_figure(house: Cast) -> None:
    spoke(house, 5)
    spoke(house, 3, unit=house.techniek)
    spoken = release(DAY)
    assert waiting() == {("Techniek", 1): 3}
    assert spoken.audit["respondents"] == 5


def test_who_waited_two_releases_moves_up_at_the_third(house: Cast) -> None:
    spoke(house, 3, unit=house.techniek)
    spoke(house, 5)
    release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    release(NEXT)
    assert waiting() == {("Techniek", 2): 3}
    spoke(house, 2, unit=house.root, left_on=LEFT.replace(month=6))
    release(AFTER_NEXT)
    assert places()["Havenlicht", Stratum.RESIGNATION] == 5
    assert not WaitingPerson.objects.exists()


def test_newcomers_of_the_same_unit_close_a_bundle_with_those_who_waited(house: Cast) -> None:
    spoke(house, 3, unit=house.techniek)
    spoke(house, 5)
    release(DAY)
    spoke(house, 2, unit=house.techniek, left_on=LEFT.replace(month=3))
    release(NEXT)
    assert places()["Techniek", Stratum.RESIGNATION] == 5
    assert not WaitingPerson.objects.exists()


def test_a_release_day_that_passed_without_a_release_counts_as_waited(house: Cast) -> None:
    spoke(house, 3, unit=house.techniek)
    spoke(house, 2, unit=house.root)
    for day in (DAY, NEXT):
        with pytest.raises(Refusal):
            release(day)
    release(months_later(AFTER_NEXT, QUARTER))
    assert places() == {("Havenlicht", Stratum.RESIGNATION): 5}


def test_a_release_some_days_late_lets_nobody_wait_twice(house: Cast) -> None:
    spoke(house, 3, unit=house.techniek)
    spoke(house, 5)
    release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    release(NEXT + timedelta(days=20))
    assert waiting() == {("Techniek", 2): 3}


@pytest.mark.parametrize("seed", [1, 2])
def test_an_import_leaves_nobody_out(house: Cast, seed: int) -> None:
    left_before(60, 12, seed=seed)
    made = release(DAY)
    assert sum(bundle.size for bundle in made.bundles.all()) == 60
    assert all(bundle.size >= 5 for bundle in made.bundles.all())
    assert not WaitingPerson.objects.exists()


def test_an_import_does_not_pull_in_conversations_that_still_wait(house: Cast) -> None:
    spoke(house, 3, unit=house.techniek)
    left_before(60, 12)
    release(DAY)
    assert waiting() == {("Techniek", 1): 3}


def test_looking_at_a_proposal_changes_nothing(house: Cast) -> None:
    spoke(house, 5)
    spoke(house, 3, unit=house.techniek)
    first, second = propose(DAY), propose(DAY)
    assert first.closing == second.closing
    assert not Bundle.objects.exists()
    assert not WaitingPerson.objects.exists()


def test_the_departure_of_who_is_in_a_bundle_is_released_and_of_who_waits_is_not(house: Cast) -> None:
    inside, waiting = spoke(house, 5), spoke(house, 2, unit=house.techniek)
    release(DAY)
    for interview in (*inside, *waiting):
        interview.departure.refresh_from_db()
    assert {one.departure.stage for one in inside} == {"released"}
    assert {one.departure.stage for one in waiting} == {"coded"}
    assert inside[0].departure.stage_changes.latest("at").stage == "released"
