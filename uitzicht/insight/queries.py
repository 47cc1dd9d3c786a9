"""Whose figures an account may read, and on which pages."""

from uitzicht.people.models import User
from uitzicht.people.queries import unit_tree
from uitzicht.people.vocabulary import Role

OF_PREVENTION = ("psychosocial", "experience")
"""Pages that the prevention adviser reads, of the whole organisation; the first is where they begin."""


def may_read(user: User, story: str) -> bool:
    """Whether an account may open a page; the prevention adviser two of them, every other reader all."""
    return user.has_role(Role.HR_LEAD, Role.GUARDIAN, Role.LEADER) or story in OF_PREVENTION


def visible_units(user: User, story: str = "") -> frozenset[str] | None:
    """Ids of units as a release document writes them; None: all. A leader reads their own units and what lies below; the
    prevention adviser on their own pages the organisation and nothing below it."""
    if user.has_role(Role.HR_LEAD, Role.GUARDIAN):
        return None
    own = list(user.grants.filter(role=Role.LEADER).values_list("unit_id", flat=True))
    tree = unit_tree()
    found = {str(unit) for top in own for unit in tree.subtree(top)}
    if story in OF_PREVENTION and user.has_role(Role.PREVENTION):
        found.add(str(tree.root_id))
    return frozenset(found)
