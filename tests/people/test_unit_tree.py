import pytest

from uitzicht.people import queries, services
from uitzicht.people.models import Unit
from uitzicht.people.tree import UnitTree
from uitzicht.privacy.models import AuditEntry

TREE = UnitTree({1: None, 2: 1, 3: 2, 4: 1}, {1: "Haven", 2: "Terminal", 3: "kade", 4: "Atelier"}, organisation="Haven")


def test_a_path_leaves_the_organisation_out():
    assert TREE.path(3) == ("Terminal", "kade")
    assert TREE.label(3) == "Terminal / kade"
    assert (TREE.path(1), TREE.label(1)) == ((), "Haven")


def test_a_subtree_holds_the_unit_and_everything_below():
    assert TREE.subtree(2) == {2, 3}
    assert TREE.subtree(1) == {1, 2, 3, 4}


def test_units_are_ordered_as_people_read_them():
    assert TREE.ordered() == [(1, 0, "Haven"), (4, 1, "Atelier"), (2, 1, "Terminal"), (3, 2, "kade")]


@pytest.mark.django_db
def test_the_tree_costs_one_statement(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        tree = queries.unit_tree()
        assert tree.label(cast.kade_noord.pk) == "Terminal / Kade Noord"


@pytest.mark.django_db
def test_an_organisation_without_units_has_an_empty_tree():
    tree = queries.unit_tree()
    assert (tree.root_id, tree.ordered(), tree.label(0)) == (0, [], "Havenlicht")


@pytest.mark.django_db
def test_a_unit_is_made_once_with_everything_above_it(at):
    made = services.unit_by_path(("Terminal", "Kade Noord"), by="test", at=at)
    again = services.unit_by_path(("Terminal", "Kade Noord"), by="test", at=at)
    assert made == again
    assert [unit.name for unit in Unit.objects.order_by("id")] == ["Havenlicht", "Terminal", "Kade Noord"]
    assert AuditEntry.objects.filter(action="unit.added").count() == 3
    assert services.unit_by_path((), by="test", at=at).parent is None
