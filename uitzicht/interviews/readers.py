"""Who may read a summary that its leaver shared: chosen by name, and only as long as their role lasts."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from uitzicht.departures.models import Departure
from uitzicht.interviews.models import Interview, SummaryShare
from uitzicht.people.models import RoleGrant, User
from uitzicht.people.queries import unit_tree
from uitzicht.people.tree import UnitTree
from uitzicht.people.vocabulary import Role

READING_ROLES = (Role.HR_LEAD, Role.LEADER, Role.PREVENTION)


def reading_roles(departure: Departure) -> dict[User, Role]:
    """Who may be chosen, with the role that makes it so, in the order HR, managers, prevention advisers: active HR leads,
    managers of the unit at exit or of one above it, and prevention advisers; never the leaver, nor the interviewer who
    reads it already. Two statements."""
    grants = (
        RoleGrant.objects.filter(role__in=READING_ROLES, user__is_active=True)
        .exclude(user__in=User.objects.filter(person=departure.person_id))
        .exclude(user__in=User.objects.filter(interviews__departure=departure))
        .select_related("user")
        .order_by("user__name", "pk")
    )
    covering = set(_at_or_above(departure.unit_id, unit_tree()))
    fitting = [grant for grant in grants if grant.unit_id is None or grant.unit_id in covering]
    found: dict[User, Role] = {}
    for grant in sorted(fitting, key=lambda grant: READING_ROLES.index(Role(grant.role))):
        found.setdefault(grant.user, Role(grant.role))
    return found


def readers_for(departure: Departure) -> list[User]:
    """Who may be chosen to read the summary; see ``reading_roles``."""
    return list(reading_roles(departure))


def standing_shares(interview: Interview) -> QuerySet[SummaryShare]:
    return interview.shares.filter(revoked_at=None).select_related("reader").order_by("reader__name", "pk")


def shared_with(user: User, *, on: date) -> QuerySet[Interview]:
    """Conversations whose confirmed summary this account may read on this day: shared with it by name, not taken back,
    the leaver's last day worked has passed, and the account still has a role that reads them."""
    found = Interview.objects.filter(
        shares__in=SummaryShare.objects.filter(reader=user, revoked_at=None),
        departure__last_day_worked_on__lt=on,
        summary_confirmed_at__isnull=False,
        sealed_summary__isnull=False,
    ).select_related("departure__person", "departure__unit", "interviewer")
    if not user.has_role(Role.HR_LEAD, Role.PREVENTION):
        found = found.filter(departure__unit__in=_led_by(user))
    return found.order_by("-departure__last_day_worked_on", "pk")


def _led_by(user: User) -> set[int]:
    tree = unit_tree()
    own = user.grants.filter(role=Role.LEADER).values_list("unit_id", flat=True)
    return {unit for led in own if led is not None for unit in tree.subtree(led)}


def _at_or_above(unit_id: int, tree: UnitTree) -> Iterator[int]:
    at: int | None = unit_id
    while at is not None:
        yield at
        at = tree.parents[at]
