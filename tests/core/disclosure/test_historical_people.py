from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.core.disclosure.organisations import PARENTS, people, trees, waiting_people
from uitzicht.core.disclosure.bundles import Waiting, close_bundles
from uitzicht.core.disclosure.vocabulary import Parameters

imports = trees().flatmap(lambda parents: st.tuples(st.just(parents), waiting_people(list(parents), historical=True)))


@given(imports)
def test_an_import_leaves_nobody_out_of_a_stratum_with_k_people(
    case: tuple[dict[str, str | None], list[Waiting]],
) -> None:
    parents, everybody = case
    closing = close_bundles(everybody, parents, Parameters())
    people_of = Counter(person.stratum for person in everybody)
    assert all(people_of[person.stratum] < 5 for person in closing.waiting)


@given(trees().flatmap(lambda parents: st.tuples(st.just(parents), waiting_people(list(parents)))))
def test_people_who_are_not_historical_are_never_lifted_early(
    case: tuple[dict[str, str | None], list[Waiting]],
) -> None:
    parents, everybody = case
    before = {person.handle: person for person in everybody}
    for person in close_bundles(everybody, parents, Parameters()).waiting:
        if not person.historical and before[person.handle].waited < 2:
            assert (person.unit, person.waited) == (before[person.handle].unit, before[person.handle].waited + 1)


def test_a_small_unit_rolls_up_at_once() -> None:
    closing = close_bundles(people(3, "4", historical=True) + people(4, "5", historical=True), PARENTS, Parameters())
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("2", 7)]


def test_historical_and_waiting_people_of_a_unit_pool_together() -> None:
    closing = close_bundles(people(3, "4", historical=True) + people(2, "4", prefix="new"), PARENTS, Parameters())
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("4", 5)]


def test_historical_people_leave_the_others_of_a_small_unit_behind() -> None:
    mixed = people(3, "4", historical=True) + people(1, "4", prefix="new") + people(2, "2", prefix="above")
    closing = close_bundles(mixed, PARENTS, Parameters())
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("2", 5)]
    assert [(person.unit, person.waited) for person in closing.waiting] == [("4", 1)]


def test_a_remainder_joins_the_nearest_bundle_which_becomes_one_of_the_root() -> None:
    near, deep, few = (people(n, unit, historical=True) for n, unit in ((9, "3"), (5, "4"), (2, "6")))
    closing = close_bundles(near[:8] + deep + people(2, "5", historical=True), PARENTS, Parameters())
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("1", 10), ("4", 5)]
    assert close_bundles(few, PARENTS, Parameters()).bundles == ()


def test_of_two_bundles_equally_near_a_remainder_joins_the_smaller_and_then_the_first() -> None:
    pairs = ((6, 7, "2"), (7, 6, "3"), (6, 6, "2"))
    for left, right, joined in pairs:
        start = people(left, "2", historical=True) + people(right, "3", historical=True)
        closing = close_bundles(start + people(1, "1", historical=True), PARENTS, Parameters())
        assert {bundle.unit for bundle in closing.bundles} == {"1"} | {"2", "3"} - {joined}


def test_a_remainder_waits_when_its_stratum_closes_no_bundle() -> None:
    closing = close_bundles(people(3, "4", historical=True), PARENTS, Parameters())
    assert {(person.unit, person.historical) for person in closing.waiting} == {("1", True)}
