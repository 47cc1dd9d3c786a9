"""The last day of a departure: what is still open, and closing its checklist."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from uitzicht.departures.models import Departure
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Stage
from uitzicht.offboarding import queries as checklists
from uitzicht.offboarding.farewell import queries, rules
from uitzicht.offboarding.farewell.models import LeftOpen
from uitzicht.offboarding.models import Checklist, Property, Task
from uitzicht.offboarding.rules import ensure_not_cancelled
from uitzicht.offboarding.vocabulary import OwnerRole, Step
from uitzicht.privacy import audit
from uitzicht.ui.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that is not done: a task with its line, or a thing that is still out. ``key``: its name in a form."""

    key: str
    name: str
    line: checklists.Line | None = None
    thing: Property | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """``code``: property, accounts, documents or other. ``done``: how many tasks of it are done already."""

    code: str
    title: str
    items: tuple[OpenItem, ...]
    done: int


def parts_of(checklist: Checklist, *, on: date) -> list[Part]:
    """Property, accounts, documents, and what else is open, in this order. A constant number of statements."""
    lines = checklists.in_order(checklists.lines(checklists.tasks_of(checklist), on=on))
    things = tuple(_thing(one) for one in queries.things_out(checklist.departure.person))
    titles = {
        "property": _("Property of the organisation"),
        "accounts": _("Accounts and access"),
        "documents": _("Documents"),
        "other": _("Everything else"),
    }
    return [Part(code, title, *_inside(code, lines, things)) for code, title in titles.items()]


def _inside(
    code: str, lines: Sequence[checklists.Line], things: tuple[OpenItem, ...]
) -> tuple[tuple[OpenItem, ...], int]:
    mine = [line for line in lines if part_of(line.task) == code]
    still = tuple(_task(line) for line in mine if not line.task.done_at)
    return (things if code == "property" else ()) + still, len(mine) - len(still)


def part_of(task: Task) -> str:
    """What IT does about access is an account, also where it stands under the return of property."""
    if task.owner_role == OwnerRole.IT:
        return "accounts"
    return {Step.PROPERTY: "property", Step.DOCUMENTS: "documents"}.get(Step(task.step), "other")


def _task(line: checklists.Line) -> OpenItem:
    return OpenItem(f"task-{line.task.pk}", line.task.name, line=line)


def _thing(thing: Property) -> OpenItem:
    return OpenItem(f"thing-{thing.pk}", f"{thing.get_kind_display()} {thing.label}".strip(), thing=thing)


def left_open(checklist: Checklist) -> list[LeftOpen]:
    """What was open when it was closed, and why."""
    return list(LeftOpen.objects.filter(checklist=checklist))


@transaction.atomic
def close_checklist(checklist: Checklist, *, reasons: Mapping[str, str], by: str, at: datetime) -> None:
    """``reasons``: key of an ``OpenItem`` -> why it stays open. Refuses before the last day worked, and while something is
    open that nobody explains. Closed twice stays closed as it was."""
    held = _hold(checklist)
    if held.closed_at is not None:
        return
    departure, on = held.departure, timezone.localdate(at)
    ensure_not_cancelled(departure.stage == Stage.CANCELLED)
    last_day = departure.last_day_worked_on
    rules.ensure_last_day_reached(last_day, on=on, day=day(last_day))
    still = [item for part in parts_of(held, on=on) for item in part.items]
    rules.ensure_explained([item.name for item in still if not reasons.get(item.key, "").strip()])
    LeftOpen.objects.bulk_create(_left_open(held, still, reasons))
    held.closed_at, held.closed_by = at, by
    held.save(update_fields=["closed_at", "closed_by"])
    _audit("checklist.closed", departure, by, at, {"left_open": len(still)})


@transaction.atomic
def reopen_checklist(checklist: Checklist, *, reason: str, by: str, at: datetime) -> None:
    """Everything can change again; what was said about open things goes. The reason enters the audit trail."""
    held = _hold(checklist)
    if held.closed_at is None:
        return
    rules.ensure_reason(reason)
    held.left_open.all().delete()
    held.closed_at, held.closed_by = None, ""
    held.save(update_fields=["closed_at", "closed_by"])
    _audit("checklist.reopened", held.departure, by, at, {"reason": reason.strip()})


def _left_open(checklist: Checklist, still: Sequence[OpenItem], reasons: Mapping[str, str]) -> Iterator[LeftOpen]:
    for item in still:
        task = item.line.task if item.line else None
        yield LeftOpen(checklist=checklist, task=task, thing=item.thing, reason=reasons[item.key].strip())


def _hold(checklist: Checklist) -> Checklist:
    found = Checklist.objects.select_for_update(of=("self",)).select_related("departure__person")
    return found.get(pk=checklist.pk)


def _audit(action: str, departure: Departure, by: str, at: datetime, detail: dict[str, object]) -> None:
    audit.record(action, by=by, at=at, subject=subject(departure), detail=detail)
