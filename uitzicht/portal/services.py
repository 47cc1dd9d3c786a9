"""What a leaver does on their own pages."""

from datetime import datetime

from uitzicht.departures.models import Departure
from uitzicht.departures.services import subject
from uitzicht.privacy import audit


def note_opening(departure: Departure, *, at: datetime) -> None:
    """The trail says that the pages were opened, by whoever holds the link."""
    audit.record("portal.opened", by="leaver", at=at, subject=subject(departure))
