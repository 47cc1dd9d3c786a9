"""The list of departures as its address asks for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import under_way, visible_to
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.people.models import User
from uitzicht.people.tree import UnitTree

PER_PAGE = 50
PER_COLUMN = 20  # cards; what somebody reads in one column, and the rest is one link away
ORDER = {
    "last_day": ("last_day_worked_on", "person__last_name", "person__first_name"),
    "name": ("person__last_name", "person__first_name", "last_day_worked_on"),
    "kind": ("kind", "last_day_worked_on"),
    "talk": ("appointment__starts_at", "target_on", "last_day_worked_on"),
}
COLUMNS = (
    *(Stage.REGISTERED, Stage.PLANNED, Stage.INVITED, Stage.PREPARED),
    *(Stage.HELD, Stage.CODED, Stage.RELEASED),
)
"""Stages on the board, and the steps of a row; without a conversation there is no step."""
OFF_BOARD = "off"


def departures_asked_for(
    user: User, chosen: Mapping[str, Any], *, tree: UnitTree, sort: str, on: date
) -> QuerySet[Departure]:
    """``chosen``: see ``FilterForm``; ``sort``: a key of ``ORDER``, with "-" before it for the other way round."""
    found = visible_to(user)
    stage = chosen.get("stage", "")
    if not stage:
        found = under_way(found, on=on)
    elif stage != "all":
        found = found.filter(stage=stage)
    for word in str(chosen.get("q", "")).split():
        found = found.filter(_mentions(word))
    if "kind" in chosen:
        found = found.filter(kind=chosen["kind"])
    if "unit" in chosen:
        found = found.filter(unit__in=tree.subtree(chosen["unit"]))
    if chosen.get("mine"):
        found = found.filter(appointment__interviewer=user, appointment__cancelled_at=None)
    return found.order_by(*_terms(sort), "pk")


def on_the_board(found: QuerySet[Departure], sort: str) -> tuple[QuerySet[Departure], dict[str, int]]:
    """The first ``PER_COLUMN`` departures of each column, and how many each holds: two statements, however many there
    are. ``found``: what was asked for. Who has no conversation stands in the column ``OFF_BOARD``."""
    without = Q(kind=Kind.DEATH) | ~Q(stage__in=COLUMNS)
    marked = found.annotate(column=Case(When(without, then=Value(OFF_BOARD)), default=F("stage")))
    counts = dict(marked.order_by().values_list("column").annotate(Count("pk")))
    place = Window(RowNumber(), partition_by="column", order_by=[*_terms(sort), "pk"])
    return marked.annotate(place=place).filter(place__lte=PER_COLUMN).order_by("place"), counts


def step_of(stage: str) -> int:
    """How many of the steps are reached; 0 without a conversation."""
    return COLUMNS.index(Stage(stage)) + 1 if stage in COLUMNS else 0


def _mentions(word: str) -> Q:
    names = ("person__first_name", "person__last_name", "person__employee_number", "position__title")
    condition = Q()
    for name in names:
        condition |= Q(**{f"{name}__icontains": word})
    return condition


def _terms(sort: str) -> list[Any]:
    first, *rest = ORDER.get(sort.removeprefix("-"), ORDER["last_day"])
    down = sort.startswith("-")
    return [F(first).desc(nulls_last=True) if down else F(first).asc(nulls_last=True), *rest]
