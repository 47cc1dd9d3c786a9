"""An action is proposed from a finding, changed, handed over, and written about."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from uitzicht.actions import queries, rules
from uitzicht.actions.findings import aims
from uitzicht.actions.findings.place import Place, no_such_finding, reading, sentences
from uitzicht.actions.models import Action, Step
from uitzicht.actions.services.log import enter, hold, record
from uitzicht.actions.vocabulary import Happened
from uitzicht.people.models import User


@transaction.atomic
def propose_action(
    place: Place,
    *,
    units: Collection[str] | None,
    aim: str,
    title: str,
    direction: str,
    owner: User,
    due_on: date,
    cost: Decimal | None = None,
    steps: Sequence[str] = (),
    by: str,
    at: datetime,
) -> Action:
    """Freeze the finding and its figure as a reader of ``units`` reads them. ``aim``: key of one of ``aims.aims``. Refusal
    when the release has no such section for this reader, or the owner may not read the unit."""
    found = reading(place, units, "en")
    chosen = aims.chosen(place, found, aim)
    if chosen is None:
        raise no_such_finding()
    unit, of = chosen.group.unit, found.published
    rules.ensure_may_own(queries.owners(unit, of.root).filter(pk=owner.pk).exists())
    rules.ensure_room_for_steps(len(steps))
    action = Action.objects.create(
        title=title,
        release=of.released.number,
        certificate=of.released.certificate,
        story=place.story,
        section=place.section,
        finding_kind=found.selection.kind,
        finding=sentences(place, units),
        measure=chosen.measure,
        question=chosen.group.question,
        item=chosen.item.key,
        unit=unit,
        kind=chosen.group.kind,
        before=aims.frozen(chosen, aims.labels(place, found, aim)),
        direction=direction,
        owner=owner,
        due_on=due_on,
        cost=cost,
        created_by=by,
        created_at=at,
    )
    Step.objects.bulk_create(Step(action=action, text=text) for text in steps)
    enter(action, Happened.PROPOSED, by=by, at=at, about=owner.name)
    record("action.proposed", action, by=by, at=at, release=action.release, story=action.story)
    return action


@transaction.atomic
def change_action(
    action: Action, *, title: str, due_on: date, cost: Decimal | None, note: str = "", by: str, at: datetime
) -> None:
    """What may change: not the finding, nor what it aims at. Another day means another reminder."""
    held = hold(action)
    rules.ensure_open(held.state)
    wanted = {"title": title, "due_on": due_on, "cost": cost}
    changed = [name for name, value in wanted.items() if getattr(held, name) != value]
    if not changed:
        return
    held.title, held.cost = title, cost
    if "due_on" in changed:
        held.due_on, held.reminded_at, held.overdue_told_at = due_on, None, None
    held.save(update_fields=["title", "due_on", "cost", "reminded_at", "overdue_told_at"])
    enter(held, Happened.CHANGED, by=by, at=at, about=",".join(changed), note=note)
    record("action.changed", held, by=by, at=at, fields=changed)


@transaction.atomic
def hand_over(action: Action, *, owner: User, root: str, note: str = "", by: str, at: datetime) -> None:
    """To another owner, who is reminded anew. ``root``: the whole organisation, as the release names it."""
    held = hold(action)
    rules.ensure_open(held.state)
    if held.owner_id == owner.pk:
        return
    rules.ensure_may_own(queries.owners(held.unit, root).filter(pk=owner.pk).exists())
    held.owner, held.reminded_at, held.overdue_told_at = owner, None, None
    held.save(update_fields=["owner", "reminded_at", "overdue_told_at"])
    enter(held, Happened.HANDED_OVER, by=by, at=at, about=owner.name, note=note)
    record("action.handed_over", held, by=by, at=at, owner=owner.pk)


@transaction.atomic
def write_note(action: Action, note: str, *, by: str, at: datetime) -> None:
    """A line in the log, also when the action is over."""
    held = hold(action)
    enter(held, Happened.NOTED, by=by, at=at, note=note)
    record("action.noted", held, by=by, at=at)
