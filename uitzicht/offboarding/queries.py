"""Reading checklists, tasks and property."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from uitzicht.core.calendar import Workdays
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding.calendar import working_days
from uitzicht.offboarding.models import Checklist, Desk, Property, StagedProperty, Task, TemplateTask
from uitzicht.offboarding.rules import due_day
from uitzicht.offboarding.vocabulary import AFTER_DEATH, DESKS
from uitzicht.people.models import Person, User
from uitzicht.people.vocabulary import Role

STAGED_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """A task as pages show it. ``waits_for``: names of what has to be done first."""

    task: Task
    departure: Departure
    due_on: date
    late: bool
    waits_for: tuple[str, ...]

    @property
    def state(self) -> str:
        """done, late, waiting or open."""
        if self.task.done_at:
            return "done"
        return "late" if self.late else "waiting" if self.waits_for else "open"


def fits(prefix: str = "") -> Q:
    """The condition that a task still has to be done at all: after a death most fall away, after a cancellation all."""
    after_death = Q(**{f"{prefix}step__in": AFTER_DEATH})
    departure = f"{prefix}checklist__departure__"
    return (~Q(**{f"{departure}kind": Kind.DEATH}) | after_death) & ~Q(**{f"{departure}stage": Stage.CANCELLED})


def tasks() -> QuerySet[Task]:
    """Every task that fits its departure, with what ``lines`` needs: two statements."""
    found = Task.objects.select_related("checklist__departure__person", "checklist__departure__unit")
    return found.prefetch_related("needs").filter(fits())


def visible_to(user: User) -> QuerySet[Task]:
    """Every task for the HR lead; for everybody else what is theirs to do."""
    return tasks() if user.has_role(Role.HR_LEAD) else _still_to_do(user)


def tasks_of(checklist: Checklist) -> QuerySet[Task]:
    return tasks().filter(checklist=checklist)


def lines(found: Iterable[Task], *, on: date) -> list[Line]:
    """Tasks with their day. One statement beyond those of ``found``."""
    held = list(found)
    work = working_days([on, *(task.checklist.departure.last_day_worked_on for task in held)])
    return [line(task, on=on, work=work) for task in held]


def line(task: Task, *, on: date, work: Workdays | None = None) -> Line:
    departure = task.checklist.departure
    work = work or working_days([on, departure.last_day_worked_on])
    due_on = task.due_on or due_day(
        departure.last_day_worked_on, task.due, started_on=task.checklist.started_on, work=work
    )
    waits_for = tuple(first.name for first in task.needs.all() if not first.done_at and _counts(first, departure))
    return Line(task, departure, due_on, not task.done_at and due_on < on, waits_for)


def _counts(task: Task, departure: Departure) -> bool:
    return departure.kind != Kind.DEATH or task.step in AFTER_DEATH


def tasks_for(user: User, on: date) -> list[Line]:
    """What is still to do for this account, the most pressing first: four statements at most."""
    return in_order(lines(_still_to_do(user), on=on))


def my_task(user: User, key: str) -> Task | None:
    """The open task with this key when it is theirs."""
    return _still_to_do(user).filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None


def _still_to_do(user: User) -> QuerySet[Task]:
    """Only what HR has asked for: before that a manager may not know yet that somebody leaves."""
    mine = tasks().filter(owner_email__iexact=user.email, done_at=None, checklist__closed_at=None)
    return mine if user.has_role(Role.HR_LEAD) else mine.exclude(asked_at=None)


def in_order(found: Sequence[Line]) -> list[Line]:
    return sorted(found, key=lambda one: (one.due_on, one.task.position, one.task.pk))


def checklist_of(departure: Departure) -> Checklist | None:
    return Checklist.objects.filter(departure=departure).first()


def template_tasks() -> QuerySet[TemplateTask]:
    """Every task of the list, switched off or not."""
    return TemplateTask.objects.prefetch_related("needs")


def desks() -> dict[str, Desk | None]:
    """Role -> who fills it."""
    known = {desk.role: desk for desk in Desk.objects.all()}
    return {role.value: known.get(role.value) for role in DESKS}


def property_of(person: Person) -> QuerySet[Property]:
    """Everything this person ever held, what is still out first."""
    return Property.objects.filter(person=person).order_by("returned_at", "kind", "label", "pk")


def staged_of(user: User, at: datetime) -> QuerySet[StagedProperty]:
    """Uploads of this user that wait for a confirmation, for a day at most; nobody else's."""
    return StagedProperty.objects.filter(user=user, staged_at__gte=at - STAGED_FOR)


def language_and_name(email: str, otherwise: str) -> tuple[str, str]:
    """How to address whoever has this work address: language ("" when not known) and first name, else ``otherwise``."""
    person = Person.objects.filter(work_email__iexact=email).first()
    if person:
        return person.language, person.first_name
    user = User.objects.filter(email__iexact=email).first()
    return (user.language, user.name) if user else ("", otherwise)


def addresses_of(email: str) -> frozenset[str]:
    """``email`` when staff or an active account has it, else nothing."""
    known = Person.objects.filter(work_email__iexact=email, ended_on=None).exists()
    known = known or User.objects.filter(email__iexact=email, is_active=True).exists()
    return frozenset({email.lower()}) if known else frozenset()
