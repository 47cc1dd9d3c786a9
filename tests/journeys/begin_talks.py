"""``python -m tests.journeys.begin_talks INTERVIEWER COUNT``: more colleagues give notice, and each begins to talk.

Prints the keys of the conversations, one a line.
"""

import sys
from datetime import timedelta

from uitzicht.cli.console import configured


def main(email: str, count: int) -> list[str]:
    from django.utils import timezone

    from tests import cast as the_cast
    from tests import world
    from uitzicht.interviews import services as interviews
    from uitzicht.people.models import Person, Unit, User

    now, interviewer = timezone.now(), User.objects.get(email=email)
    unit, manager = Unit.objects.get(name="Kade Noord"), Person.objects.get(employee_number="1002")
    keys = []
    for number in range(count):
        person = the_cast._person(f"T{number:05d}", "Sam", f"Praat {number}", unit, manager)
        departure = world.leaving(person, on=timezone.localdate() + timedelta(days=90 + 7 * number), at=now)
        appointment = world.planned(departure, interviewer, at=now)
        keys.append(str(interviews.open_interview(appointment, by=world.BY, at=now).pk))
    return keys


if __name__ == "__main__":
    configured()
    print("\n".join(main(sys.argv[1], int(sys.argv[2]))))
