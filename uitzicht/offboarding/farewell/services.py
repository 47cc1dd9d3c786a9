"""What is done around a farewell; every verb writes its own audit line, without content."""

from datetime import datetime

from django.db import transaction

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.services import subject
from uitzicht.departures.vocabulary import Kind, Stage
from uitzicht.offboarding.farewell import queries, rules
from uitzicht.offboarding.farewell.models import Card, Farewell, Reference
from uitzicht.offboarding.farewell.vocabulary import FarewellWish
from uitzicht.offboarding.rules import ensure_not_cancelled
from uitzicht.privacy import audit


@transaction.atomic
def note_wish(departure: Departure, *, wish: str, note: str = "", by: str, at: datetime) -> None:
    """What the leaver wants, said by themselves or written down for them. “Nothing” calls off what was planned."""
    _ensure_going(departure)
    farewell = _hold(departure)
    if (farewell.wish, farewell.wish_note) == (wish, note):
        return
    farewell.wish, farewell.wish_note, farewell.wished_by, farewell.wished_at = wish, note, by, at
    farewell.save()
    _audit("farewell.wished", departure, by, at)
    if wish == FarewellWish.NOTHING:
        call_off(departure, by=by, at=at)


@transaction.atomic
def plan_moment(
    departure: Departure, *, starts_at: datetime, minutes: int, place: str, organiser: str, by: str, at: datetime
) -> None:
    """Refuses against the wish of the leaver, and after a dismissal as long as nobody asked them."""
    _ensure_going(departure)
    farewell = _hold(departure)
    rules.ensure_wished(departure.kind, farewell.wish, departure.person.first_name)
    farewell.starts_at, farewell.minutes, farewell.place = starts_at, minutes, place
    farewell.organiser, farewell.planned_by, farewell.sequence = organiser, by, farewell.sequence + 1
    farewell.save()
    _audit("farewell.planned", departure, by, at)


@transaction.atomic
def call_off(departure: Departure, *, by: str, at: datetime) -> None:
    """No moment after all; what was not planned stays so."""
    farewell = _hold(departure)
    if farewell.starts_at is None:
        return
    farewell.starts_at, farewell.place, farewell.planned_by = None, "", ""
    farewell.save(update_fields=["starts_at", "place", "planned_by"])
    _audit("farewell.called_off", departure, by, at)


@transaction.atomic
def write_card(departure: Departure, *, language: str, text: str, signed_by: str, by: str, at: datetime) -> Card:
    """The text as a person wrote or chose it."""
    _ensure_going(departure)
    card, _ = Card.objects.update_or_create(
        departure=departure,
        defaults={"language": language, "text": text, "signed_by": signed_by, "written_by": by, "written_at": at},
    )
    _audit("farewell.card_written", departure, by, at)
    return card


@transaction.atomic
def ask_reference(departure: Departure, *, form: str, wanted_from: str, by: str, at: datetime) -> Reference:
    """By the leaver, or by HR for them. Refuses where only the interviewer could read it."""
    _ensure_going(departure)
    rules.ensure_somebody_else_reads(queries.reference_desk(departure))
    rules.ensure_more_references_fit(queries.references_of(departure).count())
    reference = Reference.objects.create(
        departure=departure, form=form, wanted_from=wanted_from, asked_by=by, asked_at=at
    )
    _audit("reference.asked", departure, by, at)
    return reference


@transaction.atomic
def settle_reference(reference: Reference, *, state: str, writer: str, by: str, at: datetime) -> None:
    """Who writes it and how far it is. Refuses the interviewer as writer, and a step that ``NEXT`` does not know."""
    held = Reference.objects.select_for_update(of=("self",)).select_related("departure").get(pk=reference.pk)
    appointment = appointment_of(held.departure)
    rules.ensure_writer_did_not_listen(writer, appointment.interviewer.name if appointment else "")
    rules.ensure_reference_may_become(held.state, state)
    held.state, held.writer, held.settled_by, held.settled_at = state, writer, by, at
    held.save(update_fields=["state", "writer", "settled_by", "settled_at"])
    _audit("reference.settled", held.departure, by, at)


@transaction.atomic
def take_back_reference(reference: Reference, *, by: str, at: datetime) -> None:
    """The leaver would rather not have it; the request goes."""
    held = Reference.objects.select_for_update(of=("self",)).select_related("departure").get(pk=reference.pk)
    rules.ensure_still_to_give(held.state)
    _audit("reference.taken_back", held.departure, by, at)
    held.delete()


@transaction.atomic
def erase_what_was_asked(departure: Departure) -> bool:
    """On request of the leaver: their wish and their requests for a reference; whether there was anything. The line in the
    trail is that of whoever erases the rest along with it."""
    said = Farewell.objects.filter(departure=departure).exclude(wish="")
    wishes = said.update(wish="", wish_note="", wished_by="", wished_at=None)
    references, _rows = Reference.objects.filter(departure=departure).delete()
    return bool(wishes or references)


def _ensure_going(departure: Departure) -> None:
    rules.ensure_alive(departure.kind == Kind.DEATH)
    ensure_not_cancelled(departure.stage == Stage.CANCELLED)


def _hold(departure: Departure) -> Farewell:
    """The row of this departure, locked."""
    Farewell.objects.get_or_create(departure=departure)
    return Farewell.objects.select_for_update(of=("self",)).get(departure=departure)


def _audit(action: str, departure: Departure, by: str, at: datetime) -> None:
    audit.record(action, by=by, at=at, subject=subject(departure))
