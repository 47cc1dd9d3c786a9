"""What every course knows: who there is, whose departure is known, and which moment it is for the visitor."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from uitzicht.demo.generator.organisation import Exit
from uitzicht.departures.models import Departure
from uitzicht.people.models import Person, User

LETTERS_KEPT = timedelta(days=21)


@dataclass(frozen=True)
class World:
    """``now``: the moment at which the invention meets the visitor; what lies after it is planned, not done.
    ``departures``: those that are registered by now, by employee number."""

    people: Mapping[str, Person]
    users: Mapping[str, User]
    now: datetime
    departures: dict[str, Departure] = field(default_factory=dict)

    @property
    def hr(self) -> str:
        return self.users["hr_lead"].signature

    def departure_of(self, exit_: Exit) -> Departure | None:
        """Read again: other courses go on with it meanwhile."""
        known = self.departures.get(exit_.leaver.employee.number)
        return None if known is None else Departure.objects.select_related("person", "unit").get(pk=known.pk)

    def writes_letters(self, at: datetime) -> bool:
        """Mail of years ago is marked as sent and not written again: the folder would be full of it."""
        return at > self.now - LETTERS_KEPT
