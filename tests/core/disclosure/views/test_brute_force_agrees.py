"""On small crowds: what is certified cannot be undone, whoever tries everything."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.disclosure.views.brute_force import Cell, cells_of, fewest_singled_out
from tests.core.disclosure.views.crowd import MENU, PARAMETERS, crowds
from uitzicht.core.disclosure.views import Profiled, close_views, numbered_views
from uitzicht.core.disclosure.views.certificate import find_witnesses
from uitzicht.core.disclosure.views.grid import Grid

ONE_CUT = [(bundle, kind) for bundle in ("1-0001", "1-0002") for kind in (("v1",), ("v2",), ())]
VALUES = st.sampled_from([("v1", "w1"), ("v1", "w2"), ("v2", "w1"), ("v2", "w2"), ("v1",), ("w1",), ()])


def crossings() -> Iterator[list[Cell]]:
    """Every crowd of at most eight people in two bundles, two values and those who wait, at most three in each place."""
    for counts in product(range(4), repeat=len(ONE_CUT)):
        if sum(counts) <= 8:
            yield [cell for cell, count in zip(ONE_CUT, counts, strict=True) for _ in range(count)]


def certified(cells: list[Cell], k: int) -> bool:
    return find_witnesses(Grid(cells), k)[1]


@pytest.mark.parametrize("k", [2, 3])
def test_with_one_cut_the_certificate_is_given_exactly_where_nobody_is_singled_out(k: int) -> None:
    verdicts = {(certified(cells, k), fewest_singled_out(cells, k) >= k) for cells in crossings()}

    assert verdicts == {(True, True), (False, False)}


@given(st.lists(st.tuples(st.sampled_from(["1-0001", "1-0002"]), VALUES), max_size=10), st.integers(2, 5))
@settings(max_examples=200, deadline=None)
def test_no_certified_crossing_of_two_cuts_can_be_undone(cells: list[Cell], k: int) -> None:
    assert not certified(cells, k) or fewest_singled_out(cells, k) >= k


@given(crowds(), crowds(prefix="2"))
@settings(max_examples=40, deadline=None)
def test_two_releases_together_single_out_nobody(first: list[Profiled], second: list[Profiled]) -> None:
    standing = numbered_views(close_views(first, {}, MENU, PARAMETERS).closed, 1)
    people = first + second
    standing |= numbered_views(close_views(people, standing, MENU, PARAMETERS).closed, 2)

    assert fewest_singled_out(cells_of(people, standing), PARAMETERS.k) == PARAMETERS.k
