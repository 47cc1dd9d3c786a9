"""Time and SQL statements of the pages that are asked for most, with 200 and with 2,000 departures.

In one process, through every middleware, on an SQLite file: what a worker does for one request. Sending is not in it.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.house import BY, fresh_house
from benchmarks.measuring import median, show, statements

if TYPE_CHECKING:
    from tests.cast import Cast

SIZES = (200, 2_000)
TIMES = 15
LEAVERS, UNITS = 10_000, 200
PAGES = {
    "Today, HR lead": ("hr_lead", "/"),
    "Today, interviewer": ("interviewer", "/"),
    "departures list": ("hr_lead", "/departures/"),
    "departures list, searched and filtered": ("hr_lead", "/departures/?q=extra&kind=resignation"),
    "departures board": ("hr_lead", "/departures/?view=board"),
    "release desk": ("hr_lead", "/releases/"),
    "insight, start": ("hr_lead", "/insight/"),
    "insight, reasons": ("hr_lead", "/insight/reasons/"),
    "insight, reasons by unit": ("hr_lead", "/insight/reasons/?view=units"),
}
Work = Callable[[], object]


def the_cast() -> "Cast":
    """The people of the tests, who bring an organisation of their own."""
    from tests import cast
    from uitzicht.people.models import Unit

    Unit.objects.all().delete()
    return cast.assemble()


def works(people: "Cast") -> dict[str, Work]:
    """Every measured request by name; each of them answers with 200."""
    from django.test import Client
    from django.utils import timezone

    from tests import world
    from uitzicht.interviews import services as interviews

    at = timezone.now()
    departure = world.leaving(people.leaver, on=timezone.localdate(at) + timedelta(days=30), at=at)
    talk = interviews.open_interview(world.planned(departure, people.interviewer, at=at), by=BY, at=at)
    clients = {}
    for role in ("hr_lead", "interviewer"):
        clients[role] = Client(SERVER_NAME="localhost")
        clients[role].force_login(getattr(people, role))
    revision = iter(range(1_000_000))

    def get(role: str, address: str) -> Work:
        return lambda: _answered(clients[role].get(address))

    def save() -> None:
        sent = {"item": "content.variety", "notes": "Er was veel afwisseling. " * 20, "revision": next(revision)}
        _answered(clients["interviewer"].post(f"/interviews/{talk.pk}/save/", sent))

    return {name: get(*page) for name, page in PAGES.items()} | {"conversation, one save": save}


def filling(people: "Cast") -> Work:
    """Registers departures until there are as many as the next size asks for."""
    from django.db import transaction
    from django.utils import timezone

    from tests import world
    from uitzicht.departures.models import Departure

    sizes = iter(SIZES)

    @transaction.atomic
    def fill() -> None:
        at = timezone.now()
        today = timezone.localdate(at)
        for number in range(Departure.objects.count(), next(sizes)):
            world.leaving(people.another_person(), on=today + timedelta(days=20 + number % 300), at=at)

    return fill


def release_a_survey() -> None:
    from django.utils import timezone

    from tests import survey
    from uitzicht.history.mapping import load_mapping
    from uitzicht.history.services import import_exits
    from uitzicht.release.services import make_release

    at = timezone.now()
    mapping = load_mapping(survey.mapping(), file="survey.toml")
    import_exits(survey.survey(LEAVERS, UNITS), file="survey.csv", mapping=mapping, by=BY, at=at)
    make_release(by=BY, at=at, on=timezone.localdate(at))


def _answered(response: object) -> None:
    status = getattr(response, "status_code", None)
    if status != 200:
        raise RuntimeError(f"a page answered {status}")


def main() -> None:
    with fresh_house():
        people = the_cast()
        measured, fill = works(people), filling(people)
        release_a_survey()
        columns: dict[str, list[object]] = {name: [name] for name in measured}
        for _ in SIZES:
            fill()
            for name, work in measured.items():
                work()  # what a worker learns once, such as a template, is not counted
                columns[name] += [1000 * median(work, TIMES), statements(work)]
    headings = [title for size in SIZES for title in (f"{size:,}: ms", "SQL")]
    show(f"Pages (median of {TIMES}; release of {LEAVERS:,} leavers)", ("", *headings), list(columns.values()))


if __name__ == "__main__":
    main()
