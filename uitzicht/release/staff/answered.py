"""Who of the leavers answered, as public counts: HR knows it of each of them. Nothing of what they said."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.history.models import PastExit
from uitzicht.interviews.models import Interview
from uitzicht.release.public import public_facts
from uitzicht.release.respondents import key_of
from uitzicht.release.staff.tenure import SERVICE, tenure_at_exit
from uitzicht.release.vocabulary import Leaver, Source

PARTS = ("kind", "tenure", "unit")


def answered(handles: Iterable[str], parents: Mapping[str, str | None], on: date) -> dict[str, dict[str, int]]:
    """People who answered when leaving, by ``kind``, ``tenure`` and ``unit`` (with everything below it): each part counted as
    ``who_left`` counts everybody, so that no count here is larger. ``handles``: of everybody released or waiting."""
    people = _who(set(handles), on)
    counts = public_facts(people, parents, released=0, waiting=0)["who_left"]
    return {part: counts[part] for part in PARTS}


def _who(handles: set[str], on: date) -> Iterator[Leaver]:
    """One leaver for each departure and past exit, whichever way they answered."""
    conversations, alone, past = (
        {key for handle in handles if (key := key_of(handle, source))}
        for source in (Source.CONVERSATION, Source.OWN, Source.HISTORY)
    )
    yield from _of_departures(alone | _departures_of(conversations), on)
    rows = PastExit.objects.values_list("pk", "unit_id", "kind", "tenure_band", "left_on")
    for pk, unit, kind, tenure, left_on in rows.iterator():
        if pk in past:
            yield Leaver(str(unit), kind, tenure, left_on)


def _departures_of(conversations: set[UUID]) -> set[UUID]:
    rows = Interview.objects.values_list("pk", "departure_id")
    return {departure for pk, departure in rows if pk in conversations}


def _of_departures(departures: set[UUID], on: date) -> Iterator[Leaver]:
    left = Departure.objects.filter(last_day_worked_on__lt=on).exclude(stage=Stage.CANCELLED)
    rows = left.values_list("pk", "unit_id", "kind", *SERVICE)
    tenure = tenure_at_exit()
    for pk, unit, kind, *service in rows.iterator():
        if pk in departures:
            yield Leaver(str(unit), kind, tenure(*service), service[-1])
