"""An uploaded list of property waits, sealed, between the dry run and the confirmation; then it is gone."""

import base64
from datetime import datetime
from uuid import UUID

from django.db import transaction

from uitzicht.core.refusal import Refusal
from uitzicht.offboarding import queries
from uitzicht.offboarding.models import Property, StagedProperty
from uitzicht.offboarding.property_file import PropertyFile, file_has_problems, read_property
from uitzicht.people.models import Person, User
from uitzicht.privacy import audit, vault


@transaction.atomic
def stage_import(content: bytes, *, file_name: str, user: User, at: datetime) -> StagedProperty:
    """Keep an upload for its dry run; what cannot be read at all is refused. Earlier uploads of this user are destroyed,
    and whatever is older than a day."""
    _read(content)
    StagedProperty.objects.filter(staged_at__lt=at - queries.STAGED_FOR).delete()
    StagedProperty.objects.filter(user=user).delete()
    staged = StagedProperty(user=user, file_name=file_name[:120], staged_at=at)
    key = vault.new_data_key()
    staged.wrapped_key = vault.wrap(key, context=_context(staged))
    staged.sealed = vault.seal(base64.b64encode(content).decode(), key=key, context=_context(staged))
    staged.save()
    return staged


def read_staged(staged: StagedProperty) -> PropertyFile:
    """The dry run of an upload, against what is known now."""
    key = vault.unwrap(bytes(staged.wrapped_key), context=_context(staged))
    return _read(base64.b64decode(vault.unseal(bytes(staged.sealed), key=key, context=_context(staged))))


@transaction.atomic
def apply_staged(staged: StagedProperty, *, by: str, at: datetime) -> int:
    """Import an upload, the whole of it or nothing, and destroy it; returns how many things were added."""
    file = read_staged(staged)
    if file.problems:
        raise Refusal("property.file_has_problems", file_has_problems(), count=len(file.problems))
    people = _people()
    Property.objects.bulk_create(
        Property(person_id=people[row.employee_number], kind=row.kind, label=row.label, handed_out_on=row.on)
        for row in file.rows
    )
    audit.record("property.imported", by=by, at=at, detail={"count": len(file.rows)})
    staged.delete()
    return len(file.rows)


@transaction.atomic
def discard_staged(staged: StagedProperty) -> None:
    """Destroy an upload that will not be imported."""
    staged.delete()


def _read(content: bytes) -> PropertyFile:
    out = Property.objects.filter(returned_at=None).values_list("person__employee_number", "kind", "label")
    return read_property(content, people=frozenset(_people()), out=frozenset(out))


def _people() -> dict[str, UUID]:
    return dict(Person.objects.values_list("employee_number", "pk"))


def _context(staged: StagedProperty) -> str:
    return f"staged-property:{staged.pk}"
