"""Whoever showed somebody what they said hides nobody: a bundle holds k others."""

from hypothesis import given
from hypothesis import strategies as st

from tests.core.disclosure.organisations import PARENTS, people, trees, waiting_people
from uitzicht.core.disclosure.bundles import Waiting, close_bundles
from uitzicht.core.disclosure.vocabulary import Parameters


def known(count: int, unit: str, *, waited: int = 0) -> list[Waiting]:
    return [Waiting(f"k{unit}-{n}", unit, "resignation", waited, known=True) for n in range(count)]


@st.composite
def some_known(draw: st.DrawFn) -> tuple[dict[str, str | None], list[Waiting]]:
    parents = draw(trees())
    everybody = draw(waiting_people(list(parents)))
    marks = draw(st.lists(st.booleans(), min_size=len(everybody), max_size=len(everybody)))
    return parents, [
        Waiting(p.handle, p.unit, p.stratum, p.waited, p.historical, known=mark)
        for p, mark in zip(everybody, marks, strict=True)
    ]


@given(some_known())
def test_every_bundle_holds_k_others(case: tuple[dict[str, str | None], list[Waiting]]) -> None:
    parents, everybody = case
    shown = {person.handle for person in everybody if person.known}
    for bundle in close_bundles(everybody, parents, Parameters()).bundles:
        assert set(bundle.known) == set(bundle.members) & shown
        assert bundle.others == len(set(bundle.members) - shown) >= 5


def test_four_others_and_three_known_wait() -> None:
    closing = close_bundles(people(4, "4") + known(3, "4"), PARENTS, Parameters())
    assert closing.bundles == ()
    assert len(closing.waiting) == 7


def test_a_fifth_other_closes_the_bundle_with_the_known_in_it() -> None:
    (bundle,) = close_bundles(people(5, "4") + known(3, "4"), PARENTS, Parameters()).bundles
    assert (bundle.size, bundle.others) == (8, 5)
    assert bundle.known == ("k4-0", "k4-1", "k4-2")


def test_known_people_move_up_like_everybody() -> None:
    closing = close_bundles(known(1, "4", waited=2) + people(5, "2"), PARENTS, Parameters())
    assert [(bundle.unit, bundle.known) for bundle in closing.bundles] == [("2", ("k4-0",))]


def test_a_stratum_can_ask_for_more_than_k() -> None:
    few, enough = ([Waiting(f"c{n}", "1", "card") for n in range(count)] for count in (9, 10))
    assert close_bundles(few, PARENTS, Parameters(), {"card": 10}).bundles == ()
    assert close_bundles(enough, PARENTS, Parameters(), {"card": 10}).bundles[0].size == 10
