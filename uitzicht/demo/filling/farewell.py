"""One farewell from the wish to the closed checklist: somebody who left last week, thanked and gone in peace."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import World
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding import services as offboarding
from uitzicht.offboarding.farewell import services as farewell
from uitzicht.offboarding.farewell.cards import suggestions
from uitzicht.offboarding.farewell.last_day import close_checklist, parts_of
from uitzicht.offboarding.farewell.queries import occasion_of
from uitzicht.offboarding.models import Checklist, Property
from uitzicht.offboarding.vocabulary import OwnerRole

DAY = timedelta(days=1)
LEFT_BEFORE = (3, 12)  # days before the visitor comes
KINDS = (Kind.RESIGNATION, Kind.RETIREMENT, Kind.MUTUAL_AGREEMENT, Kind.OTHER)
THINGS = (("laptop", "LT-2214"), ("badge", ""), ("key", "K 14"))
LEFT_OPEN = "De loonadministratie doet dit met de loonronde van deze maand."


def farewell_course(today: date, world: World) -> Course:
    """Nothing happens where nobody left in those days."""
    yield (at := moment(today - 27 * DAY, 9, 5))
    departure = _who(today)
    if departure is None:
        return
    last_day = departure.last_day_worked_on
    checklist = offboarding.start_checklist(departure, by=world.hr, at=at)
    things = [
        offboarding.hand_out(
            departure.person, kind=kind, label=label, on=departure.person.started_on, by=world.hr, at=at
        )
        for kind, label in THINGS
    ]
    yield from _before(departure, last_day, world)
    yield (at := moment(last_day, 16, 30))
    _bring_back(things, departure, by=world.hr, at=at)
    yield (at := moment(last_day + 2 * DAY, 11))
    _close(checklist, by=world.hr, at=at)


def _before(departure: Departure, last_day: date, world: World) -> Course:
    """The leaver says what they wish; the moment, the card and the reference follow."""
    first_name, name = departure.person.first_name, _manager(departure)
    yield (at := moment(last_day - 12 * DAY, 20, 10))
    note = "Liever met de eigen ploeg, zonder toespraak. Koffie en taart is genoeg."
    farewell.note_wish(departure, wish="small", note=note, by=LEAVER, at=at)
    reference = farewell.ask_reference(departure, form="letter", wanted_from=name, by=LEAVER, at=at)
    yield (at := moment(last_day - 9 * DAY, 10, 20))
    starts_at = moment(last_day, 15)
    place = "Kantine, gebouw B"
    farewell.plan_moment(
        departure, starts_at=starts_at, minutes=45, place=place, organiser=name or "HR", by=world.hr, at=at
    )
    farewell.settle_reference(reference, state="promised", writer=name, by=world.hr, at=at)
    yield (at := moment(last_day - 2 * DAY, 13, 40))
    _write_card(departure, f"De ploeg van {first_name}", by=world.hr, at=at)
    farewell.settle_reference(reference, state="given", writer=name, by=world.hr, at=at)


def _who(today: date) -> Departure | None:
    shortest, longest = LEFT_BEFORE
    gone = Departure.objects.filter(kind__in=KINDS, last_day_worked_on__lte=today - shortest * DAY)
    gone = gone.filter(last_day_worked_on__gte=today - longest * DAY).exclude(stage=Stage.CANCELLED)
    return gone.select_related("person", "unit", "position__manager").order_by("-last_day_worked_on", "pk").first()


def _manager(departure: Departure) -> str:
    manager = departure.position.manager if departure.position else None
    return manager.name if manager else ""


def _write_card(departure: Departure, signed_by: str, *, by: str, at: datetime) -> None:
    language = departure.person.language
    text = suggestions(departure, *occasion_of(departure), language=language)[0]
    farewell.write_card(departure, language=language, text=text, signed_by=signed_by, by=by, at=at)


def _bring_back(things: list[Property], departure: Departure, *, by: str, at: datetime) -> None:
    for thing in things:
        offboarding.take_back(thing, signed_by=departure.person.name, condition="", by=by, at=at)


def _close(checklist: Checklist, *, by: str, at: datetime) -> None:
    """Everything is done but what payroll does later, and that is said."""
    for task in checklist.tasks.exclude(owner_role=OwnerRole.PAYROLL).order_by("position", "pk"):
        offboarding.finish_task(task, by=by, at=at)
    reasons = dict(_left_open(checklist, at.date()))
    close_checklist(checklist, reasons=reasons, by=by, at=at)


def _left_open(checklist: Checklist, on: date) -> Iterator[tuple[str, str]]:
    for part in parts_of(checklist, on=on):
        for item in part.items:
            yield item.key, LEFT_OPEN
