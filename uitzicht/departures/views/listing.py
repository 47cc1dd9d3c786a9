"""Who is leaving, and where does each stand?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uitzicht.departures.export import departures_csv
from uitzicht.departures.forms import FilterForm
from uitzicht.departures.listing import COLUMNS, PER_PAGE, departures_asked_for, step_of
from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of, to_plan
from uitzicht.departures.request import StaffRequest
from uitzicht.departures.vocabulary import Kind
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
    view = "board" if request.GET.get("view") == "board" else "list"
    page = Paginator(found, PER_PAGE[view]).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "filtered": bool(chosen),
        "sort": sort,
        "view": view,
        "page": page,
        "to_plan": to_plan(request.user, on=on).count(),
        "today": on,
    }
    rows = [_row(departure, tree) for departure in page]
    if view == "board":
        context["columns"] = [
            (stage, [row for row in rows if row.reached and row.departure.stage == stage]) for stage in COLUMNS
        ]
        context["off_board"] = [row for row in rows if not row.reached]
    else:
        context["groups"] = _groups(rows, on, by_day=sort in ("", "last_day"))
    return render(request, f"departures/{view}.html", context)


@dataclass(frozen=True, slots=True)
class Row:
    """``reached``, ``ahead``: steps of the six, to be drawn; both empty without a conversation."""

    departure: Departure
    appointment: Any
    unit: str
    reached: range
    ahead: range


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
