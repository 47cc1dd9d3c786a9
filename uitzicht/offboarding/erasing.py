"""The clocks of the checklist: links to tasks that have expired, and checklists as old as the notes of a conversation.

Each kind is one transaction with its own line in the deletion log, which holds counts and no content.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from uitzicht.offboarding.models import Card, Checklist, Farewell, FinalMail, Property, Reference, TaskLink
from uitzicht.privacy import audit
from uitzicht.privacy.clocks import last_end_due
from uitzicht.privacy.policies import policy_in_force


def links_due(on: date) -> QuerySet[TaskLink]:
    """Links that open nothing any more on this day."""
    return TaskLink.objects.filter(expires_on__lt=on)


def checklists_due(on: date) -> QuerySet[Checklist]:
    """Checklists of contracts that ended so long ago that the notes of a conversation would be erased too."""
    return Checklist.objects.filter(departure__ends_on__lte=_last_end(on))


def property_due(on: date) -> QuerySet[Property]:
    """What came back from people whose checklist is due; what is still out stays in the register."""
    due = Property.objects.filter(returned_at__isnull=False, person__departures__ends_on__lte=_last_end(on))
    return due.exclude(person__departures__ends_on__gt=_last_end(on)).distinct()


def farewells_due(on: date) -> list[QuerySet]:
    """Wishes, cards, requests for a reference and marks of a last mail, of contracts that ended as long ago."""
    kinds = (Farewell, Card, Reference, FinalMail)
    return [kind.objects.filter(departure__ends_on__lte=_last_end(on)) for kind in kinds]


@transaction.atomic
def erase_task_links(*, by: str, at: datetime) -> int:
    """Delete expired links; returns how many."""
    count = _delete(links_due(timezone.localdate(at)))
    _log("task_links", count, by, at)
    return count


@transaction.atomic
def erase_checklists(*, by: str, at: datetime) -> int:
    """Delete checklists that are due, with their tasks, links and texts, what came back, and what was kept around the
    farewell; returns how many checklists."""
    on = timezone.localdate(at)
    Property.objects.filter(pk__in=list(property_due(on).values_list("pk", flat=True))).delete()
    count = _delete(checklists_due(on))
    _log("checklists", count, by, at)
    _log("farewells", sum(_delete(kind) for kind in farewells_due(on)), by, at)
    return count


def _last_end(on: date) -> date:
    return last_end_due(on, policy_in_force().retention_notes_months)


def _delete(due: QuerySet) -> int:
    """How many of these there were, without what goes along with them."""
    count = due.count()
    due.delete()
    return count


def _log(kind: str, count: int, by: str, at: datetime) -> None:
    if count:
        audit.record("retention.erased", by=by, at=at, detail={"kind": kind, "count": count})
