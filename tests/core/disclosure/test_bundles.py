import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.disclosure.organisations import PARENTS, people, trees, waiting_people
from uitzicht.core.disclosure.bundles import Waiting, close_bundles, numbered
from uitzicht.core.disclosure.tree import UnitTree
from uitzicht.core.disclosure.vocabulary import Parameters

parameters = st.builds(Parameters, k=st.integers(5, 8), patience=st.integers(0, 3))
cases = trees().flatmap(lambda parents: st.tuples(st.just(parents), waiting_people(list(parents)), parameters))
Case = tuple[dict[str, str | None], list[Waiting], Parameters]


@given(cases)
def test_a_bundle_is_never_smaller_than_k(case: Case) -> None:
    parents, everybody, chosen = case
    assert all(bundle.size >= chosen.k for bundle in close_bundles(everybody, parents, chosen).bundles)


@given(cases)
def test_everybody_is_in_exactly_one_bundle_or_waits(case: Case) -> None:
    parents, everybody, chosen = case
    closing = close_bundles(everybody, parents, chosen)
    placed = [handle for bundle in closing.bundles for handle in bundle.members]
    placed += [person.handle for person in closing.waiting]
    assert Counter(placed) == Counter(person.handle for person in everybody)


@given(cases, st.randoms())
def test_the_order_of_the_people_changes_nothing(case: Case, chance: random.Random) -> None:
    parents, everybody, chosen = case
    shuffled = chance.sample(everybody, len(everybody))
    assert close_bundles(shuffled, parents, chosen) == close_bundles(everybody, parents, chosen)


@given(cases)
def test_a_bundle_holds_people_of_its_own_stratum_at_or_below_its_unit(case: Case) -> None:
    parents, everybody, chosen = case
    tree = UnitTree(parents)
    known = {person.handle: person for person in everybody}
    for bundle in close_bundles(everybody, parents, chosen).bundles:
        assert {known[handle].stratum for handle in bundle.members} == {bundle.stratum}
        assert all(bundle.unit in tree.upward(known[handle].unit) for handle in bundle.members)


@given(cases)
def test_which_bundles_close_depends_on_how_many_people_there_are_and_not_on_who(case: Case) -> None:
    parents, everybody, chosen = case
    renamed = [Waiting(f"z{99 - n:02d}", p.unit, p.stratum, p.waited, p.historical) for n, p in enumerate(everybody)]
    shapes = [
        [(bundle.unit, bundle.stratum, bundle.size) for bundle in close_bundles(group, parents, chosen).bundles]
        for group in (everybody, renamed)
    ]
    assert shapes[0] == shapes[1]


@given(trees().flatmap(lambda parents: st.tuples(st.just(parents), waiting_people(list(parents)))))
def test_over_many_releases_no_bundle_is_reopened_and_all_but_k_minus_1_per_stratum_get_in(
    case: tuple[dict[str, str | None], list[Waiting]],
) -> None:
    parents, waiting = case
    members: list[str] = []
    for _ in range(40):
        closing = close_bundles(waiting, parents, Parameters())
        members += [handle for bundle in closing.bundles for handle in bundle.members]
        waiting = list(closing.waiting)
    assert len(members) == len(set(members))
    assert max(Counter(person.stratum for person in waiting).values(), default=0) < 5


def test_a_unit_closes_one_bundle_of_all_its_people() -> None:
    closing = close_bundles(people(12, "4"), PARENTS, Parameters())
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("4", 12)]


def test_strata_are_never_mixed() -> None:
    others = [Waiting(f"o{n}", "4", "other") for n in range(4)]
    closing = close_bundles(people(4, "4") + others, PARENTS, Parameters())
    assert closing.bundles == ()
    assert len(closing.waiting) == 8


def test_bundles_are_numbered_within_their_release() -> None:
    closing = close_bundles(people(5, "4") + people(6, "5"), PARENTS, Parameters())
    assert {key: bundle.unit for key, bundle in numbered(closing.bundles, 3).items()} == {"3-0001": "4", "3-0002": "5"}


def test_somebody_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        close_bundles(people(3, "4") * 2, PARENTS, Parameters())


def test_somebody_of_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="unit 77"):
        close_bundles(people(3, "77"), PARENTS, Parameters())
