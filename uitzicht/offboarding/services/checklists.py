"""A checklist begins, gets a successor and its texts."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.departures.models import Departure
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding import queries, rules
from uitzicht.offboarding.farewell.rules import ensure_open
from uitzicht.offboarding.models import Checklist, Task, TemplateTask
from uitzicht.offboarding.services.templates import install_template
from uitzicht.offboarding.vocabulary import AFTER_DEATH, OwnerRole
from uitzicht.people.queries import position_on
from uitzicht.privacy import audit


@transaction.atomic
def start_checklist(departure: Departure, *, by: str, at: datetime) -> Checklist:
    """The checklist of a departure, made from the list of tasks when there is none yet. Mails nobody."""
    known = queries.checklist_of(departure)
    if known is not None:
        return known
    rules.ensure_not_cancelled(departure.stage == Stage.CANCELLED)
    install_template(by=by, at=at)
    started_on = timezone.localdate(at)
    checklist, made = Checklist.objects.get_or_create(
        departure=departure, defaults={"started_on": started_on, "started_by": by}
    )
    if made:
        _add_tasks(checklist, departure)
        audit.record("checklist.started", by=by, at=at, subject=subject(departure))
    return checklist


@transaction.atomic
def name_successor(checklist: Checklist, name: str, email: str, *, by: str, at: datetime) -> None:
    """Who takes over; the open tasks of the successor go along."""
    if (name, email) == (checklist.successor_name, checklist.successor_email):
        return
    ensure_open(checklist.closed_at is not None)
    checklist.successor_name, checklist.successor_email = name, email
    checklist.save(update_fields=["successor_name", "successor_email"])
    theirs = checklist.tasks.filter(owner_role=OwnerRole.SUCCESSOR, done_at=None)
    theirs.update(owner_name=name, owner_email=email, asked_at=None, reminded_at=None)
    audit.record("checklist.successor_named", by=by, at=at, subject=subject(checklist.departure))


@transaction.atomic
def write_texts(
    checklist: Checklist, *, announcement: str, hand_over: str, farewell: str, by: str, at: datetime
) -> None:
    """Refuses an announcement that says why somebody leaves."""
    ensure_open(checklist.closed_at is not None)
    rules.ensure_tells_no_reason(announcement)
    checklist.announcement, checklist.hand_over, checklist.farewell = announcement, hand_over, farewell
    checklist.save(update_fields=["announcement", "hand_over", "farewell"])
    audit.record("checklist.texts_written", by=by, at=at, subject=subject(checklist.departure))


def _add_tasks(checklist: Checklist, departure: Departure) -> None:
    wanted = [task for task in queries.template_tasks().filter(active=True) if _fits(task, departure)]
    owners = _owners(checklist, departure)
    made = Task.objects.bulk_create(
        Task(
            checklist=checklist,
            template=task,
            step=task.step,
            names=task.names,
            owner_role=task.owner_role,
            owner_name=owners[task.owner_role][0],
            owner_email=owners[task.owner_role][1],
            due=task.due,
            position=task.position,
        )
        for task in wanted
    )
    _link_needs(wanted, {task.template_id: task.pk for task in made if task.template_id})


def _link_needs(wanted: Iterable[TemplateTask], made: dict[int, int]) -> None:
    through = Task.needs.through
    through.objects.bulk_create(
        through(from_task_id=made[task.pk], to_task_id=made[first.pk])
        for task in wanted
        for first in task.needs.all()
        if first.pk in made
    )


def _fits(task: TemplateTask, departure: Departure) -> bool:
    if departure.kind == Kind.DEATH and task.step not in AFTER_DEATH:
        return False
    family = departure.position.job_family.casefold() if departure.position else ""
    families = {name.casefold() for name in task.job_families}
    return (not task.kinds or departure.kind in task.kinds) and (not families or family in families)


def _owners(checklist: Checklist, departure: Departure) -> dict[str, tuple[str, str]]:
    """Role -> (name, address); empty where nobody is known yet."""
    found = {role: (desk.name, desk.email) if desk else ("", "") for role, desk in queries.desks().items()}
    position = position_on(departure.person, checklist.started_on) or departure.position
    manager = position.manager if position else None
    found[OwnerRole.MANAGER] = (manager.name, manager.work_email) if manager else ("", "")
    found[OwnerRole.SUCCESSOR] = (checklist.successor_name, checklist.successor_email)
    return found
