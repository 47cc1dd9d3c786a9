"""The list of tasks that new checklists get, and who fills the desks. Checklists that exist already stay as they are."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from uitzicht.offboarding import queries, rules
from uitzicht.offboarding.models import Desk, Task, TemplateTask
from uitzicht.offboarding.template_file import first_tasks
from uitzicht.privacy import audit


@transaction.atomic
def install_template(*, by: str, at: datetime) -> None:
    """The tasks of the file, when there is no list yet."""
    if TemplateTask.objects.exists():
        return
    made: dict[str, TemplateTask] = {}
    for position, task in enumerate(first_tasks(), start=1):
        made[task.code] = TemplateTask.objects.create(
            code=task.code,
            step=task.step,
            names=task.names,
            owner_role=task.owner,
            due=task.due,
            kinds=list(task.kinds),
            job_families=list(task.job_families),
            position=position,
        )
        made[task.code].needs.set([made[code] for code in task.needs])
    audit.record("checklist.template_installed", by=by, at=at)


@transaction.atomic
def add_template_task(
    *,
    step: str,
    names: dict[str, str],
    owner_role: str,
    due: int,
    kinds: list[str],
    job_families: list[str],
    needs: Iterable[TemplateTask],
    active: bool,
    by: str,
    at: datetime,
) -> TemplateTask:
    """At the end of its step."""
    last = TemplateTask.objects.aggregate(last=Max("position"))["last"] or 0
    task = TemplateTask(code=f"own-{at:%Y%m%d%H%M%S%f}", position=last + 1)
    return _keep(task, step, names, owner_role, due, kinds, job_families, needs, active, by=by, at=at)


@transaction.atomic
def change_template_task(
    task: TemplateTask,
    *,
    step: str,
    names: dict[str, str],
    owner_role: str,
    due: int,
    kinds: list[str],
    job_families: list[str],
    needs: Iterable[TemplateTask],
    active: bool,
    by: str,
    at: datetime,
) -> TemplateTask:
    """Refuses tasks that would wait for each other."""
    return _keep(task, step, names, owner_role, due, kinds, job_families, needs, active, by=by, at=at)


@transaction.atomic
def move_template_task(task: TemplateTask, *, up: bool, by: str, at: datetime) -> None:
    """One place up or down among the tasks of its step; at the end nothing happens."""
    others = list(TemplateTask.objects.filter(step=task.step).select_for_update())
    place = others.index(task)
    to = place - 1 if up else place + 1
    if not 0 <= to < len(others):
        return
    other = others[to]
    task.position, other.position = other.position, others[place].position
    task.save(update_fields=["position"])
    other.save(update_fields=["position"])
    audit.record("checklist.template_changed", by=by, at=at, detail={"task": task.code})


@transaction.atomic
def name_desk(role: str, *, name: str, email: str, by: str, at: datetime) -> None:
    """Who fills a role from now on; open tasks of it that nobody has yet are theirs. Without an address: nobody."""
    if email:
        Desk.objects.update_or_create(role=role, defaults={"name": name, "email": email})
        nobody = Task.objects.filter(owner_role=role, owner_email="", done_at=None)
        nobody.update(owner_name=name, owner_email=email)
    else:
        Desk.objects.filter(role=role).delete()
    audit.record("checklist.desk_named", by=by, at=at, detail={"role": role})


def _keep(
    task: TemplateTask,
    step: str,
    names: dict[str, str],
    owner_role: str,
    due: int,
    kinds: list[str],
    job_families: list[str],
    needs: Iterable[TemplateTask],
    active: bool,
    *,
    by: str,
    at: datetime,
) -> TemplateTask:
    task.step, task.names, task.owner_role, task.due = step, names, owner_role, due
    task.kinds, task.job_families, task.active = kinds, job_families, active
    task.save()
    task.needs.set(needs)
    everything = queries.template_tasks()
    rules.ensure_no_circle({one.pk: [first.pk for first in one.needs.all()] for one in everything})
    audit.record("checklist.template_changed", by=by, at=at, detail={"task": task.code})
    return task
