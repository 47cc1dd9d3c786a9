"""An uploaded staff list waits, sealed, between the dry run and the confirmation; then it is gone."""

import base64
import json
from datetime import date, datetime

from django.db import transaction

from uitzicht.people import queries
from uitzicht.people.models import StagedImport, User
from uitzicht.people.services.staff import import_staff
from uitzicht.people.staff_file import StaffFile, load_mapping, read_staff
from uitzicht.people.staff_plan import Plan, plan_import
from uitzicht.privacy import vault


@transaction.atomic
def stage_import(
    content: bytes, *, mapping: str, file_name: str, on: date, complete: bool, user: User, at: datetime
) -> StagedImport:
    """Keep an upload for its dry run. What cannot be read at all is refused at once; older uploads of this user and
    whatever is older than a day are destroyed."""
    read_staff(content, load_mapping(mapping))
    StagedImport.objects.filter(staged_at__lt=at - queries.STAGED_FOR).delete()
    StagedImport.objects.filter(user=user).delete()
    staged = StagedImport(user=user, file_name=file_name[:120], on=on, complete=complete, staged_at=at)
    key = vault.new_data_key()
    staged.wrapped_key = vault.wrap(key, context=_context(staged))
    sealed = json.dumps({"file": base64.b64encode(content).decode(), "mapping": mapping})
    staged.sealed = vault.seal(sealed, key=key, context=_context(staged))
    staged.save()
    return staged


def open_staged(staged: StagedImport) -> StaffFile:
    """Read the upload again."""
    key = vault.unwrap(bytes(staged.wrapped_key), context=_context(staged))
    said = json.loads(vault.unseal(bytes(staged.sealed), key=key, context=_context(staged)))
    return read_staff(base64.b64decode(said["file"]), load_mapping(said["mapping"]))


def plan_staged(staged: StagedImport) -> tuple[StaffFile, Plan]:
    """The dry run of an upload, against what is known now."""
    file = open_staged(staged)
    return file, plan_import(file, on=staged.on, complete=staged.complete)


@transaction.atomic
def apply_staged(staged: StagedImport, *, by: str, at: datetime) -> dict[str, int]:
    """Import an upload and destroy it; planned anew, so that what changed since the dry run is not overwritten."""
    counts = import_staff(plan_staged(staged)[1], by=by, at=at)
    staged.delete()
    return counts


def discard_staged(staged: StagedImport) -> None:
    """Destroy an upload that will not be imported."""
    staged.delete()


def _context(staged: StagedImport) -> str:
    return f"staged-import:{staged.pk}"
