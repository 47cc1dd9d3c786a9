"""Staff come in: a plan is written in one transaction, in a constant number of statements."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.people import queries
from uitzicht.people.models import Person, Position, Unit
from uitzicht.people.staff_plan import Plan
from uitzicht.people.staff_plan.timeline import Placing
from uitzicht.privacy import audit

BATCH = 1000
Progress = Callable[[str, int, int], None]


@transaction.atomic
def import_staff(plan: Plan, *, by: str, at: datetime, progress: Progress | None = None) -> dict[str, int]:
    """Write a plan that was just made; all or nothing. Returns the numbers that enter the audit trail."""
    if plan.problems:
        raise Refusal(
            "staff.file_has_errors",
            _(
                "The file has {count} errors, so nothing was imported. A half-read list is worse than none. Correct them and try again."
            ),
            count=len(plan.problems),
        )
    units = _write_units(plan.new_units)
    tell = progress or (lambda step, done, total: None)
    _insert(Person, plan.people_added, "people", tell)
    _update(Person, plan.people_changed, tell)
    Position.objects.filter(pk__in=plan.removed).delete()
    positions = [_position(placing, units) for placing in plan.placings]
    # Positions that end come first: nobody may hold two open ones, not even for a moment.
    _update(Position, [one for one in positions if one.pk is not None], tell)
    _insert(Position, [one for one in positions if one.pk is None], "positions", tell)
    audit.record("staff.imported", by=by, at=at, detail=plan.counts)
    return plan.counts


def _write_units(paths: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Every unit by its path, the new ones made level by level."""
    units = queries.unit_tree().by_path()
    for depth in sorted({len(path) for path in paths}):
        level = [path for path in paths if len(path) == depth and path not in units]
        made = Unit.objects.bulk_create(
            Unit(
                name=path[-1] if path else settings.UITZICHT.organisation, parent_id=units[path[:-1]] if path else None
            )
            for path in level
        )
        units.update(zip(level, (unit.pk for unit in made), strict=True))
    return units


def _position(placing: Placing, units: dict[tuple[str, ...], int]) -> Position:
    work = placing.work
    return Position(
        id=placing.id,
        person_id=placing.person_id,
        unit_id=units[work.unit],
        title=work.title,
        job_family=work.job_family,
        manager_id=work.manager_id,
        contract=work.contract,
        working_time=work.working_time,
        valid_from=placing.valid_from,
        valid_to=placing.valid_to,
    )


def _insert(model: type[Model], rows: Sequence[Model], step: str, tell: Progress) -> None:
    for start in range(0, len(rows), BATCH):
        model._default_manager.bulk_create(rows[start : start + BATCH])
        tell(step, min(start + BATCH, len(rows)), len(rows))


def _update(model: type[Model], rows: Sequence[Model], tell: Progress) -> None:
    """All fields of rows that exist, as one statement a batch (an upsert that always meets its row)."""
    fields = [one.name for one in model._meta.concrete_fields if not one.primary_key]
    for start in range(0, len(rows), BATCH):
        model._default_manager.bulk_create(
            rows[start : start + BATCH], update_conflicts=True, unique_fields=["id"], update_fields=fields
        )
        tell("changes", min(start + BATCH, len(rows)), len(rows))


@transaction.atomic
def set_private_email(person: Person, email: str, *, by: str, at: datetime) -> None:
    """Where mail reaches somebody who has left. The trail holds no address."""
    if person.private_email != email:
        person.private_email = email
        person.save(update_fields=["private_email"])
        audit.record("staff.private_email_set", by=by, at=at, subject=f"person:{person.pk}")
