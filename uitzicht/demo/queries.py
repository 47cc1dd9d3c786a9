"""Reading the mark of the demo, and whom a visitor can be."""

from django.conf import settings

from uitzicht.demo.generator.cast import CAST
from uitzicht.demo.models import DemoMarker
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.history.models import PastExit
from uitzicht.people.models import Person, User


def is_open() -> bool:
    """One-click entry needs both: the setting of this process, and the mark that only the generator writes."""
    return settings.UITZICHT.demo and marker() is not None


def marker() -> DemoMarker | None:
    return DemoMarker.objects.first()


def account_for(role: str) -> User | None:
    """The account of the cast that a visitor becomes in a role."""
    part = CAST.get(role)
    return User.objects.filter(email=part.email, is_active=True).first() if part else None


def leaver() -> Departure | None:
    """Whose own pages a visitor can open: somebody invited, whose conversation is still to come, the last of them first."""
    invited = Departure.objects.filter(stage__in=(Stage.INVITED, Stage.PREPARED), appointment__cancelled_at=None)
    return invited.select_related("person", "unit").order_by("-appointment__starts_at").first()


def people_and_accounts() -> tuple[int, int]:
    """How many there are before anything is invented; leavers of an imported survey count as people."""
    return Person.objects.count() + PastExit.objects.count(), User.objects.count()
