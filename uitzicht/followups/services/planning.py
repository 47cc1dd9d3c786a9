"""Which follow-ups there will be, and the end of one."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from uitzicht.departures.consents import withdraw_consent
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Purpose
from uitzicht.followups import queries
from uitzicht.followups.models import FollowUp
from uitzicht.followups.rules import due_on, last_day
from uitzicht.privacy import audit
from uitzicht.privacy.policies import policy_in_force


@transaction.atomic
def plan_follow_ups(*, by: str, at: datetime) -> int:
    """Make the plan follow consents, ends of contract and settings; returns how many follow-ups are new.

    A plan whose consent was taken back before any mail is as if it never was; after a mail it is stopped for good. What
    was begun and not handed in before the last day is destroyed.
    """
    queries.over(timezone.localdate(at)).update(token_hash="", sealed_draft=None)
    queries.withdrawn().filter(sent_at=None).delete()
    stopped = queries.withdrawn().update(stopped_at=at, token_hash="", sealed_draft=None)
    if stopped:
        audit.record("follow_up.stopped", by=by, at=at, detail={"count": stopped})
    months = policy_in_force().follow_up_months
    planned = _plan(months, at) if months else 0
    if planned:
        audit.record("follow_up.planned", by=by, at=at, detail={"count": planned})
    return planned


@transaction.atomic
def stop(follow_up: FollowUp, *, by: str, at: datetime) -> None:
    """For good: no mail any more, what was begun is destroyed, the consent is withdrawn. Again it changes nothing."""
    standing = FollowUp.objects.filter(pk=follow_up.pk, answered_on=None, stopped_at=None)
    if standing.update(stopped_at=at, token_hash="", sealed_draft=None):
        audit.record("follow_up.stopped", by=by, at=at, subject=subject(follow_up.departure))
    withdraw_consent(follow_up.departure, Purpose.FOLLOW_UP, by=by, at=at)


def _plan(months: int, at: datetime) -> int:
    """New plans, and other days for plans of which nothing was mailed. No plan gets a day whose time is over already."""
    on = timezone.localdate(at)
    left = queries.wanted_departures().filter(ends_on__lt=on)
    departures = left.filter(Q(follow_up=None) | Q(follow_up__sent_at=None)).select_related("follow_up")
    new, moved = [], []
    for departure in departures:
        due = due_on(departure.ends_on, months)
        planned = getattr(departure, "follow_up", None)
        if on > last_day(due) or (planned and planned.due_on == due):
            continue
        if planned is None:
            new.append(FollowUp(departure=departure, due_on=due))
        else:
            planned.due_on = due
            moved.append(planned)
    FollowUp.objects.bulk_create(new)
    FollowUp.objects.bulk_update(moved, ["due_on"])
    return len(new)
