"""The steps of an action: added, ticked off, opened again, taken away."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.actions import rules
from uitzicht.actions.models import Action, Step
from uitzicht.actions.services.log import hold, record


@transaction.atomic
def add_step(action: Action, text: str, *, due_on: date | None = None, by: str, at: datetime) -> Step:
    held = hold(action)
    rules.ensure_open(held.state)
    rules.ensure_room_for_steps(held.steps.count() + 1)
    step = Step.objects.create(action=held, text=text, due_on=due_on)
    record("action.step_added", held, by=by, at=at, step=step.pk)
    return step


@transaction.atomic
def finish_step(step: Step, *, by: str, at: datetime) -> None:
    """Done twice stays done as it was."""
    held = _hold(step)
    if held is None or held.done_on:
        return
    held.done_on, held.done_by = timezone.localdate(at), by
    held.save(update_fields=["done_on", "done_by"])
    record("action.step_done", held.action, by=by, at=at, step=held.pk)


@transaction.atomic
def reopen_step(step: Step, *, by: str, at: datetime) -> None:
    held = _hold(step)
    if held is None or not held.done_on:
        return
    held.done_on, held.done_by = None, ""
    held.save(update_fields=["done_on", "done_by"])
    record("action.step_reopened", held.action, by=by, at=at, step=held.pk)


@transaction.atomic
def remove_step(step: Step, *, by: str, at: datetime) -> None:
    held = _hold(step)
    if held is None:
        return
    record("action.step_removed", held.action, by=by, at=at, step=held.pk)
    held.delete()


def _hold(step: Step) -> Step | None:
    """The step as it is now, under the lock of its action; None when somebody took it away. Refuses when all is over."""
    action = hold(step.action)
    rules.ensure_open(action.state)
    return Step.objects.filter(pk=step.pk).select_related("action").first()
