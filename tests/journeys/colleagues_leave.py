"""``python -m tests.journeys.colleagues_leave INTERVIEWER NUMBER...``: these colleagues give notice, talk and are coded.

Each leaves in a week of their own, so that one interviewer can hold every conversation.
"""

import sys
from datetime import timedelta

from uitzicht.cli.console import configured

FIRST_IN_DAYS, A_WEEK = 24, 7


def main(email: str, *numbers: str) -> None:
    from django.utils import timezone

    from tests import survey, world
    from uitzicht.people.models import Person, User

    now, today = timezone.now(), timezone.localdate()
    interviewer = User.objects.get(email=email)
    for n, number in enumerate(numbers):
        person = Person.objects.get(employee_number=number)
        departure = world.leaving(person, on=today + timedelta(days=FIRST_IN_DAYS + n * A_WEEK), at=now)
        world.held_and_coded(departure, interviewer, at=now, score=2 + n % 2, reason=survey.codes()[n % 2])


if __name__ == "__main__":
    configured()
    main(*sys.argv[1:])
