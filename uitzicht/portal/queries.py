"""What stands on every page of the leaver."""

from django.conf import settings

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.portal.promise import Clause, Facts, promise
from uitzicht.privacy.policies import policy_in_force


def promise_to(departure: Departure) -> list[Clause]:
    """In the language in force."""
    policy = policy_in_force()
    appointment = appointment_of(departure)
    return promise(
        Facts(
            organisation=settings.UITZICHT.organisation,
            interviewer=appointment.interviewer.name if appointment else "",
            guardian_contact=policy.guardian_contact or settings.DEFAULT_FROM_EMAIL,
            last_day_worked_on=departure.last_day_worked_on,
            policy=policy,
        )
    )
