"""``python -m tests.journeys.years YEAR UNTIL``: three quays, filled from the year before YEAR up to, not including, a day. An
empty installation is begun, another one goes on where it was left.

Whoever leaves is followed by somebody new. From the year after YEAR fewer people leave ``HERE``, and nowhere else.
``ANSWERING`` of them hand in alone each time, so that a release can be made. Prints {"unit": id of ``HERE``, "stays":
[[quay, first day, the day after the last or null], ...]}.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uitzicht.cli.console import configured
from uitzicht.cli.setup import make_keys

if TYPE_CHECKING:
    from uitzicht.departures.models import Departure
    from uitzicht.people.models import Person, Unit

HERE, ELSEWHERE = "Kade Noord", ("Kade Zuid", "Kade Oost")
QUAYS = (HERE, *ELSEWHERE)
PEOPLE, LONG_AGO = 150, date(2019, 9, 2)
LEAVING, LEAVING_ELSEWHERE, LEAVING_AFTER = 60, 40, 20  # in a year
FIRST, LAST = 6, 355  # days of a year between which people leave
ANSWERING, NOTICE, ONE_DAY = 6, timedelta(days=30), timedelta(days=1)


def main(year: int, until: date) -> dict[str, Any]:
    from django.core.management import call_command

    from uitzicht.departures.models import Departure
    from uitzicht.people.models import Unit

    call_command("migrate", verbosity=0, interactive=False)
    if not Unit.objects.exists():
        _begin()
    last = Departure.objects.order_by("-ends_on").first()
    since = last.ends_on + ONE_DAY if last else date(year - 1, 1, 1)
    quays = {quay.name: quay for quay in Unit.objects.filter(name__in=QUAYS)}
    for name, quay in quays.items():
        days = [day for day in _ends(name, year) if since <= day < until]
        left = [_leaves(*one) for one in zip(_longest_here(quay), days, strict=False)]
        _hire([one.last_day_worked_on + ONE_DAY for one in left], quay)
        if name == HERE:
            _hand_in(left[-ANSWERING:])
    return {"unit": str(quays[HERE].pk), "stays": list(_stays())}


def _begin() -> None:
    from django.utils import timezone

    from tests import cast as the_cast
    from tests.world import BY
    from uitzicht.people.models import Unit
    from uitzicht.questionnaires import content
    from uitzicht.questionnaires.services import publish_version

    cast = the_cast.assemble()
    publish_version(content.latest(), by=BY, at=timezone.now())
    for name in ELSEWHERE:
        Unit.objects.create(name=name, parent=cast.terminal)
    for quay in Unit.objects.filter(name__in=QUAYS):
        _hire([LONG_AGO] * PEOPLE, quay)


def _ends(quay: str, year: int) -> Iterator[date]:
    """The ends of contracts at a quay, spread over each year."""
    for one in range(year - 1, year + 4):
        people = LEAVING_ELSEWHERE if quay != HERE else LEAVING_AFTER if one > year else LEAVING
        for n in range(people):
            yield date(one, 1, 1) + timedelta(days=FIRST + n * (LAST - FIRST) // people)


def _hire(days: Iterable[date], quay: "Unit") -> None:
    from uitzicht.people.models import Person, Position

    number = Person.objects.count()
    people = [
        Person(employee_number=f"K{number + n:05d}", first_name="Collega", last_name=f"{number + n}", started_on=day)
        for n, day in enumerate(days)
    ]
    Person.objects.bulk_create(people)
    Position.objects.bulk_create(
        Position(
            person=person,
            unit=quay,
            title="Havenarbeider",
            job_family="Operations",
            contract="permanent",
            working_time=100,
            valid_from=person.started_on,
        )
        for person in people
    )


def _longest_here(quay: "Unit") -> "Iterable[Person]":
    """Those of the crew who have not left, who came first first."""
    from uitzicht.people.models import Person

    crew = Person.objects.filter(positions__unit=quay, employee_number__startswith="K", departures=None)
    return crew.order_by("started_on", "employee_number")


def _leaves(person: "Person", on: date) -> "Departure":
    from tests.world import leaving

    return leaving(person, on=on, at=datetime.combine(on - NOTICE, time(12), UTC))


def _hand_in(departures: "Iterable[Departure]") -> None:
    from tests import survey
    from tests.release.alone import content
    from uitzicht.portal.models import HandedIn
    from uitzicht.privacy.clocks import months_after
    from uitzicht.privacy.models import SheetSource
    from uitzicht.privacy.sheets import seal_sheet

    for n, departure in enumerate(departures):
        sheet = content(departure, score=2 + n % 2, reason=survey.codes()[n % 2])
        seal_sheet(sheet, source=SheetSource.OWN, kept_until=months_after(departure.ends_on, 24))
        HandedIn.objects.create(departure=departure, on=departure.last_day_worked_on)


def _stays() -> Iterator[tuple[str, str, str | None]]:
    from uitzicht.people.models import Position

    found = Position.objects.filter(unit__name__in=QUAYS)
    for quay, began, last in found.values_list("unit__name", "valid_from", "person__departures__last_day_worked_on"):
        yield quay, began.isoformat(), (last + ONE_DAY).isoformat() if last else None


if __name__ == "__main__":
    make_keys(Path(os.environ["UITZICHT_HOME"]))
    configured(migrated=False)
    print(json.dumps(main(int(sys.argv[1]), date.fromisoformat(sys.argv[2]))))
