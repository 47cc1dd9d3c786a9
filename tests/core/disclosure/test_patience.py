from tests.core.disclosure.organisations import PARENTS, people
from uitzicht.core.disclosure.bundles import Closing, Waiting, close_bundles
from uitzicht.core.disclosure.vocabulary import Parameters


def close(everybody: list[Waiting]) -> Closing:
    return close_bundles(everybody, PARENTS, Parameters(patience=2))


def test_fewer_than_k_wait_in_their_own_unit() -> None:
    closing = close(people(4, "4"))
    assert closing.bundles == ()
    assert {(person.unit, person.waited) for person in closing.waiting} == {("4", 1)}


def test_who_waited_closes_with_newcomers_of_the_same_unit() -> None:
    closing = close(people(4, "4", waited=1) + people(1, "4", prefix="new"))
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("4", 5)]


def test_patience_is_had_once_and_not_again_at_every_level() -> None:
    closing = close(people(3, "4", waited=2))
    assert {(person.unit, person.waited) for person in closing.waiting} == {("1", 3)}


def test_who_moves_up_stops_where_the_bundle_closes() -> None:
    closing = close(people(3, "4", waited=2) + people(2, "2", prefix="new"))
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("2", 5)]


def test_who_joins_the_unit_above_may_close_there_in_the_same_release() -> None:
    closing = close(people(3, "4", waited=2) + people(2, "5", waited=2))
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("2", 5)]


def test_only_who_ran_out_of_patience_moves() -> None:
    closing = close(people(2, "4", waited=2) + people(2, "4", prefix="new"))
    assert sorted((person.unit, person.waited) for person in closing.waiting) == [
        ("1", 3),
        ("1", 3),
        ("4", 1),
        ("4", 1),
    ]


def test_a_unit_with_k_people_closes_them_all_patient_or_not() -> None:
    closing = close(people(3, "4", waited=2) + people(3, "4", prefix="new"))
    assert [(bundle.unit, bundle.size) for bundle in closing.bundles] == [("4", 6)]


def test_at_the_root_people_keep_waiting() -> None:
    closing = close(people(4, "1", waited=7))
    assert {(person.unit, person.waited) for person in closing.waiting} == {("1", 8)}
