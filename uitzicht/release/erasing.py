"""Erasure that the release job does: a leaver's sealed sheet, for which every sheet has to be opened to find it; and what
bundles keep of people whose conversation is gone."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.portal import erasing
from uitzicht.privacy import audit
from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.release_key import open_sheets
from uitzicht.privacy.sheets import erase_sheet
from uitzicht.release.models import Bundle, Member
from uitzicht.release.respondents import handle_of
from uitzicht.release.vocabulary import Source


def erase_requested_sheets(*, by: str, at: datetime) -> int:
    """Destroy the sealed sheets whose leavers asked for it; returns of how many people. Refuses without the release key.
    What bundles keep of erased conversations goes first, with or without that key."""
    erase_known_answers(by=by, at=at)
    return _erase_sheets(by=by, at=at)


@transaction.atomic
def erase_known_answers(*, by: str, at: datetime) -> int:
    """Destroy the totals of known members of every bundle in which the conversation of one of them is erased: they are few,
    so those totals are their answers. Returns of how many bundles. The published figures do not change."""
    known: dict[int, set[str]] = defaultdict(set)
    members = Member.objects.filter(known=True, bundle__sealed_known__isnull=False)
    for bundle, handle in members.values_list("bundle", "handle"):
        known[bundle].add(handle)
    if not known:
        return 0
    kept = Interview.objects.exclude(status=InterviewStatus.ERASED).values_list("pk", flat=True)
    still = {handle_of(Source.CONVERSATION, pk) for pk in kept}
    gone = [bundle for bundle, handles in known.items() if handles - still]
    if gone:
        Bundle.objects.filter(pk__in=gone).update(sealed_known=None)
        audit.record("retention.erased", by=by, at=at, detail={"kind": "known", "count": len(gone)})
    return len(gone)


@transaction.atomic
def _erase_sheets(*, by: str, at: datetime) -> int:
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
