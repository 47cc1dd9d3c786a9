import pytest
from hypothesis import given

from tests.core.disclosure.organisations import PARENTS, trees
from uitzicht.core.disclosure.tree import UnitTree


@pytest.mark.parametrize(
    "parents",
    [{}, {"1": None, "2": None}, {"1": "2", "2": "1"}, {"1": None, "2": "9"}, {"1": None, "2": "3", "3": "2"}],
)
def test_units_that_do_not_hang_from_one_root_are_no_tree(parents: dict[str, str | None]) -> None:
    with pytest.raises(ValueError, match="the tree of units"):
        UnitTree(parents)


def test_a_unit_leads_upward_to_the_root() -> None:
    tree = UnitTree(PARENTS)
    assert tree.upward("4") == ["4", "2", "1"]
    assert (tree.root, tree.depth("4"), tree.children("2")) == ("1", 2, ("4", "5"))


@given(trees())
def test_every_unit_comes_after_those_below_it(parents: dict[str, str | None]) -> None:
    order = UnitTree(parents).bottom_up()
    assert sorted(order) == sorted(parents)
    assert all(order.index(unit) < order.index(parent) for unit, parent in parents.items() if parent is not None)
