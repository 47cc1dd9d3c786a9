"""Erasure that only the release job can do: to find a leaver's sealed sheet, every sheet has to be opened."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from uitzicht.portal import erasing
from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.release_key import open_sheets
from uitzicht.privacy.sheets import erase_sheet


@transaction.atomic
def erase_requested_sheets(*, by: str, at: datetime) -> int:
    """Destroy the sealed sheets whose leavers asked for it; returns of how many people. Refuses without the release key."""
    asked = set(erasing.pending())
    if not asked:
        return 0
    for source in SheetSource:
        for sheet, content in open_sheets(source):
            if UUID(content["departure"]) in asked:
                erase_sheet(sheet.pk)
    for departure in asked:
        erasing.fulfilled(departure, by=by, at=at)
    return len(asked)
