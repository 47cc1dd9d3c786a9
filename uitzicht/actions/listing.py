"""The list and the board of actions as their address asks for them, in a constant number of statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from uitzicht.actions import queries
from uitzicht.actions.findings import figure
from uitzicht.actions.models import Action
from uitzicht.actions.rules import is_overdue
from uitzicht.actions.vocabulary import OPEN, State
from uitzicht.people.models import User
from uitzicht.people.tree import UnitTree

PER_PAGE = 50
PER_COLUMN = 20
COLUMNS = OPEN
ORDER = {
    "due": ("due_on", "title"),
    "title": ("title", "due_on"),
    "owner": ("owner__name", "due_on"),
    "newest": ("-created_at",),
}


@dataclass(frozen=True, slots=True)
class Row:
    """``next``: where the button on a card leads; None where a choice has to be made on the page itself."""

    action: Action
    figure: str
    overdue: bool
    may_work: bool
    next: State | None


@dataclass(frozen=True, slots=True)
class Column:
    """One state of the board: its first ``rows`` of ``count``."""

    state: State
    rows: list[Row]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def asked_for(user: User, chosen: Mapping[str, Any], *, tree: UnitTree, sort: str, on: date) -> QuerySet[Action]:
    """``chosen``: see ``FilterForm``; ``sort``: a key of ``ORDER``."""
    found = _in_state(_filtered(user, chosen, tree), chosen.get("state", ""), on)
    return queries.counted(found).order_by(*ORDER.get(sort, ORDER["due"]), "pk")


def on_the_board(user: User, chosen: Mapping[str, Any], *, tree: UnitTree, on: date) -> tuple[list[Column], list[Any]]:
    """The columns of what is open, and (state, count) of what is over. The board shows every state, so none is chosen."""
    found = _filtered(user, chosen, tree)
    counts = dict(found.order_by().values_list("state").annotate(Count("pk")))
    place = Window(RowNumber(), partition_by="state", order_by=["due_on", "pk"])
    shown = queries.counted(found.filter(state__in=COLUMNS)).annotate(place=place)
    by_state: dict[str, list[Row]] = {}
    for row in rows(shown.filter(place__lte=PER_COLUMN).order_by("place"), user, on):
        by_state.setdefault(row.action.state, []).append(row)
    columns = [Column(state, by_state.get(state, []), counts.get(state, 0)) for state in COLUMNS]
    return columns, [(state, counts[state]) for state in State if state not in COLUMNS and state in counts]


def rows(found: Any, user: User, on: date) -> list[Row]:
    all_of_them = user.has_role("hr_lead")
    leads = user.has_role("leader")
    return [
        Row(
            action,
            figure.label(action.before),
            is_overdue(action.state, action.due_on, on),
            all_of_them or (leads and action.owner_id == user.pk),
            _next(State(action.state)),
        )
        for action in found
    ]


def owners_of(found: QuerySet[Action]) -> list[tuple[int, str]]:
    """Owners among these actions, by name."""
    return list(found.order_by("owner__name").values_list("owner", F("owner__name")).distinct())


def _next(state: State) -> State | None:
    return {State.PROPOSED: State.AGREED, State.AGREED: State.UNDER_WAY}.get(state)


def _filtered(user: User, chosen: Mapping[str, Any], tree: UnitTree) -> QuerySet[Action]:
    found = queries.visible_to(user)
    for word in str(chosen.get("q", "")).split():
        steps = Q(pk__in=Action.objects.filter(steps__text__icontains=word).values("pk"))
        found = found.filter(Q(title__icontains=word) | Q(owner__name__icontains=word) | steps)
    if "owner" in chosen:
        found = found.filter(owner=chosen["owner"])
    if "unit" in chosen:
        found = found.filter(unit__in=[str(unit) for unit in tree.subtree(chosen["unit"])])
    if "story" in chosen:
        found = found.filter(story=chosen["story"])
    return found


def _in_state(found: QuerySet[Action], state: str, on: date) -> QuerySet[Action]:
    if state == "all":
        return found
    if state == "overdue":
        return found.filter(queries.overdue(on))
    return found.filter(state=state) if state else found.filter(state__in=OPEN)
