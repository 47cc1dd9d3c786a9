"""What somebody holds for the organisation: handed out, taken back with a signature."""

from datetime import date, datetime

from django.db import transaction

from uitzicht.offboarding import rules
from uitzicht.offboarding.farewell.queries import property_is_closed
from uitzicht.offboarding.farewell.rules import ensure_open
from uitzicht.offboarding.models import Property
from uitzicht.people.models import Person
from uitzicht.privacy import audit


@transaction.atomic
def hand_out(person: Person, *, kind: str, label: str, on: date | None, by: str, at: datetime) -> Property:
    """``on``: the day it was handed out, when that is known. Refuses, like all below, once the checklist is closed."""
    ensure_open(property_is_closed(person))
    thing = Property.objects.create(person=person, kind=kind, label=label, handed_out_on=on)
    _audit("property.handed_out", thing, by, at)
    return thing


@transaction.atomic
def take_back(thing: Property, *, signed_by: str, condition: str, by: str, at: datetime) -> None:
    """``signed_by``: the name of who gives it back; ``by`` takes it. Refuses what is back already."""
    held = _hold(thing)
    rules.ensure_out(held.returned_at is not None)
    held.returned_at, held.signed_by, held.taken_by, held.condition = at, signed_by, by, condition
    held.save()
    _audit("property.came_back", held, by, at)


@transaction.atomic
def undo_return(thing: Property, *, by: str, at: datetime) -> None:
    """It did not come back after all; the signature goes, the audit trail keeps that there was one."""
    held = _hold(thing)
    if held.returned_at is None:
        return
    held.returned_at, held.signed_by, held.taken_by, held.condition = None, "", "", ""
    held.save()
    _audit("property.return_undone", held, by, at)


@transaction.atomic
def strike_out(thing: Property, *, by: str, at: datetime) -> None:
    """It was never handed out: the line goes. Refuses what was signed for."""
    held = _hold(thing)
    rules.ensure_out(held.returned_at is not None)
    _audit("property.struck_out", held, by, at)
    held.delete()


def _hold(thing: Property) -> Property:
    held = Property.objects.select_for_update(of=("self",)).select_related("person").get(pk=thing.pk)
    ensure_open(property_is_closed(held.person))
    return held


def _audit(action: str, thing: Property, by: str, at: datetime) -> None:
    audit.record(action, by=by, at=at, subject=f"person:{thing.person_id}", detail={"property": thing.pk})
