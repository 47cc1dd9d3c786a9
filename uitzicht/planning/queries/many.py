"""Departures that can be planned together, and the plans made for them."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import visible_to
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Role
from uitzicht.planning.models import Appointment, MassPlan
from uitzicht.planning.queries.appointments import standing

OPEN_STAGES = (Stage.REGISTERED, Stage.PLANNED)


def to_plan_together(
    user: User, *, on: date, units: Collection[int] | None = None, stages: Collection[str] = OPEN_STAGES
) -> QuerySet[Departure]:
    """Who still works here and holds no invitation, the most pressing first. Whoever asked for something of their own is
    answered one by one and therefore not among these."""
    found = visible_to(user).filter(stage__in=stages, last_day_worked_on__gte=on, wish=None).exclude(kind=Kind.DEATH)
    if units is not None:
        found = found.filter(unit__in=units)
    return found.order_by("target_on", "last_day_worked_on", "pk")


def departures_of(plan: MassPlan, user: User) -> QuerySet[Departure]:
    """Every departure of the plan, in the order of ``to_plan_together``."""
    return visible_to(user).filter(pk__in=plan.keys).order_by("target_on", "last_day_worked_on", "pk")


def not_invited(plan: MassPlan) -> QuerySet[Appointment]:
    """Appointments of an accepted plan that stand and whose invitation did not leave yet, the soonest first."""
    keys = [row["departure"] for row in plan.rows] if plan.accepted_at else []
    waiting = standing().filter(departure__in=keys, departure__stage=Stage.PLANNED, invited_at=None)
    return waiting.order_by("starts_at", "pk")


def mass_plans_visible_to(user: User) -> QuerySet[MassPlan]:
    return MassPlan.objects.all() if user.has_role(Role.HR_LEAD) else MassPlan.objects.none()
