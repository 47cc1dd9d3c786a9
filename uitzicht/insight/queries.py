"""Whose figures an account may read."""

from uitzicht.people.models import User
from uitzicht.people.queries import unit_tree
from uitzicht.people.vocabulary import Role


def visible_units(user: User) -> frozenset[str] | None:
    """Ids of units as a release document writes them; None: all. A leader reads their own units and what lies below."""
    if user.has_role(Role.HR_LEAD, Role.GUARDIAN):
        return None
    own = list(user.grants.filter(role=Role.LEADER).values_list("unit_id", flat=True))
    tree = unit_tree()
    return frozenset(str(unit) for top in own for unit in tree.subtree(top))
