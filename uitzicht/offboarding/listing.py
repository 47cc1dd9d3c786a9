"""How far is each departure? The list as its address asks for it, in a constant number of statements."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import visible_to
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding.calendar import working_days
from uitzicht.offboarding.models import Property, Task
from uitzicht.offboarding.rules import ONE_DAY, late_before
from uitzicht.offboarding.vocabulary import AFTER_DEATH
from uitzicht.people.models import User
from uitzicht.people.tree import UnitTree

PER_PAGE = 50
_TASKS = "checklist__tasks"


def progress(user: User, chosen: Mapping[str, Any], *, tree: UnitTree, on: date) -> QuerySet[Any]:
    """Departures with ``total``, ``done``, ``late`` (tasks) and ``out`` (things still to come back), late ones first.
    ``chosen``: see ``ProgressForm``. Two statements, and one for its page."""
    counted = _fits(_TASKS)
    if "owner" in chosen:
        counted &= Q(**{f"{_TASKS}__owner_role": chosen["owner"]})
    open_task = counted & Q(**{f"{_TASKS}__done_at": None, "checklist__closed_at": None})
    found = _departures(user, chosen, tree).annotate(
        total=Count(_TASKS, filter=counted),
        done=Count(_TASKS, filter=counted & Q(**{f"{_TASKS}__done_at__isnull": False})),
        late=Count(_TASKS, filter=open_task & _late(on)),
        out=_things_out(),
    )
    return _in_state(found, chosen, on).order_by("-late", "last_day_worked_on", "person__last_name", "pk")


def _departures(user: User, chosen: Mapping[str, Any], tree: UnitTree) -> QuerySet[Departure]:
    found = visible_to(user).exclude(stage=Stage.CANCELLED).select_related("checklist")
    for word in str(chosen.get("q", "")).split():
        found = found.filter(
            Q(person__first_name__icontains=word)
            | Q(person__last_name__icontains=word)
            | Q(person__employee_number__icontains=word)
        )
    if "unit" in chosen:
        found = found.filter(unit__in=tree.subtree(chosen["unit"]))
    return found


def _in_state(found: QuerySet[Any], chosen: Mapping[str, Any], on: date) -> QuerySet[Any]:
    state = chosen.get("state", "")
    if state == "late":
        return found.filter(late__gt=0)
    closed = Q(checklist__closed_at__isnull=False)
    if state == "done":
        return found.filter(Q(total__gt=0, done=F("total")) | closed)
    if state == "all":
        return found
    still_open = Q(done__lt=F("total"), checklist__closed_at=None)
    return found.filter(still_open | Q(checklist=None, last_day_worked_on__gte=on))


def _fits(prefix: str) -> Q:
    return ~Q(kind=Kind.DEATH) | Q(**{f"{prefix}__step__in": AFTER_DEATH})


def _late(on: date) -> Q:
    """``Line.late`` for the database: for each number of working days that occurs, from which last day worked on."""
    work = working_days([on])
    condition = Q(pk__in=[])
    for due in _dues():
        condition |= Q(**{f"{_TASKS}__due": due, "last_day_worked_on__lt": late_before(on, due, work)})
    return condition & Q(checklist__started_on__lte=work.on_or_before(on - ONE_DAY))


def _dues() -> Iterable[int]:
    return Task.objects.filter(done_at=None).order_by().values_list("due", flat=True).distinct()


def _things_out() -> Coalesce:
    out = Property.objects.filter(person=OuterRef("person"), returned_at=None).order_by().values("person")
    return Coalesce(Subquery(out.annotate(count=Count("pk")).values("count"), output_field=IntegerField()), 0)
