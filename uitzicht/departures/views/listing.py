"""Who is leaving, and where does each stand?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uitzicht.departures.export import departures_csv
from uitzicht.departures.forms import FilterForm
from uitzicht.departures.listing import (
    COLUMNS,
    OFF_BOARD,
    PER_PAGE,
    departures_asked_for,
    on_the_board,
    step_of,
)
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of, to_plan
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.people.queries import unit_tree
from uitzicht.people.tree import UnitTree
from uitzicht.people.vocabulary import Role
from uitzicht.privacy import audit
from uitzicht.ui.access import allow


@allow(Role.HR_LEAD)
@require_safe
def departures(request: StaffRequest) -> HttpResponse:
    """The list, the board (``?view=board``) or the same as a file (``?format=csv``)."""
    now, tree = timezone.now(), unit_tree()
    on = timezone.localdate(now)
    form = FilterForm(request.GET, units=tree.ordered())
    chosen, sort = form.chosen(), request.GET.get("sort", "")
    found = departures_asked_for(request.user, chosen, tree=tree, sort=sort or "last_day", on=on)
    if request.GET.get("format") == "csv":
        audit.record("departures.exported", by=request.user.signature, at=now)
        return _file(departures_csv(found, tree), f"departures-{on.isoformat()}.csv")
    context = {
        "form": form,
        "filtered": bool(chosen),
        "sort": sort,
        "to_plan": to_plan(request.user, on=on).count(),
        "today": on,
    }
    if request.GET.get("view") == "board":
        return render(request, "departures/board.html", context | _board(found, tree, sort))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(departure, tree) for departure in page]
    groups = _groups(rows, on, by_day=sort in ("", "last_day"))
    shown = {"view": "list", "page": page, "count": page.paginator.count, "groups": groups}
    return render(request, "departures/list.html", context | shown)


@dataclass(frozen=True, slots=True)
class Row:
    """``reached``, ``ahead``: steps of the six, to be drawn; both empty without a conversation."""

    departure: Departure
    appointment: Any
    unit: str
    reached: range
    ahead: range


@dataclass(frozen=True, slots=True)
class Column:
    """One stage of the board: its first ``rows`` of ``count``."""

    stage: Stage
    rows: list[Row]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def _board(found: QuerySet[Departure], tree: UnitTree, sort: str) -> dict[str, Any]:
    departures, counts = on_the_board(found, sort or "last_day")
    by_column: dict[str, list[Row]] = {}
    for departure in departures:
        by_column.setdefault(departure.column, []).append(_row(departure, tree))  # type: ignore[attr-defined]
    off = by_column.get(OFF_BOARD, [])
    return {
        "view": "board",
        "count": sum(counts.values()),
        "columns": [Column(stage, by_column.get(stage, []), counts.get(stage, 0)) for stage in COLUMNS],
        "off_board": off,
        "more_off_board": counts.get(OFF_BOARD, 0) - len(off),
    }


def _row(departure: Departure, tree: UnitTree) -> Row:
    step = 0 if departure.kind == Kind.DEATH else step_of(departure.stage)
    ahead = range(len(COLUMNS) - step if step else 0)
    return Row(departure, appointment_of(departure), tree.label(departure.unit_id), range(step), ahead)


def _groups(rows: list[Row], on: date, *, by_day: bool) -> list[tuple[str, list[Row]]]:
    """Who is gone and who is still here stand apart, as long as the days give the order."""
    if not by_day:
        return [("", rows)]
    gone = [row for row in rows if row.departure.last_day_worked_on < on]
    here = [row for row in rows if row.departure.last_day_worked_on >= on]
    return [(name, group) for name, group in (("gone", gone), ("here", here)) if group]


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
