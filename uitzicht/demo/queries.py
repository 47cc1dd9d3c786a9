"""Reading the mark of the demo, and whom a visitor can be."""

from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from uitzicht.demo.generator.cast import CAST
from uitzicht.demo.models import DemoMarker, WayIn
from uitzicht.demo.vocabulary import SUMMARY
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.followups.models import FollowUp
from uitzicht.followups.queries import open_on
from uitzicht.history.models import PastExit
from uitzicht.interviews.models import Interview
from uitzicht.people.models import Person, User
from uitzicht.people.vocabulary import Role


def is_open() -> bool:
    """One-click entry needs both: the setting of this process, and the mark that only the generator writes."""
    return settings.UITZICHT.demo and marker() is not None


def marker() -> DemoMarker | None:
    return DemoMarker.objects.first()


def account_for(role: str) -> User | None:
    """The account of the cast that a visitor becomes in a role."""
    part = CAST.get(role)
    return User.objects.filter(email=part.email, is_active=True).first() if part else None


def way_in(door: str) -> WayIn | None:
    return WayIn.objects.filter(door=door).select_related("departure__person").first()


def leaver(door: str) -> Departure | None:
    """Whose own pages a visitor opens: somebody with an appointment to answer, or with a summary to confirm."""
    return {Role.LEAVER.value: _invited, SUMMARY: _with_summary}[door]().first()


def asked_again(on: date) -> FollowUp | None:
    """Whose follow-up a visitor answers: it is mailed, and nothing was answered yet; the newest of them."""
    found = open_on(on).filter(sent_at__isnull=False, sealed_draft=None)
    return found.select_related("departure__person").order_by("-due_on", "pk").first()


def people_and_accounts() -> tuple[int, int]:
    """How many there are before anything is invented; leavers of an imported survey count as people."""
    return Person.objects.count() + PastExit.objects.count(), User.objects.count()


def _invited() -> QuerySet[Departure]:
    """Who has not answered yet before who has; the last conversation first."""
    invited = Departure.objects.filter(stage__in=(Stage.INVITED, Stage.PREPARED), appointment__cancelled_at=None)
    unanswered = invited.filter(wish=None, appointment__accepted_at=None)
    found = unanswered if unanswered.exists() else invited
    return found.select_related("person", "unit").order_by("-appointment__starts_at")


def _with_summary() -> QuerySet[Departure]:
    """The last one sent first, as long as nothing was answered to it."""
    waiting = Interview.objects.filter(
        summary_sent_at__isnull=False, summary_confirmed_at=None, sealed_correction=None, notes_erased_on=None
    )
    found = Departure.objects.filter(interview__in=waiting).select_related("person", "unit")
    return found.order_by("-interview__summary_sent_at")
