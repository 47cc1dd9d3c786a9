"""A task is mailed, done, undone, given to somebody else."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding import mail, queries, rules
from uitzicht.offboarding.farewell.rules import ensure_open
from uitzicht.offboarding.models import Checklist, Task
from uitzicht.privacy import audit


@transaction.atomic
def finish_task(task: Task, *, note: str = "", by: str, at: datetime) -> None:
    """Refuses while something else has to be done first; done twice stays done as it was."""
    held = _hold(task)
    if held.done_at:
        return
    departure = held.checklist.departure
    rules.ensure_not_cancelled(departure.stage == Stage.CANCELLED)
    line = queries.line(held, on=timezone.localdate(at))
    rules.ensure_nothing_first(line.waits_for)
    held.done_at, held.done_by, held.due_on = at, by, line.due_on
    held.note = note or held.note
    held.save(update_fields=["done_at", "done_by", "due_on", "note"])
    _audit("checklist.task_done", held, by, at)


@transaction.atomic
def reopen_task(task: Task, *, by: str, at: datetime) -> None:
    """Not done after all; its day follows the departure again. Refuses while a later task that needs it is done."""
    held = _hold(task)
    if not held.done_at:
        return
    rules.ensure_not_needed([after.name for after in held.needed_by.exclude(done_at=None)])
    held.done_at, held.done_by, held.due_on = None, "", None
    held.save(update_fields=["done_at", "done_by", "due_on"])
    _audit("checklist.task_reopened", held, by, at)


@transaction.atomic
def assign_task(task: Task, *, name: str, email: str, note: str, by: str, at: datetime) -> None:
    """By the HR lead: to anybody but the leaver, also outside the organisation. A new owner has not been asked yet."""
    held = _hold(task)
    leaver = _addresses_of_the_leaver(held.checklist.departure)
    rules.ensure_colleague(email, colleagues=frozenset({email.lower()}), leaver=leaver, owner="")
    held.note = note
    if (name, email.lower()) != (held.owner_name, held.owner_email.lower()):
        held.owner_name, held.owner_email, held.asked_at, held.reminded_at = name, email, None, None
        _audit("checklist.task_assigned", held, by, at)
    held.save(update_fields=["note", "owner_name", "owner_email", "asked_at", "reminded_at"])


@transaction.atomic
def pass_on(task: Task, *, name: str, email: str, by: str, at: datetime) -> None:
    """By its owner: to another colleague, who gets the mail at once; the owner's own link closes."""
    held = _hold(task)
    departure = held.checklist.departure
    rules.ensure_may_be_mailed(departure.kind == Kind.DEATH)
    rules.ensure_colleague(
        email,
        colleagues=queries.addresses_of(email),
        leaver=_addresses_of_the_leaver(departure),
        owner=held.owner_email,
    )
    held.owner_name, held.owner_email, held.asked_at, held.reminded_at = name, email, at, None
    held.save(update_fields=["owner_name", "owner_email", "asked_at", "reminded_at"])
    _audit("checklist.task_passed_on", held, by, at)
    mail.ask(departure, [queries.line(held, on=timezone.localdate(at))], by=by, at=at)


@dataclass(frozen=True, slots=True)
class Asked:
    """How many owners got their mail, and the names of those whom the mail server refused."""

    sent: int
    failed: tuple[str, ...]


def ask_owners(checklist: Checklist, *, by: str, at: datetime) -> Asked:
    """Mail every owner who was not asked yet, one mail each. Refuses after a death. Each is a transaction of its own: an
    address that fails keeps nobody else from theirs, and nobody gets the same mail twice."""
    rules.ensure_may_be_mailed(checklist.departure.kind == Kind.DEATH)
    ensure_open(checklist.closed_at is not None)
    waiting = queries.tasks_of(checklist).filter(done_at=None, asked_at=None).exclude(owner_email="")
    by_owner: dict[str, list[queries.Line]] = defaultdict(list)
    for line in queries.in_order(queries.lines(waiting, on=timezone.localdate(at))):
        by_owner[line.task.owner_email.lower()].append(line)
    failed = []
    for lines in by_owner.values():
        try:
            _ask(checklist.departure, lines, by=by, at=at)
        except Refusal:
            failed.append(lines[0].task.owner_name or lines[0].task.owner_email)
    return Asked(len(by_owner) - len(failed), tuple(failed))


@transaction.atomic
def _ask(departure: Departure, lines: list[queries.Line], *, by: str, at: datetime) -> None:
    Task.objects.filter(pk__in=[line.task.pk for line in lines]).update(asked_at=at)
    audit.record("checklist.owners_asked", by=by, at=at, subject=subject(departure))
    mail.ask(departure, lines, by=by, at=at)


def _hold(task: Task) -> Task:
    """The task as it is now, locked. Refuses once its checklist is closed."""
    tasks = Task.objects.select_for_update(of=("self",)).select_related("checklist__departure__person")
    held = tasks.get(pk=task.pk)
    ensure_open(held.checklist.closed_at is not None)
    return held


def _addresses_of_the_leaver(departure: Departure) -> frozenset[str]:
    person = departure.person
    return frozenset(address.lower() for address in (person.work_email, person.private_email) if address)


def _audit(action: str, task: Task, by: str, at: datetime) -> None:
    audit.record(action, by=by, at=at, subject=subject(task.checklist.departure), detail={"task": task.pk})
