"""No answers come in; nor does the order of people matter, nor a row less ever harm."""

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.disclosure.views.crowd import MENU, PARAMETERS, crowds
from uitzicht.core.disclosure.views import Profiled, close_views
from uitzicht.core.disclosure.views.certificate import find_witnesses
from uitzicht.core.disclosure.views.grid import Cell, Grid

KINDS = st.sampled_from([("v1", "w1"), ("v1", "w2"), ("v2", "w1"), ("v2", "w2"), ("v1",), ("w1",), ()])


def test_a_person_comes_in_without_answers() -> None:
    assert [field.name for field in fields(Profiled)] == ["handle", "bundle", "stratum", "values", "known"]


@given(crowds(most=30).flatmap(lambda people: st.tuples(st.just(people), st.permutations(people))))
@settings(max_examples=40, deadline=None)
def test_the_order_of_people_does_not_matter(orders: tuple[list[Profiled], list[Profiled]]) -> None:
    people, shuffled = orders

    assert close_views(people, {}, MENU, PARAMETERS) == close_views(shuffled, {}, MENU, PARAMETERS)


@given(st.lists(st.tuples(st.sampled_from(["1-0001", "1-0002", "1-0003"]), KINDS), min_size=10, max_size=30))
@settings(max_examples=60, deadline=None)
def test_without_one_of_its_rows_a_certified_crossing_stays_certified(cells: list[Cell]) -> None:
    found, complete = find_witnesses(Grid(cells), 3)

    for view in ("v1", "v2", "w1", "w2"):
        fewer = Grid((bundle, tuple(other for other in kind if other != view)) for bundle, kind in cells)
        if complete:
            with_help_of_the_old, still = find_witnesses(fewer, 3, found)
            assert still
            assert set(with_help_of_the_old) == set(fewer.small(3))
