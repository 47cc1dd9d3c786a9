"""Whose actions an account may read and work on, and what needs somebody on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from uitzicht.actions.models import Action, Entry, Step
from uitzicht.actions.rules import A_WEEK, is_overdue
from uitzicht.actions.vocabulary import PROMISED, PSYCHOSOCIAL, State
from uitzicht.insight.queries import visible_units
from uitzicht.people.models import User
from uitzicht.people.queries import accounts, unit_tree
from uitzicht.people.vocabulary import Role


def actions() -> QuerySet[Action]:
    return Action.objects.select_related("owner")


def visible_to(user: User) -> QuerySet[Action]:
    """All for the HR lead and the guardian; for a manager their own and those of the units they read; for the prevention
    adviser those from findings on the five areas of work."""
    if user.has_role(Role.HR_LEAD, Role.GUARDIAN):
        return actions()
    found = Q(pk__in=[])
    if user.has_role(Role.LEADER):
        found |= Q(owner=user) | Q(unit__in=visible_units(user) or ())
    if user.has_role(Role.PREVENTION):
        found |= Q(story__in=PSYCHOSOCIAL)
    return actions().filter(found)


def workable_by(user: User) -> QuerySet[Action]:
    """Actions that an account may change: every one for the HR lead, their own for a manager."""
    if user.has_role(Role.HR_LEAD):
        return actions()
    return actions().filter(owner=user) if user.has_role(Role.LEADER) else actions().none()


def counted(found: QuerySet[Action]) -> QuerySet[Action]:
    """With ``steps_all`` and ``steps_done``."""
    return found.annotate(
        steps_all=Count("steps", distinct=True),
        steps_done=Count("steps", filter=Q(steps__done_on__isnull=False), distinct=True),
    )


def overdue(on: date) -> Q:
    """``rules.is_overdue`` for the database."""
    return Q(state__in=PROMISED, due_on__lt=on)


def steps_of(action: Action) -> QuerySet[Step]:
    return Step.objects.filter(action=action)


def log_of(action: Action) -> QuerySet[Entry]:
    """The decision log, newest first."""
    return Entry.objects.filter(action=action)


def owners(unit: str, root: str) -> QuerySet[User]:
    """Active accounts that may own an action on a unit of a release, by name; see ``rules.may_own``."""
    leads = Q(grants__role=Role.LEADER)
    if unit != root:
        leads &= Q(grants__unit__in=_above(unit))
    return accounts().filter(Q(grants__role=Role.HR_LEAD) | leads, is_active=True).distinct()


def _above(unit: str) -> list[int]:
    """The unit and everything above it; () for one that does not exist any more."""
    parents = unit_tree().parents
    at = int(unit) if unit.isdecimal() and int(unit) in parents else None
    found = []
    while at is not None:
        found.append(at)
        at = parents[at]
    return found


@dataclass(frozen=True, slots=True)
class Needing:
    """An action that needs its owner. ``why``: overdue, soon, step or agree; ``on``: the day it is about."""

    action: Action
    why: str
    on: date

    @property
    def pressing(self) -> bool:
        return self.why == "overdue"


def needing(user: User, on: date) -> list[Needing]:
    """What needs this owner on a day, the most pressing first: a promised action that is overdue or due within a week, a
    step of it that is, and what was proposed to them by somebody else. Two statements."""
    mine = list(actions().filter(owner=user, state__in=(State.PROPOSED, *PROMISED)).order_by("due_on", "pk"))
    due = Step.objects.filter(action__in=mine, done_on=None, due_on__lte=on + A_WEEK).order_by("-due_on")
    steps = {step.action_id: step.due_on for step in due} if mine else {}
    found = [one for action in mine if (one := _needing(action, user, steps.get(action.pk), on))]
    return sorted(found, key=lambda one: (not one.pressing, one.on))


def _needing(action: Action, user: User, step_due: date | None, on: date) -> Needing | None:
    if is_overdue(action.state, action.due_on, on):
        return Needing(action, "overdue", action.due_on)
    if action.state == State.PROPOSED:
        return None if action.created_by == user.signature else Needing(action, "agree", action.due_on)
    if action.due_on <= on + A_WEEK:
        return Needing(action, "soon", action.due_on)
    return Needing(action, "step", step_due) if step_due else None
