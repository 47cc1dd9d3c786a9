"""Whose retention period is over, counted from the end of the contract. Opens nothing."""

from datetime import date

from django.db.models import QuerySet

from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.privacy.clocks import last_end_due
from uitzicht.privacy.policies import policy_in_force


def notes_due(on: date) -> QuerySet[Interview]:
    """Conversations whose notes and summary have been kept long enough on this day."""
    return _ended(last_end_due(on, policy_in_force().retention_notes_months)).filter(notes_erased_on=None)


def answers_due(on: date) -> QuerySet[Interview]:
    """Conversations of which nothing is kept any longer on this day."""
    return _ended(last_end_due(on, policy_in_force().retention_answers_months))


def _ended(last: date) -> QuerySet[Interview]:
    return Interview.objects.exclude(status=InterviewStatus.ERASED).filter(departure__ends_on__lte=last).order_by("pk")
