"""Board and list of departures with 100, 1,000 and 2,000 leavers, every stage filled, beside a product of the same kind.

``python -m benchmarks.board``. The figures of the other product are quoted, not measured here: Horilla's offboarding
pipeline page on a like machine (2 cores, Python 3.11), as the planning issue gives them.
"""

from datetime import timedelta
from functools import partial
from itertools import cycle
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.house import BY, fresh_house
from benchmarks.measuring import Row, median, show, statements

if TYPE_CHECKING:
    from tests.cast import Cast

SIZES = (100, 1_000, 2_000)
TIMES = 15
PAGES = {
    "board": "/departures/?view=board",
    "list": "/departures/",
    "board, resignations by conversation": "/departures/?view=board&sort=talk&kind=resignation",
}
QUOTED: tuple[Row, ...] = (
    ("quoted: Horilla, pipeline page", 100, "1,100-1,200", "-", "-"),
    ("quoted: Horilla, pipeline page", 1_000, "2,600-4,600", "-", 3_802),
)


def fill(people: "Cast", size: int) -> None:
    """Registers departures until there are ``size``, and puts them in every stage in turn, with appointments."""
    from django.db import transaction
    from django.utils import timezone

    from tests import world
    from uitzicht.departures.models import Departure
    from uitzicht.departures.vocabulary import Stage
    from uitzicht.planning.models import Appointment, PlaceKind

    at = timezone.now()
    stages = cycle((Stage.REGISTERED, Stage.PLANNED, Stage.INVITED, Stage.PREPARED, Stage.HELD, Stage.CODED))
    made = []
    with transaction.atomic():
        for number in range(Departure.objects.count(), size):
            on = timezone.localdate(at) + timedelta(days=30 + number % 200)
            departure = world.leaving(people.another_person(), on=on, at=at)
            departure.stage = next(stages)
            departure.save(update_fields=["stage"])
            if departure.stage != Stage.REGISTERED:
                made.append(
                    Appointment(
                        departure=departure,
                        interviewer=people.interviewer,
                        starts_at=at + timedelta(days=20 + number % 200),
                        place_kind=PlaceKind.ROOM,
                        place="Kamer Vuurtoren",
                        planned_by=BY,
                        planned_at=at,
                    )
                )
        Appointment.objects.bulk_create(made)


def measured(people: "Cast") -> list[Row]:
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(people.hr_lead)

    def ask(address: str) -> None:
        if client.get(address).status_code != 200:
            raise RuntimeError(f"{address} did not answer")

    rows: list[Row] = []
    for size in SIZES:
        fill(people, size)
        for name, address in PAGES.items():
            ask(address)  # templates are learned once
            work = partial(ask, address)
            began, taken = process_time(), 1000 * median(work, TIMES)
            computing = 1000 * (process_time() - began) / TIMES
            rows.append((name, size, taken, computing, statements(work)))
    return rows


def main() -> None:
    from benchmarks.pages import the_cast

    with fresh_house():
        rows = measured(the_cast())
    show(f"Departures (median of {TIMES})", ("", "leavers", "ms", "of processor", "SQL"), [*rows, *QUOTED])


if __name__ == "__main__":
    main()
